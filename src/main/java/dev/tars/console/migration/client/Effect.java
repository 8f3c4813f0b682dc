package dev.tars.console.migration.client;

import dev.tars.console.base.Ticker;
import dev.tars.console.connect.postgres.PostgresFault;
import dev.tars.console.connect.postgres.PostgresSession;
import dev.tars.console.migration.Backend;
import dev.tars.console.migration.LiveEffect;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Reads how the database fares; the rate is over the time since the reading before. */
final class Effect {

    private static final String READING = """
            SELECT (SELECT count(*) FROM pg_stat_activity
                    WHERE state = 'active' AND backend_type = 'client backend' AND datname = current_database()
                      AND pid <> pg_backend_pid() AND pid <> ?) AS active,
                   (SELECT xact_commit + xact_rollback FROM pg_stat_database
                    WHERE datname = current_database()) AS transactions,
                   (SELECT extract(epoch FROM max(replay_lag)) FROM pg_stat_replication) AS lag
            """;

    private static final String BLOCKED = """
            SELECT a.pid, coalesce(a.query, '') AS query,
                   extract(epoch FROM clock_timestamp() - coalesce(min(l.waitstart), a.query_start)) AS waits
            FROM pg_stat_activity a JOIN pg_locks l ON l.pid = a.pid AND NOT l.granted
            WHERE ? = ANY (pg_blocking_pids(a.pid))
            GROUP BY a.pid, a.query, a.query_start
            """;

    private final Ticker ticker;
    private long transactions = -1;
    private long readAt;

    Effect(Ticker ticker) {
        this.ticker = ticker;
    }

    /** Of one thread at a time. */
    synchronized LiveEffect read(PostgresSession session, Backend ours) throws PostgresFault {
        List<LiveEffect.Blocked> blocked = session.query(
                BLOCKED,
                row -> new LiveEffect.Blocked(
                        row.getInt("pid"), String.valueOf(row.getString("query")), seconds(row.getDouble("waits"))),
                ours.pid());
        return session.query(READING, row -> effect(row, blocked), ours.pid()).get(0);
    }

    private LiveEffect effect(ResultSet row, List<LiveEffect.Blocked> blocked) throws SQLException {
        int active = row.getInt("active");
        long now = ticker.nanos();
        long counted = row.getLong("transactions");
        double passed = (now - readAt) / 1e9;
        OptionalDouble rate = transactions < 0 || passed <= 0 || counted < transactions
                ? OptionalDouble.empty()
                : OptionalDouble.of((counted - transactions) / passed);
        transactions = counted;
        readAt = now;
        double lag = row.getDouble("lag");
        return new LiveEffect(active, rate, row.wasNull() ? Optional.empty() : Optional.of(seconds(lag)), blocked);
    }

    private static Duration seconds(double value) {
        return Duration.ofNanos(Math.max(0, Math.round(value * 1e9)));
    }
}
