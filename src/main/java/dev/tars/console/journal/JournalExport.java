package dev.tars.console.journal;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;

/** Writes a journal down for those who have no console. */
public final class JournalExport {

    /** How an export is written. */
    public enum Format {
        /** One event a line, what {@code verify_journal.py} reads. */
        JSONL,
        /** A timeline for people, grouped by run. */
        MARKDOWN
    }

    /** Name of the verifier that is written beside an export of lines. */
    public static final String VERIFIER = "verify_journal.py";

    private JournalExport() {}

    /**
     * Writes an export, the last event's checkpoint and, beside lines, the verifier. The file is there whole or not at all.
     *
     * @return where the exported journal ends
     */
    public static Checkpoint write(Journal journal, Format format, Path file) throws JournalUnavailable, IOException {
        Path target = file.toAbsolutePath();
        Path folder = Objects.requireNonNull(target.getParent(), "a file is in a folder");
        Path temporary = Files.createTempFile(folder, "journal", ".part");
        try {
            Checkpoint end;
            try (BufferedWriter out = Files.newBufferedWriter(temporary, StandardCharsets.UTF_8)) {
                end = write(journal, format, out);
            }
            Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING);
            Files.writeString(target.resolveSibling(target.getFileName() + ".checkpoint"), end.line() + "\n");
            if (format == Format.JSONL) {
                Files.write(target.resolveSibling(VERIFIER), verifier());
            }
            return end;
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /** Writes the events there are now; {@code out} stays open. */
    public static Checkpoint write(Journal journal, Format format, Writer out) throws JournalUnavailable, IOException {
        try {
            Checkpoint now = journal.checkpoint();
            MarkdownTimeline timeline = new MarkdownTimeline(out);
            if (format == Format.MARKDOWN) {
                timeline.head(journal.place(), now);
            }
            Head end = journal.fold(Head.EMPTY, (before, event) -> {
                if (format == Format.MARKDOWN) {
                    timeline.event(event);
                } else {
                    line(out, event);
                }
                return new Head(event.sequence(), event.hash());
            });
            return new Checkpoint(end.sequence(), end.hash(), now.at());
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void line(Writer out, Event event) {
        try {
            out.write(EventText.line(event));
            out.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] verifier() throws IOException {
        try (InputStream in = Objects.requireNonNull(
                JournalExport.class.getResourceAsStream("/journal/" + VERIFIER), "the verifier comes with the build")) {
            return in.readAllBytes();
        }
    }
}
