package dev.tars.console.migration.client;

import dev.tars.console.connect.postgres.PostgresFault;
import dev.tars.console.connect.postgres.PostgresSession;
import dev.tars.console.migration.Backend;
import dev.tars.console.migration.BackendReading;
import dev.tars.console.migration.BackendReading.Step;
import dev.tars.console.migration.Blocker;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** What server processes do (PostgreSQL 15 manual, "Monitoring Database Activity", "Progress Reporting"). */
final class Activity {

    private static final String READING = """
            SELECT a.state, a.query, p.phase, p.lockers_total, p.lockers_done, p.current_locker_pid, p.blocks_total,
                   p.blocks_done, p.tuples_total, p.tuples_done, coalesce(p.index_relid, 0)::bigint AS oid,
                   a.wait_event_type = 'Lock' AS waits
            FROM pg_stat_activity a LEFT JOIN pg_stat_progress_create_index p USING (pid)
            WHERE a.pid = ? AND a.backend_start = ?
            """;

    /**
     * First the one that the server names, then whom its lock waits for, then whoever has a snapshot from before the
     * statement: in the last phase each of them is waited for. A prepared transaction has no process; its pid is 0.
     */
    private static final String BLOCKERS = """
            WITH ours AS (SELECT a.pid, a.query_start, p.phase, p.current_locker_pid, pg_blocking_pids(a.pid) AS waits
                          FROM pg_stat_activity a LEFT JOIN pg_stat_progress_create_index p USING (pid)
                          WHERE a.pid = ? AND a.backend_start = ?)
            SELECT a.pid, coalesce(a.usename, '') AS who, coalesce(a.application_name, '') AS application,
                   coalesce(a.state, a.backend_type) AS state, a.xact_start, coalesce(a.query, '') AS query,
                   CASE WHEN a.pid = ours.current_locker_pid THEN 1 WHEN a.pid = ANY (ours.waits) THEN 2 ELSE 3 END AS rank
            FROM pg_stat_activity a, ours
            WHERE a.pid <> ours.pid AND a.pid <> pg_backend_pid()
              AND (a.pid = ours.current_locker_pid OR a.pid = ANY (ours.waits)
                   OR ours.phase = 'waiting for old snapshots' AND a.backend_xmin IS NOT NULL
                      AND a.datname = current_database() AND a.xact_start < ours.query_start)
            UNION ALL
            SELECT 0, x.owner, x.gid, 'prepared', x.prepared, '', 2 FROM pg_prepared_xacts x, ours
            WHERE 0 = ANY (ours.waits) AND x.database = current_database()
            ORDER BY rank, xact_start
            """;

    private Activity() {}

    static Optional<BackendReading> reading(PostgresSession session, Backend backend) throws PostgresFault {
        record Row(boolean isActive, String query, Optional<Step> step, boolean isWaiting) {}
        List<Row> rows = session.query(
                READING,
                row -> new Row(
                        "active".equals(row.getString("state")),
                        text(row, "query"),
                        step(row),
                        row.getBoolean("waits")),
                backend.pid(),
                at(backend.startedAt()));
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        Row row = rows.get(0);
        List<Blocker> blockers = row.isActive() && row.isWaiting() ? blockers(session, backend) : List.of();
        return Optional.of(new BackendReading(row.isActive(), row.query(), row.step(), blockers));
    }

    private static List<Blocker> blockers(PostgresSession session, Backend backend) throws PostgresFault {
        return session.query(
                BLOCKERS,
                row -> new Blocker(
                        row.getInt("pid"),
                        text(row, "who"),
                        text(row, "application"),
                        text(row, "state"),
                        Optional.ofNullable(row.getObject("xact_start", OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant),
                        text(row, "query")),
                backend.pid(),
                at(backend.startedAt()));
    }

    private static Optional<Step> step(ResultSet row) throws SQLException {
        String phase = row.getString("phase");
        if (phase == null) {
            return Optional.empty();
        }
        long lockers = row.getLong("lockers_total");
        long blocks = row.getLong("blocks_total");
        int locker = row.getInt("current_locker_pid");
        String measure = phase.startsWith("waiting")
                ? "lockers"
                : phase.endsWith("loading tuples in tree") ? "tuples" : "blocks";
        long total =
                "lockers".equals(measure) ? lockers : "tuples".equals(measure) ? row.getLong("tuples_total") : blocks;
        return Optional.of(new Step(
                phase,
                row.getLong(measure + "_done"),
                total,
                locker == 0 ? OptionalInt.empty() : OptionalInt.of(locker),
                row.getLong("oid")));
    }

    static boolean cancel(PostgresSession session, Backend backend) throws PostgresFault {
        return signal(session, "pg_cancel_backend", backend);
    }

    static boolean terminate(PostgresSession session, Backend backend) throws PostgresFault {
        return signal(session, "pg_terminate_backend", backend);
    }

    /** The process is looked up and told in one statement: a pid that is used again has another start. */
    private static boolean signal(PostgresSession session, String function, Backend backend) throws PostgresFault {
        return session.query(
                        "SELECT " + function + "(pid) FROM pg_stat_activity WHERE pid = ? AND backend_start = ?",
                        row -> row.getBoolean(1),
                        backend.pid(),
                        at(backend.startedAt()))
                .contains(true);
    }

    static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static String text(ResultSet row, String column) throws SQLException {
        String value = row.getString(column);
        return value == null ? "" : value;
    }
}
