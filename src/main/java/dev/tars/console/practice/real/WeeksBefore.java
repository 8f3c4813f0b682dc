package dev.tars.console.practice.real;

import dev.tars.console.practice.history.CoarseHistory;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings the coarse history into a running Prometheus in the background, so that nobody waits for it. */
final class WeeksBefore implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WeeksBefore.class);
    private static final Duration END_WITHIN = Duration.ofSeconds(1);

    private final Thread thread;

    private WeeksBefore(Thread thread) {
        this.thread = thread;
    }

    static WeeksBefore begin(HistoryBlocks blocks, List<CoarseHistory.Line> lines) {
        Thread thread = new Thread(() -> bring(blocks, lines), "practice-weeks");
        thread.setDaemon(true);
        thread.setPriority(Thread.MIN_PRIORITY);
        thread.start();
        return new WeeksBefore(thread);
    }

    private static void bring(HistoryBlocks blocks, List<CoarseHistory.Line> lines) {
        try {
            blocks.weeks(lines);
        } catch (IOException e) {
            LOG.warn("practice goes on without its coarse history of weeks", e);
        } catch (InterruptedException | CancellationException e) {
            LOG.debug("practice ends before its coarse history is in", e);
        }
    }

    /** Ends the work and its process, where it is not done. */
    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join(END_WITHIN.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
