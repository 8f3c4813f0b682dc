package dev.tars.console.migration.client;

import dev.tars.console.connect.postgres.PostgresFault;
import dev.tars.console.connect.postgres.PostgresSession;
import dev.tars.console.migration.Backend;
import dev.tars.console.migration.SessionReading;
import java.time.OffsetDateTime;
import java.util.Optional;

/** Sessions of others: looked at, and stopped only as they were looked at. */
final class Sessions {

    private Sessions() {}

    static Optional<SessionReading> read(PostgresSession session, int pid) throws PostgresFault {
        return session
                .query(
                        """
                        SELECT pid, backend_start, coalesce(usename, ''), coalesce(application_name, ''),
                               coalesce(state, backend_type), coalesce(query, '')
                        FROM pg_stat_activity
                        WHERE pid = ? AND pid <> pg_backend_pid() AND application_name <> ?
                        """,
                        row -> new SessionReading(
                                new Backend(
                                        row.getInt(1),
                                        row.getObject(2, OffsetDateTime.class).toInstant()),
                                row.getString(3),
                                row.getString(4),
                                row.getString(5),
                                row.getString(6)),
                        pid,
                        PostgresMigrationDatabase.APPLICATION)
                .stream()
                .findFirst();
    }

    /** Looked up and stopped in one statement, so that nothing comes between. */
    static boolean stop(PostgresSession session, SessionReading other, boolean isEnding) throws PostgresFault {
        return session.query(
                        "SELECT " + (isEnding ? "pg_terminate_backend" : "pg_cancel_backend") + "(pid)"
                                + " FROM pg_stat_activity WHERE pid = ? AND backend_start = ? AND query = ?",
                        row -> row.getBoolean(1),
                        other.backend().pid(),
                        Activity.at(other.backend().startedAt()),
                        other.query())
                .contains(true);
    }
}
