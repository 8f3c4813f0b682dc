package dev.tars.console.bench;

import dev.tars.console.base.Ticker;
import dev.tars.console.journal.Event;
import dev.tars.console.journal.EventStore;
import dev.tars.console.journal.Hashes;
import dev.tars.console.journal.Payload;
import dev.tars.console.journal.client.Journals;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.time.Instant;

/** A long journal in one transaction, since that many durable appends would take a minute. */
final class Fill {

    private static final Instant AT = Instant.parse("2026-08-18T14:32:19.000123Z");

    private Fill() {}

    static void journal(Path file, int events, Payload payload) throws Exception {
        try (EventStore store = Journals.sqlite(file, Ticker.system())) {
            store.open();
        }
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            connection.setAutoCommit(false);
            try (PreparedStatement insert = connection.prepareStatement(
                            "INSERT INTO journal_event VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
                    PreparedStatement move = connection.prepareStatement("UPDATE journal_head SET seq = ?, hash = ?")) {
                String prev = Hashes.GENESIS;
                for (int i = 1; i <= events; i++) {
                    Event event = new Event(
                            i, "id-" + i, AT.plusSeconds(i), "anna", "production", "bench.step", payload, prev, "");
                    prev = Hashes.of(event);
                    insert.setLong(1, i);
                    insert.setString(2, event.id());
                    insert.setLong(
                            3,
                            event.at().getEpochSecond() * 1_000_000 + event.at().getNano() / 1000);
                    insert.setString(4, event.actor());
                    insert.setString(5, event.environment());
                    insert.setString(6, event.kind());
                    insert.setString(7, payload.text());
                    insert.setString(8, event.prev());
                    insert.setString(9, prev);
                    insert.executeUpdate();
                    move.setLong(1, i);
                    move.setString(2, prev);
                    move.executeUpdate();
                }
            }
            connection.commit();
        }
    }
}
