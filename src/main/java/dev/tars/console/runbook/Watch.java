package dev.tars.console.runbook;

import java.time.Duration;
import java.util.Objects;

/**
 * A claim that has to hold over time.
 *
 * @param hold how long it has to hold
 * @param every how often it is asked
 * @param onMiss what a miss does
 * @param onUnknown what an answer that is no answer does
 */
public record Watch(Duration hold, Duration every, OnMiss onMiss, OnUnknown onUnknown) {

    /** How often where the file does not say. */
    public static final Duration EVERY = Duration.ofMinutes(1);

    /** What a miss does to the time held so far. */
    public enum OnMiss {
        /** The time begins anew. */
        RESTART,
        /** The item is missed, for good. */
        FAIL
    }

    /** What a gap does to the time held so far. */
    public enum OnUnknown {
        /** The gap does not count, the time before it does. */
        PAUSE,
        /** The time begins anew. */
        RESTART
    }

    public Watch {
        Objects.requireNonNull(onMiss, "onMiss");
        Objects.requireNonNull(onUnknown, "onUnknown");
        if (every.isZero() || every.isNegative() || hold.compareTo(every) < 0) {
            throw new IllegalArgumentException("a watch of " + hold + " cannot be asked every " + every);
        }
    }
}
