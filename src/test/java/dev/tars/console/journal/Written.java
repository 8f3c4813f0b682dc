package dev.tars.console.journal;

import dev.tars.console.base.Progress;
import dev.tars.console.base.Ticker;
import dev.tars.console.journal.client.Journals;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Journals on the disk, made fast, and events forged as well as anybody can. */
final class Written {

    static final Instant AT = Instant.parse("2026-08-18T14:32:19.000123Z");
    static final Clock CLOCK = Clock.fixed(AT, ZoneOffset.UTC);

    private Written() {}

    /** A closed journal of that many events, in one transaction, without checkpoints. */
    static Path journal(Path file, int events) throws Exception {
        try (EventStore store = Journals.sqlite(file, Ticker.system())) {
            store.open();
        }
        fill(file, events);
        return file;
    }

    private static void fill(Path file, int events) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            connection.setAutoCommit(false);
            Head head = Head.EMPTY;
            for (int i = 1; i <= events; i++) {
                Event event = follow(head, "anna");
                insert(connection, event);
                head = new Head(event.sequence(), event.hash());
                try (PreparedStatement move =
                        connection.prepareStatement("UPDATE journal_head SET seq = ?, hash = ?")) {
                    move.setLong(1, head.sequence());
                    move.setString(2, head.hash());
                    move.executeUpdate();
                }
            }
            connection.commit();
        }
    }

    /** The event that a writer would make after that head. */
    static Event follow(Head head, String actor) {
        long sequence = head.sequence() + 1;
        Payload payload = Payload.of(
                Map.of("run", "roll-" + sequence / 20, "step", "step " + sequence, "elapsed", sequence * 7 / 10.0));
        Event event = new Event(
                sequence,
                actor + "-" + sequence,
                AT.plusMillis(sequence),
                actor,
                "staging",
                "test.step.finished",
                payload,
                head.hash(),
                "");
        return new Event(
                sequence,
                event.id(),
                event.at(),
                event.actor(),
                event.environment(),
                event.kind(),
                payload,
                event.prev(),
                Hashes.of(event));
    }

    static void insert(Path file, Event event) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            insert(connection, event);
        }
    }

    private static void insert(Connection connection, Event event) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO journal_event VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            insert.setLong(1, event.sequence());
            insert.setString(2, event.id());
            insert.setLong(
                    3, event.at().getEpochSecond() * 1_000_000 + event.at().getNano() / 1000);
            insert.setString(4, event.actor());
            insert.setString(5, event.environment());
            insert.setString(6, event.kind());
            insert.setString(7, event.payload().text());
            insert.setString(8, event.prev());
            insert.setString(9, event.hash());
            insert.executeUpdate();
        }
    }

    static Event read(Path file, long sequence) throws JournalUnavailable {
        List<Event> events = new ArrayList<>();
        with(file, store -> store.read(sequence, 1, events::add));
        return events.get(0);
    }

    static List<Event> all(Path file) throws JournalUnavailable {
        List<Event> events = new ArrayList<>();
        with(file, store -> store.read(1, Long.MAX_VALUE, events::add));
        return events;
    }

    static Verification verify(Path file, List<Checkpoint> checkpoints) throws JournalUnavailable {
        return verify(file, checkpoints, Progress.ignored());
    }

    static Verification verify(Path file, List<Checkpoint> checkpoints, Progress progress) throws JournalUnavailable {
        List<Verification> found = new ArrayList<>();
        with(file, store -> found.add(Verifier.verify(store, checkpoints, progress, AT)));
        return found.get(0);
    }

    interface Use {
        void of(EventStore store) throws JournalUnavailable;
    }

    static void with(Path file, Use use) throws JournalUnavailable {
        try (EventStore store = Journals.sqlite(file, Ticker.system())) {
            store.open();
            use.of(store);
        }
    }

    /** For a journal whose URL has no secret. */
    static dev.tars.console.connect.http.Secret noSecret(String reference) {
        throw new IllegalArgumentException("a secret, where none was expected: " + reference);
    }
}
