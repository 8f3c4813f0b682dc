package dev.tars.console.ui.background;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The threads of one owner (the window, an environment): a scheduler for polling and a bounded pool for work. All are
 * named daemons; closing interrupts them and waits up to two seconds.
 */
public final class Workers implements AutoCloseable {

    /** More work than this in the queue is refused, not piled up. */
    private static final int QUEUE = 64;

    /** A poll, the watch over it, and what a poll asks for besides. */
    private static final int POLLING = 3;

    private static final Duration CLOSING = Duration.ofSeconds(2);
    private static final Logger LOG = LoggerFactory.getLogger(Workers.class);

    private final String owner;
    private final ScheduledThreadPoolExecutor scheduler;
    private final ThreadPoolExecutor pool;

    /**
     * @param owner first part of the names of the threads
     * @param size threads of the pool, 1 or more; they end when idle
     */
    public Workers(String owner, int size) {
        this.owner = owner;
        scheduler = new ScheduledThreadPoolExecutor(POLLING, named(owner + "-poll"));
        scheduler.setRemoveOnCancelPolicy(true);
        scheduler.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        pool = new ThreadPoolExecutor(
                size, size, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(QUEUE), named(owner + "-work"));
        pool.allowCoreThreadTimeOut(true);
    }

    private static ThreadFactory named(String name) {
        AtomicInteger number = new AtomicInteger();
        return task -> {
            Thread thread = new Thread(task, name + "-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }

    /** For polling; forgets cancelled tasks. */
    public ScheduledExecutorService scheduler() {
        return scheduler;
    }

    /** For work that blocks; refuses when full. */
    public Executor pool() {
        return pool;
    }

    @Override
    public void close() {
        scheduler.shutdownNow();
        pool.shutdownNow();
        long end = System.nanoTime() + CLOSING.toNanos();
        if (!ended(scheduler, end) || !ended(pool, end)) {
            LOG.warn("threads of {} did not end within {} s", owner, CLOSING.toSeconds());
        }
    }

    private static boolean ended(ExecutorService executor, long end) {
        try {
            return executor.awaitTermination(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
