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
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The checkpoints beside a journal, one a line, appended. A line that was cut off by a crash is passed over. */
final class CheckpointFile {

    private final Path file;

    CheckpointFile(Path file) {
        this.file = file;
    }

    void add(Checkpoint checkpoint) throws JournalUnavailable {
        try (FileChannel out = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            // The line end comes first as well: it parts the line from one that was cut off.
            out.write(ByteBuffer.wrap(("\n" + checkpoint.line() + "\n").getBytes(StandardCharsets.UTF_8)));
            out.force(true);
        } catch (IOException e) {
            throw unavailable("The checkpoint of the journal cannot be written.", e);
        }
    }

    List<Checkpoint> all() throws JournalUnavailable {
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            List<Checkpoint> all = new ArrayList<>();
            for (String line : new String(Files.readAllBytes(file), StandardCharsets.UTF_8).split("\n")) {
                Checkpoint.read(line).ifPresent(all::add);
            }
            return all;
        } catch (IOException e) {
            throw unavailable("The checkpoints of the journal cannot be read.", e);
        }
    }

    Optional<Checkpoint> last() throws JournalUnavailable {
        return all().stream().max(Comparator.comparingLong(Checkpoint::sequence));
    }

    private JournalUnavailable unavailable(String what, IOException e) {
        return new JournalUnavailable(
                new Problem(
                        what,
                        file.toString(),
                        "Nothing that must be recorded can be done; what was recorded before is kept.",
                        "Look at the disk and at the folder's rights, then reopen the journal.",
                        String.valueOf(e)),
                e);
    }
}
