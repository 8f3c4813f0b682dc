package dev.tars.console.practice;

import java.util.ArrayDeque;
import java.util.Deque;

/** What is to be closed, the last opened first. */
final class Closing implements AutoCloseable {

    /** Closes without a checked exception. */
    @FunctionalInterface
    interface Step {
        void close();
    }

    private final Deque<Step> steps = new ArrayDeque<>();

    synchronized void add(Step step) {
        steps.push(step);
    }

    @Override
    public synchronized void close() {
        while (!steps.isEmpty()) {
            steps.pop().close();
        }
    }
}
