package dev.tars.console.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Optional;

/** The journal as a table for people, a new heading wherever another run begins. */
final class MarkdownTimeline {

    private final Writer out;
    private Optional<String> run = Optional.empty();
    private boolean first = true;

    MarkdownTimeline(Writer out) {
        this.out = out;
    }

    void head(String place, Checkpoint end) {
        write("# Journal\n\n`" + place + "`, " + end.sequence() + " events, the last has the hash `" + end.hash()
                + "`.\nTimes are UTC. The hashes prove nothing on paper: check an export of lines with `"
                + JournalExport.VERIFIER + "`.\n");
    }

    void event(Event event) {
        Optional<String> itsRun = event.payload().run();
        if (first || !itsRun.equals(run)) {
            write(
                    "\n## " + itsRun.map(id -> "Run " + plain(id)).orElse("Outside a run") + "\n\n"
                            + "| event | time | person | environment | what | payload | hash |\n|---|---|---|---|---|---|---|\n");
        }
        first = false;
        run = itsRun;
        StringBuilder time = new StringBuilder();
        EventText.time(time, event.at());
        write("| " + event.sequence() + " | " + time + " | " + plain(event.actor()) + " | "
                + plain(event.environment()) + " | " + plain(event.kind()) + " | "
                + code(event.payload().text())
                + " | `" + event.hash().substring(0, Math.min(8, event.hash().length())) + "` |\n");
    }

    /** Nothing that a person wrote becomes a link, markup or another cell. */
    private static String plain(String words) {
        StringBuilder safe = new StringBuilder();
        words.chars().forEach(c -> {
            if ("\\`*_{}[]<>()#+!|~&".indexOf(c) >= 0) {
                safe.append('\\');
            }
            safe.append(Character.isISOControl(c) ? '\uFFFD' : (char) c);
        });
        return safe.toString();
    }

    private static String code(String json) {
        int ticks = 1;
        int inRow = 0;
        for (char c : json.toCharArray()) {
            inRow = c == '`' ? inRow + 1 : 0;
            ticks = Math.max(ticks, inRow + 1);
        }
        String fence = "`".repeat(ticks);
        return fence + " " + json.replace("|", "\\|") + " " + fence;
    }

    private void write(String text) {
        try {
            out.write(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
