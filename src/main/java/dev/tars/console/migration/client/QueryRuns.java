package dev.tars.console.migration.client;

import dev.tars.console.base.Ticker;
import dev.tars.console.connect.postgres.PostgresFault;
import dev.tars.console.connect.postgres.PostgresSession;
import dev.tars.console.migration.Benchmark;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The runs of one query: as many threads as it has sessions take the next run until none is left. */
final class QueryRuns {

    private static final int WARM_UP = 2;
    private static final int SEED = 17;

    private final String sql;
    private final List<@Nullable Object[]> samples;
    private final Benchmark how;
    private final Ticker ticker;
    private final RunTimes times = new RunTimes();
    private final AtomicInteger taken = new AtomicInteger();
    private final AtomicReference<@Nullable PostgresFault> failure = new AtomicReference<>();
    private final CountDownLatch ended;
    private volatile boolean stopped;

    /** @param samples values of the parameters, at least one set of them */
    QueryRuns(String sql, List<@Nullable Object[]> samples, Benchmark how, Ticker ticker) {
        this.sql = sql;
        this.samples = samples;
        this.how = how;
        this.ticker = ticker;
        this.ended = new CountDownLatch(how.concurrency());
    }

    /** Takes runs until none is left, one fails, or {@link #stop}; each thread with a session of its own. */
    void take(PostgresSession session, int thread) {
        Random random = new Random(SEED + thread);
        try {
            for (int i = 0; i < WARM_UP && !stopped; i++) {
                run(session, random);
            }
            while (!stopped && taken.getAndIncrement() < how.runs()) {
                long start = ticker.nanos();
                run(session, random);
                times.add(ticker.nanos() - start);
            }
        } catch (PostgresFault e) {
            failure.compareAndSet(null, e);
            stop();
        } finally {
            ended.countDown();
        }
    }

    /** Until the last row: a page is there when all of it is. */
    private void run(PostgresSession session, Random random) throws PostgresFault {
        var unused = session.query(
                sql, row -> Optional.ofNullable(row.getObject(1)), samples.get(random.nextInt(samples.size())));
    }

    /** One that never began: its place is not waited for. */
    void absent() {
        ended.countDown();
    }

    /** No further run begins. */
    void stop() {
        stopped = true;
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

    Optional<PostgresFault> failure() {
        return Optional.ofNullable(failure.get());
    }
}
