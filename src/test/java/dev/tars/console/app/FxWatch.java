package dev.tars.console.app;

import dev.tars.console.ui.background.Stall;
import dev.tars.console.ui.background.StallWatchdog;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * Looks every 10 ms how much CPU the FX thread and the renderer it waits for have used, to tell a stall of their own
 * from one of a machine that is busy with something else.
 */
final class FxWatch implements AutoCloseable {

    private static final long BEAT = Duration.ofMillis(10).toNanos();
    private static final int KEPT = 6_000;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final List<String> WAITING = List.of("jdk.internal.misc.Unsafe.park", "java.lang.Object.wait");

    private record Beat(Instant at, long cpu) {}

    private final long[] painting;
    private final Deque<Beat> beats = new ArrayDeque<>();
    private final Thread thread = new Thread(this::watch, "fx-watch");
    private volatile boolean closed;

    FxWatch() {
        painting = Thread.getAllStackTraces().keySet().stream()
                .filter(t -> t.getName().startsWith("JavaFX Application")
                        || t.getName().startsWith("QuantumRenderer"))
                .mapToLong(Thread::getId)
                .toArray();
        if (painting.length != 2) {
            throw new IllegalStateException("no FX thread with its renderer, but " + painting.length + " threads");
        }
        thread.setDaemon(true);
        thread.start();
    }

    private void watch() {
        while (!closed) {
            LockSupport.parkNanos(BEAT);
            long cpu = 0;
            for (long id : painting) {
                cpu += THREADS.getThreadCpuTime(id);
            }
            synchronized (beats) {
                beats.add(new Beat(Instant.now(), cpu));
                if (beats.size() > KEPT) {
                    beats.remove();
                }
            }
        }
    }

    /** CPU used while the FX thread stood still; known for a minute. */
    Duration cpu(Stall stall) {
        Instant from = stall.at().minus(StallWatchdog.LIMIT);
        Instant to = from.plus(stall.lasted());
        synchronized (beats) {
            Beat first = beats.element();
            Beat last = first;
            for (Beat beat : beats) {
                first = beat.at().isBefore(from) ? beat : first;
                last = last.at().isBefore(to) ? beat : last;
            }
            return Duration.ofNanos(last.cpu() - first.cpu());
        }
    }

    /** Whether the console is to blame: it painted for more than the limit, or code of ours waited. */
    boolean isOwn(Stall stall) {
        boolean waits = stall.stack().stream()
                .findFirst()
                .map(f -> WAITING.contains(f.getClassName() + "." + f.getMethodName()))
                .orElse(false);
        boolean ours = stall.stack().stream().anyMatch(f -> f.getClassName().startsWith("dev.tars."));
        return cpu(stall).compareTo(StallWatchdog.LIMIT) > 0 || (waits && ours);
    }

    /** Which part of its looks came too late to be one, of the last minute: what others take of the machine. */
    double late() {
        synchronized (beats) {
            long due = Duration.between(beats.element().at(), Instant.now()).toNanos() / BEAT;
            return Math.max(0, 1 - beats.size() / (double) Math.max(1, due));
        }
    }

    @Override
    public void close() {
        closed = true;
    }
}
