package dev.tars.console.slo;

import dev.tars.console.base.Ticker;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.Callable;
import java.util.concurrent.Delayed;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * A clock, a ticker and a scheduler that stand still until they are moved. Tasks run on the thread that moves them, in
 * the order of their time; a task may move time itself, as a server that hangs does.
 */
public final class HandMovedTime extends AbstractExecutorService implements ScheduledExecutorService, Ticker {

    private final List<Task<?>> tasks = new ArrayList<>();
    private Instant clock;
    private long ticks = 1_000;
    private long order;
    private boolean shutdown;

    public HandMovedTime(Instant start) {
        this.clock = start;
    }

    /** Lets time go by, and all that is due with it. */
    public void advance(Duration by) {
        long end = ticks + by.toNanos();
        Optional<Task<?>> next = dueBy(end);
        while (next.isPresent()) {
            Task<?> task = next.get();
            moveTo(Math.max(ticks, task.due));
            tasks.remove(task);
            task.run();
            next = dueBy(end);
        }
        moveTo(Math.max(ticks, end));
    }

    /** Runs what is due now. */
    public void runDue() {
        advance(Duration.ZERO);
    }

    /** The wall clock alone moves: it was set, or the computer slept. */
    public void jump(Duration by) {
        clock = clock.plus(by);
    }

    /** Clock and ticker move while no task gets to run: the process stood still. */
    public void freeze(Duration by) {
        moveTo(ticks + by.toNanos());
    }

    private void moveTo(long to) {
        clock = clock.plusNanos(to - ticks);
        ticks = to;
    }

    private Optional<Task<?>> dueBy(long end) {
        return tasks.stream()
                .filter(task -> task.due <= end && !task.isDone())
                .min(Comparator.<Task<?>>comparingLong(task -> task.due).thenComparingLong(task -> task.order));
    }

    /** Tasks that would still run. */
    public int waiting() {
        return (int) tasks.stream().filter(task -> !task.isDone()).count();
    }

    public Instant now() {
        return clock;
    }

    public Clock clock() {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return clock;
            }
        };
    }

    @Override
    public long nanos() {
        return ticks;
    }

    private final class Task<V> extends FutureTask<V> implements ScheduledFuture<V> {
        private final long due;
        private final long order;

        Task(Callable<V> work, long due, long order) {
            super(work);
            this.due = due;
            this.order = order;
        }

        @Override
        public long getDelay(TimeUnit unit) {
            return unit.convert(due - ticks, TimeUnit.NANOSECONDS);
        }

        @Override
        public int compareTo(Delayed other) {
            return Long.compare(getDelay(TimeUnit.NANOSECONDS), other.getDelay(TimeUnit.NANOSECONDS));
        }
    }

    @Override
    public <V> ScheduledFuture<V> schedule(Callable<V> work, long delay, TimeUnit unit) {
        Task<V> task = new Task<>(work, ticks + unit.toNanos(delay), order++);
        tasks.add(task);
        return task;
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable work, long delay, TimeUnit unit) {
        return schedule(
                () -> {
                    work.run();
                    return true;
                },
                delay,
                unit);
    }

    @Override
    public void execute(Runnable work) {
        // Kept so that its failure would not be lost in a future that nobody reads.
        Task<Boolean> task = new Task<>(
                () -> {
                    work.run();
                    return true;
                },
                ticks,
                order++);
        tasks.add(task);
    }

    @Override
    public ScheduledFuture<?> scheduleAtFixedRate(Runnable work, long delay, long period, TimeUnit unit) {
        throw new UnsupportedOperationException("bursts after a gap");
    }

    @Override
    public ScheduledFuture<?> scheduleWithFixedDelay(Runnable work, long delay, long period, TimeUnit unit) {
        throw new UnsupportedOperationException("not used");
    }

    @Override
    public void shutdown() {
        shutdown = true;
        tasks.clear();
    }

    @Override
    public List<Runnable> shutdownNow() {
        shutdown();
        return List.of();
    }

    @Override
    public boolean isShutdown() {
        return shutdown;
    }

    @Override
    public boolean isTerminated() {
        return shutdown;
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) {
        return shutdown;
    }
}
