package dev.tars.console.journal.client;

import dev.tars.console.base.Ticker;
import dev.tars.console.journal.EventStore;
import dev.tars.console.journal.Hashes;
import java.nio.file.Path;

/** Opens the store that a place names. */
public final class Journals {

    private static final String SQLITE = "jdbc:sqlite:";

    private Journals() {}

    /**
     * The journal that a place names: a file, {@code jdbc:sqlite:FILE} or {@code jdbc:postgresql:...}.
     *
     * @param state folder where the checkpoints of a server's journal are kept
     * @throws IllegalArgumentException for the URL of another database
     */
    public static EventStore of(String place, Path state, Ticker ticker) {
        if (place.startsWith("jdbc:postgresql:")) {
            return postgres(place, state, ticker);
        }
        if (place.startsWith("jdbc:") && !place.startsWith(SQLITE)) {
            throw new IllegalArgumentException(
                    "a journal is a file, jdbc:sqlite:FILE or jdbc:postgresql://HOST/DATABASE; not " + place);
        }
        return sqlite(Path.of(place.startsWith(SQLITE) ? place.substring(SQLITE.length()) : place), ticker);
    }

    /** A journal that several consoles share. @param state folder of the checkpoints, each console its own */
    public static EventStore postgres(String url, Path state, Ticker ticker) {
        PostgresDialect dialect = new PostgresDialect(url);
        String name = Hashes.of(dialect.place()).substring(0, 16);
        return new JdbcEventStore(dialect, new CheckpointFile(state.resolve("journal-" + name)), ticker);
    }

    /** A journal in one file, made where there is none. Its checkpoints stand beside it. */
    public static EventStore sqlite(Path file, Ticker ticker) {
        return new JdbcEventStore(new SqliteDialect(file), new CheckpointFile(file), ticker);
    }
}
