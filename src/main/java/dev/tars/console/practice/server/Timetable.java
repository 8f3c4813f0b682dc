package dev.tars.console.practice.server;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs work at aligned instants: whole multiples of an interval plus an offset. The work is given the aligned instant,
 * not the slightly later one it runs at, so that samples lie evenly. Instants missed while the machine slept are
 * left out.
 */
final class Timetable {
    private static final Logger LOG = LoggerFactory.getLogger(Timetable.class);

    private final ScheduledExecutorService executor;
    private final Clock clock;

    Timetable(ScheduledExecutorService executor, Clock clock) {
        this.executor = executor;
        this.clock = clock;
    }

    void every(Duration interval, Duration offset, Consumer<Instant> work) {
        scheduleNext(interval.toMillis(), offset.toMillis(), work);
    }

    private void scheduleNext(long interval, long offset, Consumer<Instant> work) {
        long now = clock.millis();
        Instant next = Instant.ofEpochMilli(nextAfter(now, interval, offset));
        try {
            executor.schedule(
                    () -> {
                        run(work, next);
                        scheduleNext(interval, offset, work);
                    },
                    next.toEpochMilli() - now,
                    TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException closed) {
            LOG.debug("no more turns: practice is being closed");
        }
    }

    private static void run(Consumer<Instant> work, Instant at) {
        try {
            work.accept(at);
        } catch (RuntimeException e) {
            LOG.warn("a turn at {} broke off; the next one comes", at, e);
        }
    }

    /** The first aligned instant after {@code now}, in milliseconds. */
    static long nextAfter(long now, long interval, long offset) {
        return Math.floorDiv(now - offset, interval) * interval + offset + interval;
    }
}
