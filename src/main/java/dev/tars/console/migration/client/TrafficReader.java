package dev.tars.console.migration.client;

import dev.tars.console.connect.postgres.PostgresFault;
import dev.tars.console.connect.postgres.PostgresSession;
import dev.tars.console.migration.Blocker;
import dev.tars.console.migration.BuildFacts;
import dev.tars.console.migration.PreparedFacts;
import dev.tars.console.migration.SessionFacts;
import dev.tars.console.migration.SlotFacts;
import dev.tars.console.migration.StandbyFacts;
import dev.tars.console.migration.TableFacts;
import dev.tars.console.migration.VacuumFacts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads who else is at work on the database: whoever a build would wait for, or disturb. */
final class TrafficReader {

    /** The locks that a concurrent build waits for: those that conflict with SHARE (PostgreSQL 15 manual, 13.3). */
    private static final String WRITERS = "('RowExclusiveLock', 'ShareUpdateExclusiveLock', 'ShareRowExclusiveLock',"
            + " 'ExclusiveLock', 'AccessExclusiveLock')";

    private static final String LOCKED = """
            ARRAY(SELECT DISTINCT format('%s.%s', n.nspname, c.relname)
                  FROM pg_locks l JOIN pg_class c ON c.oid = l.relation JOIN pg_namespace n ON n.oid = c.relnamespace
                  WHERE l.locktype = 'relation' AND l.granted AND l.database = (SELECT oid FROM pg_database
                        WHERE datname = current_database()) AND l.mode IN\s""" + WRITERS + """
                    AND format('%s.%s', n.nspname, c.relname) = ANY (?::text[]) AND\s""";

    private static final String SESSIONS = """
            SELECT a.pid, coalesce(a.usename, '') AS who, coalesce(a.application_name, '') AS application,
                   coalesce(a.state, '') AS state, a.xact_start, coalesce(a.query, '') AS query,
                   a.backend_xmin IS NOT NULL OR a.backend_xid IS NOT NULL AS snapshot,
                   a.state IS NULL AND a.query = '<insufficient privilege>' AS hidden,
                   coalesce(a.application_name, '') LIKE 'tars-console%' AS ours,
                   """ + LOCKED + """
                   l.pid = a.pid) AS locked
            FROM pg_stat_activity a
            WHERE a.datname = current_database() AND a.pid <> pg_backend_pid()
              AND coalesce(a.backend_type, '') NOT IN ('autovacuum worker', 'parallel worker', 'walsender')
              AND (a.xact_start IS NOT NULL OR a.state IS NULL AND a.query = '<insufficient privilege>')
            ORDER BY a.xact_start
            """;

    private static final String PREPARED = """
            SELECT x.gid, x.owner, x.prepared,\s""" + LOCKED + """
                   l.pid IS NULL AND l.virtualtransaction = (
                        SELECT own.virtualtransaction FROM pg_locks own
                        WHERE own.locktype = 'transactionid' AND own.transactionid = x.transaction
                          AND own.pid IS NULL)) AS locked
            FROM pg_prepared_xacts x WHERE x.database = current_database()
            """;

    private static final String SLOTS = """
            SELECT slot_name, active, pg_wal_lsn_diff(CASE WHEN pg_is_in_recovery() THEN pg_last_wal_replay_lsn()
                                                           ELSE pg_current_wal_lsn() END, restart_lsn)::bigint AS kept
            FROM pg_replication_slots
            """;

    private static final String VACUUMS = """
            SELECT a.pid, format('%s.%s', n.nspname, c.relname) AS on_table, p.command, p.phase,
                   a.backend_type = 'autovacuum worker' AS automatic,
                   a.query LIKE '%(to prevent wraparound)%' AS wraparound
            FROM (SELECT pid, relid, 'VACUUM' AS command, phase FROM pg_stat_progress_vacuum
                  WHERE datname = current_database()
                  UNION ALL SELECT pid, relid, 'ANALYZE', phase FROM pg_stat_progress_analyze
                  WHERE datname = current_database()) AS p
            JOIN pg_stat_activity a USING (pid) JOIN pg_class c ON c.oid = p.relid
            JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE format('%s.%s', n.nspname, c.relname) = ANY (?::text[])
            """;

