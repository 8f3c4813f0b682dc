package dev.tars.console.practice.server;

import java.time.Duration;

/** Spreads scrapes over the interval: each target always at its own moment of it, as Prometheus does. */
public final class Stagger {
    private static final long GOLDEN = 0x9e3779b97f4a7c15L;

    private Stagger() {}

    /** From zero up to, not including, {@code interval}; whole milliseconds. */
    public static Duration of(String instance, Duration interval) {
        long bits = (instance.hashCode() * GOLDEN) >>> 11;
        return Duration.ofMillis(bits % interval.toMillis());
    }
}
