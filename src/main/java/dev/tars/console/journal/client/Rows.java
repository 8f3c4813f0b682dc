package dev.tars.console.journal.client;

import dev.tars.console.journal.Event;
import dev.tars.console.journal.Payload;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Objects;

/** Events into rows and back. */
final class Rows {

    private static final long MICROS = 1_000_000;

    private Rows() {}

    static void write(PreparedStatement insert, Event event) throws SQLException {
        insert.setLong(1, event.sequence());
        insert.setString(2, event.id());
        insert.setLong(3, event.at().getEpochSecond() * MICROS + event.at().getNano() / 1000);
        insert.setString(4, event.actor());
        insert.setString(5, event.environment());
        insert.setString(6, event.kind());
        insert.setString(7, event.payload().text());
        insert.setString(8, event.prev());
        insert.setString(9, event.hash());
    }

    static Event read(ResultSet row) throws SQLException {
        long micros = row.getLong(3);
        return new Event(
                row.getLong(1),
                text(row, 2),
                Instant.ofEpochSecond(Math.floorDiv(micros, MICROS), Math.floorMod(micros, MICROS) * 1000L),
                text(row, 4),
                text(row, 5),
                text(row, 6),
                Payload.stored(text(row, 7)),
                text(row, 8),
                text(row, 9));
    }

    /** A damaged row may have nothing where there must be a text; its hash tells. */
    private static String text(ResultSet row, int column) throws SQLException {
        return Objects.requireNonNullElse(row.getString(column), "");
    }
}