    private static final String BUILDS = """
            SELECT p.pid, coalesce(a.usename, '') AS who, coalesce(a.application_name, '') AS application,
                   format('%s.%s', n.nspname, c.relname) AS on_table, coalesce(i.relname, '') AS index,
                   coalesce(p.command, '') AS command, coalesce(p.phase, '') AS phase
            FROM pg_stat_progress_create_index p JOIN pg_stat_activity a USING (pid)
            JOIN pg_class c ON c.oid = p.relid JOIN pg_namespace n ON n.oid = c.relnamespace
            LEFT JOIN pg_class i ON i.oid = p.index_relid
            WHERE p.datname = current_database()
            """;

    private static final String STANDBYS = """
            SELECT coalesce(application_name, '') AS application, state,
                   coalesce(sync_state IN ('sync', 'quorum'), false) AS synchronous,
                   pg_wal_lsn_diff(sent_lsn, replay_lsn)::bigint AS behind, extract(epoch FROM replay_lag) AS lag
            FROM pg_stat_replication
            """;

    private TrafficReader() {}

    static List<SessionFacts> sessions(PostgresSession session, List<TableFacts> tables) throws PostgresFault {
        return session.query(
                SESSIONS,
                row -> new SessionFacts(
                        new Blocker(
                                row.getInt("pid"),
                                row.getString("who"),
                                row.getString("application"),
                                row.getString("state"),
                                instant(row, "xact_start"),
                                row.getString("query")),
                        row.getBoolean("snapshot"),
                        row.getBoolean("hidden"),
                        row.getBoolean("ours"),
                        RelationReader.texts(row, "locked")),
                (Object) shown(tables));
    }

    static List<PreparedFacts> prepared(PostgresSession session, List<TableFacts> tables) throws PostgresFault {
        return session.query(
                PREPARED,
                row -> new PreparedFacts(
                        row.getString("gid"),
                        row.getString("owner"),
                        instant(row, "prepared").orElseThrow(),
                        RelationReader.texts(row, "locked")),
                (Object) shown(tables));
    }

    static List<SlotFacts> slots(PostgresSession session) throws PostgresFault {
        return session.query(
                SLOTS, row -> new SlotFacts(row.getString("slot_name"), row.getBoolean("active"), whole(row, "kept")));
    }

    static List<VacuumFacts> vacuums(PostgresSession session, List<TableFacts> tables) throws PostgresFault {
        return session.query(
                VACUUMS,
                row -> new VacuumFacts(
                        row.getInt("pid"),
                        row.getString("on_table"),
                        row.getString("command"),
                        row.getBoolean("automatic"),
                        row.getBoolean("wraparound"),
                        row.getString("phase")),
                (Object) shown(tables));
    }

    static List<BuildFacts> builds(PostgresSession session) throws PostgresFault {
        return session.query(
                BUILDS,
                row -> new BuildFacts(
                        row.getInt("pid"),
                        row.getString("who"),
                        row.getString("application"),
                        row.getString("on_table"),
                        row.getString("index"),
                        row.getString("command"),
                        row.getString("phase")));
    }

    static List<StandbyFacts> standbys(PostgresSession session) throws PostgresFault {
        return session.query(STANDBYS, row -> {
            String state = row.getString("state");
            double lag = row.getDouble("lag");
            Optional<Duration> time =
                    row.wasNull() ? Optional.empty() : Optional.of(Duration.ofNanos(Math.round(lag * 1e9)));
            return new StandbyFacts(
                    row.getString("application"),
                    state == null ? "hidden" : state,
                    row.getBoolean("synchronous"),
                    whole(row, "behind"),
                    time);
        });
    }

    private static String[] shown(List<TableFacts> tables) {
        return tables.stream().map(TableFacts::shown).toArray(String[]::new);
    }

    private static OptionalLong whole(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(value);
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
