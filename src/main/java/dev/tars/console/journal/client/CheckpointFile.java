package dev.tars.console.journal.client;

import dev.tars.console.base.Problem;
import dev.tars.console.journal.Checkpoint;
import dev.tars.console.journal.JournalUnavailable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The checkpoints beside a journal. In {@code NAME.checkpoints} one a line, appended and forced to the disk, every
 * {@link #EVENTS_PER_LINE} events and at the end. In {@code NAME.end} the newest, written over in place and not forced:
 * it costs microseconds an event, and finds the log's end cut off by anything but the loss of power.
 */
final class CheckpointFile implements AutoCloseable {

    static final int EVENTS_PER_LINE = 64;

    private final Path lines;
    private final Path end;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable FileChannel ending;

    /** @param name path of both files without their endings */
    CheckpointFile(Path name) {
        this.lines = name.toAbsolutePath().resolveSibling(name.getFileName() + ".checkpoints");
        this.end = name.toAbsolutePath().resolveSibling(name.getFileName() + ".end");
    }

    void keep(Checkpoint checkpoint, boolean forced) throws JournalUnavailable {
        lock.lock();
        try {
            writeEnd(checkpoint);
            if (forced || checkpoint.sequence() % EVENTS_PER_LINE == 0) {
                append(checkpoint);
            }
        } catch (IOException e) {
            throw unavailable("The checkpoint of the journal cannot be written.", e);
        } finally {
            lock.unlock();
        }
    }

    private void writeEnd(Checkpoint checkpoint) throws IOException {
        FileChannel out = ending;
        if (out == null || !out.isOpen()) {
            Files.createDirectories(end.getParent());
            out = FileChannel.open(end, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            ending = out;
        }
        // Sequences only grow, so a line is never shorter than the one it is written over.
        out.write(bytes(checkpoint.line() + "\n"), 0);
    }

    private void append(Checkpoint checkpoint) throws IOException {
        Files.createDirectories(lines.getParent());
        try (FileChannel out = FileChannel.open(
                lines, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            // The line end comes first as well: it parts the line from one that was cut off.
            out.write(bytes("\n" + checkpoint.line() + "\n"));
            out.force(true);
        }
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    }

    /** All of both files; a line that is none is passed over. */
    List<Checkpoint> all() throws JournalUnavailable {
        List<Checkpoint> all = new ArrayList<>();
        for (Path file : List.of(lines, end)) {
            try {
                if (Files.exists(file)) {
                    new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                            .lines()
                            .forEach(line -> Checkpoint.read(line).ifPresent(all::add));
                }
            } catch (IOException e) {
                throw unavailable("The checkpoints of the journal cannot be read.", e);
            }
        }
        return all;
    }

    private JournalUnavailable unavailable(String what, IOException e) {
        return new JournalUnavailable(
                new Problem(
                        what,
                        lines.toString(),
                        "Nothing that must be recorded can be done; what was recorded before is kept.",
                        "Look at the disk and at the folder's rights, then reopen the journal.",
                        String.valueOf(e)),
                e);
    }

    @Override
    public void close() {
        lock.lock();
        try {
            FileChannel out = ending;
            ending = null;
            if (out != null) {
                out.close();
            }
        } catch (IOException e) {
            // It was never promised to be on the disk.
            org.slf4j.LoggerFactory.getLogger(CheckpointFile.class).debug("the end does not close", e);
        } finally {
            lock.unlock();
        }
    }
}
