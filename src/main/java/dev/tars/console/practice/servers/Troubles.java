package dev.tars.console.practice.servers;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes trouble for those who build indexes on practice's PostgreSQL, and ends it. What is wanted is brought about again
 * and again, so a server that starts later has it too.
 *
 * <p>A full disk and duplicate keys are raised by an event trigger at the end of the command: the index is complete then
 * and not yet valid, so it stays behind as after the real fault. Indexes of temporary tables are let be.
 */
final class Troubles implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Troubles.class);
    private static final long EVERY_MILLIS = 400;
    private static final String REPORT = "nightly-report.py";
    private static final String TRIGGER = "practice_trouble";

    private final LocalPostgres postgres;
    private final CutLine line;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread its = new Thread(work, "practice-troubles");
        its.setDaemon(true);
        return its;
    });
    private volatile Set<Trouble> wanted = Set.of();
    private @Nullable Connection report;
    private Set<Trouble> raised = Set.of();

    Troubles(LocalPostgres postgres, CutLine line) {
        this.postgres = postgres;
        this.line = line;
    }

    void open() {
        if (!thread.isShutdown()) {
            var unused = thread.scheduleWithFixedDelay(this::round, EVERY_MILLIS, EVERY_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    void want(Set<Trouble> troubles) {
        wanted = Set.copyOf(troubles);
        line.cut(troubles.contains(Trouble.LINE_CUT));
    }

    private void round() {
        try {
            Set<Trouble> now = wanted;
            holdOpen(now.contains(Trouble.LONG_TRANSACTION));
            raise(now);
            if (now.contains(Trouble.BUILD_CANCELLED)) {
                execute("SELECT pg_cancel_backend(pid) FROM pg_stat_progress_create_index"
                        + " WHERE phase LIKE 'building%' OR phase LIKE 'index validation%'");
            }
        } catch (SQLException e) {
            // The server is down or starts: the next round tries again.
            LOG.debug("practice's troubles do not reach PostgreSQL", e);
        } catch (RuntimeException e) {
            LOG.warn("practice's troubles failed at one round and go on", e);
        }
    }

    /** Its session is not asked whether it lives: an answer would be its last statement. One that was ended stays away. */
    private void holdOpen(boolean wants) throws SQLException {
        Connection open = report;
        if (open != null && (!wants || open.isClosed())) {
            report = null;
            open.close();
            open = null;
        }
        if (wants && open == null) {
            Connection fresh = postgres.connect();
            report = fresh;
            fresh.setAutoCommit(false);
            fresh.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            try (Statement statement = fresh.createStatement()) {
                statement.execute("SET application_name = '" + REPORT + "'");
                statement.execute(
                        "SELECT agent_id, count(*) FROM evaluations WHERE created_at > now() - interval '1 day'"
                                + " GROUP BY agent_id");
            }
        }
    }

    private void raise(Set<Trouble> now) throws SQLException {
        Set<Trouble> next = EnumSet.noneOf(Trouble.class);
        next.addAll(now);
        next.retainAll(EnumSet.of(Trouble.DUPLICATE_ROWS, Trouble.DISK_FULL));
        if (next.equals(raised)) {
            return;
        }
        execute("DROP EVENT TRIGGER IF EXISTS " + TRIGGER);
        if (!next.isEmpty()) {
            execute("CREATE OR REPLACE FUNCTION " + TRIGGER + "() RETURNS event_trigger LANGUAGE plpgsql AS $$"
                    + " BEGIN IF EXISTS (SELECT 1 FROM pg_event_trigger_ddl_commands() WHERE schema_name LIKE 'pg_temp%')"
                    + " THEN RETURN; END IF; " + fault(next) + " END $$");
            execute("CREATE EVENT TRIGGER " + TRIGGER + " ON ddl_command_end WHEN TAG IN ('CREATE INDEX')"
                    + " EXECUTE FUNCTION " + TRIGGER + "()");
        }
        raised = next;
    }

    private static String fault(Set<Trouble> of) {
        return of.contains(Trouble.DISK_FULL)
                ? "RAISE EXCEPTION 'could not extend file: No space left on device' USING ERRCODE = '53100';"
                : "RAISE EXCEPTION 'could not create unique index' USING ERRCODE = '23505',"
                        + " DETAIL = 'Key (agent_id)=(ppo_agent_1) is duplicated.';";
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = postgres.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
        line.close();
    }
}
