package dev.tars.console.journal.client;

import dev.tars.console.base.Ticker;
import dev.tars.console.journal.EventStore;
import java.nio.file.Path;

/** Opens the store that a place names. */
public final class Journals {

    private Journals() {}

    /** A journal in one file, made where there is none. Its checkpoints stand beside it. */
    public static EventStore sqlite(Path file, Ticker ticker) {
        Path beside = file.resolveSibling(file.getFileName() + ".checkpoints");
        return new JdbcEventStore(new SqliteDialect(file), new CheckpointFile(beside), ticker);
    }
}
