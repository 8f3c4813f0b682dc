package dev.tars.console.checklist;

import java.time.Duration;

/**
 * How far a watch has come.
 *
 * @param elapsed time that is proven
 * @param needed time that has to be
 * @param restarts how often it began anew
 */
public record Hold(Duration elapsed, Duration needed, int restarts) {

    /** 0 to 1. */
    public double fraction() {
        return Math.min(1, (double) elapsed.toMillis() / Math.max(1, needed.toMillis()));
    }
}
