package dev.tars.console.journal.client;

import dev.tars.console.base.Ticker;
import dev.tars.console.connect.http.Secret;
import dev.tars.console.journal.EventStore;
import dev.tars.console.journal.Hashes;
import java.nio.file.Path;
import java.util.function.Function;

/** Opens the store that a place names. */
public final class Journals {

    private static final String SQLITE = "jdbc:sqlite:";

    private Journals() {}

    /**
     * The journal that a place names: a file, {@code jdbc:sqlite:FILE} or {@code jdbc:postgresql:...}.
     *
     * @param state folder where the checkpoints of a server's journal are kept
     * @param references finds the secret of a reference, which is what stands in the place of a password in the URL;
     *     throws an IllegalArgumentException for what is none
     * @throws IllegalArgumentException for the URL of another database and for a password that is written down
     */
    public static EventStore of(String place, Path state, Ticker ticker, Function<String, Secret> references) {
        if (place.startsWith("jdbc:postgresql:")) {
            return postgres(PostgresUrl.of(place, references), state, ticker);
        }
        if (place.startsWith("jdbc:") && !place.startsWith(SQLITE)) {
            String kind = place.substring(0, Math.max(0, place.indexOf(':', "jdbc:".length())));
            throw new IllegalArgumentException(
                    "a journal is a file, jdbc:sqlite:FILE or jdbc:postgresql://HOST/DATABASE; not " + kind + ":...");
        }
        return sqlite(Path.of(place.startsWith(SQLITE) ? place.substring(SQLITE.length()) : place), ticker);
    }

    /** A journal that several consoles share. @param state folder of the checkpoints, each console its own */
    private static EventStore postgres(PostgresUrl url, Path state, Ticker ticker) {
        PostgresDialect dialect = new PostgresDialect(url, ticker);
        String name = Hashes.of(dialect.place()).substring(0, 16);
        return new JdbcEventStore(dialect, new CheckpointFile(state.resolve("journal-" + name)), ticker);
    }

    /** A journal in one file, made where there is none. Its checkpoints stand beside it. */
    public static EventStore sqlite(Path file, Ticker ticker) {
        return new JdbcEventStore(new SqliteDialect(file), new CheckpointFile(file), ticker);
    }
}
