package dev.tars.console.migration.client;

import dev.tars.console.base.Ticker;
import dev.tars.console.migration.Benchmark;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGStatement;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The runs of one query: as many threads as it has connections take the next run until none is left. */
final class QueryRuns {

    private static final Logger LOG = LoggerFactory.getLogger(QueryRuns.class);
    private static final int WARM_UP = 2;
    private static final int SEED = 17;

    private final String sql;
    private final List<List<Object>> samples;
    private final Benchmark how;
    private final Ticker ticker;
    private final RunTimes times = new RunTimes();
    private final AtomicInteger taken = new AtomicInteger();
    private final AtomicReference<@Nullable SQLException> failure = new AtomicReference<>();
    private final Set<Statement> underWay = ConcurrentHashMap.newKeySet();
    private final CountDownLatch ended;
    private volatile boolean stopped;

    /** @param samples values of the parameters, at least one set of them */
    QueryRuns(String sql, List<List<Object>> samples, Benchmark how, Ticker ticker) {
        this.sql = sql;
        this.samples = samples;
        this.how = how;
        this.ticker = ticker;
        this.ended = new CountDownLatch(how.concurrency());
    }

    /** Takes runs until none is left, one fails, or {@link #stop}; each thread with a connection of its own. */
    void take(Connection connection, int thread) {
        Random random = new Random(SEED + thread);
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            planAnew(query);
            underWay.add(query);
            try {
                for (int i = 0; i < WARM_UP && !stopped; i++) {
                    run(query, random);
                }
                while (!stopped && taken.getAndIncrement() < how.runs()) {
                    long start = ticker.nanos();
                    run(query, random);
                    times.add(ticker.nanos() - start);
                }
            } finally {
                underWay.remove(query);
            }
        } catch (SQLException e) {
            failure.compareAndSet(null, e);
            stop();
        } finally {
            ended.countDown();
        }
    }

    private void run(PreparedStatement query, Random random) throws SQLException {
        bind(query, samples.get(random.nextInt(samples.size())));
        try (ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                // Until the last row: a page is there when all of it is.
                rows.getObject(1);
            }
        }
    }

    /** No plan is kept: what is timed is what {@code EXPLAIN} shows for the same values. */
    static void planAnew(PreparedStatement query) throws SQLException {
        query.unwrap(PGStatement.class).setPrepareThreshold(0);
    }

    static void bind(PreparedStatement query, List<Object> values) throws SQLException {
        for (int i = 0; i < values.size(); i++) {
            query.setObject(i + 1, values.get(i));
        }
    }

    /** One that never began: its place is not waited for. */
    void absent() {
        ended.countDown();
    }

    /** Ends the runs, those on the server too. */
    void stop() {
        stopped = true;
        for (Statement statement : underWay) {
            try {
                statement.cancel();
            } catch (SQLException e) {
                LOG.debug("a run of the benchmark is not cancelled; its time limit ends it", e);
            }
        }
    }

    CountDownLatch ended() {
        return ended;
    }

    double fraction() {
        return (double) times.count() / how.runs();
    }

    RunTimes times() {
        return times;
    }

    Optional<SQLException> failure() {
        return Optional.ofNullable(failure.get());
    }
}
