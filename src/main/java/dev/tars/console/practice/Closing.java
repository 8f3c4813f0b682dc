package dev.tars.console.practice;

import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is to be closed, the last opened first. */
final class Closing implements AutoCloseable {

    /** Closes without a checked exception. */
    @FunctionalInterface
    interface Step {
        void close();
    }

    private static final Logger LOG = LoggerFactory.getLogger(Closing.class);

    private final Deque<Step> steps = new ArrayDeque<>();

    synchronized void add(Step step) {
        steps.push(step);
    }

    @Override
    public synchronized void close() {
        while (!steps.isEmpty()) {
            Step step = steps.pop();
            try {
                step.close();
            } catch (RuntimeException e) {
                // The others hold threads, processes and folders of their own.
                LOG.error("A part of practice is not closed", e);
            }
        }
    }
}
