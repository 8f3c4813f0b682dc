package dev.tars.console.app;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.LockSupport;

/**
 * Looks every 10 ms what the FX thread has done, to tell a stall of its own from one of a machine that is busy with
 * something else: its own is the CPU it took and the time it stood waiting for another thread.
 */
final class FxWatch implements AutoCloseable {

    private static final long BEAT = Duration.ofMillis(10).toNanos();
    private static final int KEPT = 6_000;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private record Beat(Instant at, long cpu, long waited) {}

    private final Thread fx;
    private final Deque<Beat> beats = new ArrayDeque<>();
    private final Thread thread = new Thread(this::watch, "fx-watch");
    private volatile boolean closed;

    FxWatch(Thread fx) {
        this.fx = fx;
        thread.setDaemon(true);
        thread.setPriority(Thread.MAX_PRIORITY);
        thread.start();
    }

    private void watch() {
        long waited = 0;
        long last = System.nanoTime();
        while (!closed) {
            LockSupport.parkNanos(BEAT);
            ThreadInfo info = THREADS.getThreadInfo(fx.getId());
            long now = System.nanoTime();
            if (info != null && info.getThreadState() != Thread.State.RUNNABLE) {
                waited += now - last;
            }
            last = now;
            synchronized (beats) {
                beats.add(new Beat(Instant.now(), THREADS.getThreadCpuTime(fx.getId()), waited));
                if (beats.size() > KEPT) {
                    beats.remove();
                }
            }
        }
    }

    /** CPU and waiting of the FX thread in the last minute's part from one time to another. */
    Duration own(Instant from, Instant to) {
        synchronized (beats) {
            Beat first = beats.element();
            Beat last = first;
            for (Beat beat : beats) {
                first = beat.at().isBefore(from) ? beat : first;
                last = last.at().isBefore(to) ? beat : last;
            }
            return Duration.ofNanos(last.cpu() - first.cpu() + last.waited() - first.waited());
        }
    }

    @Override
    public void close() {
        closed = true;
    }
}
