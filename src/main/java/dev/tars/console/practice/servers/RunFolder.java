package dev.tars.console.practice.servers;

import dev.tars.console.practice.real.WorkFolder;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The folder of this run, made by the first server that starts: a full disk is then that server's failure and told as
 * such, and the window does not wait for it.
 */
final class RunFolder {

    private final Path parent;
    private @Nullable WorkFolder made;
    private boolean ended;

    RunFolder(Path parent) {
        this.parent = parent;
    }

    /** @throws IOException where it cannot be made, or practice has ended */
    synchronized WorkFolder get() throws IOException {
        if (ended) {
            throw new IOException("practice has ended");
        }
        WorkFolder folder = made == null ? WorkFolder.create(parent) : made;
        made = folder;
        return folder;
    }

    /** Ends whatever still works in it and removes it, for good. */
    synchronized void endAll() {
        ended = true;
        if (made != null) {
            made.endAll();
        }
    }
}
