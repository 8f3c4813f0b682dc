package dev.tars.console.base;

import java.util.concurrent.CancellationException;

/** How far a piece of background work has come, and whether it should stop. */
public interface Progress {

    /** @param fraction 0 to 1, negative where the end is not known */
    void report(double fraction, String message);

    boolean isCancelled();

    /** Between steps: ends the work if a person or the owner has cancelled it. */
    default void checkCancelled() {
        if (isCancelled()) {
            throw new CancellationException("cancelled");
        }
    }

    /** For callers that watch nothing. */
    static Progress ignored() {
        return new Progress() {
            @Override
            public void report(double fraction, String message) {}

            @Override
            public boolean isCancelled() {
                return Thread.currentThread().isInterrupted();
            }
        };
    }
}
