package dev.tars.console.promql;

/**
 * The mark Prometheus stores where a series ends: one certain NaN, told from others by its bits only.
 * Source: prometheus/prometheus, model/value.
 */
public final class Staleness {

    /** Bits of the mark. */
    public static final long BITS = 0x7ff0000000000002L;

    /** Compare with {@link #isStale}, never with {@code ==}. */
    public static final double MARKER = Double.longBitsToDouble(BITS);

    private Staleness() {}

    public static boolean isStale(double value) {
        return Double.isNaN(value) && Double.doubleToRawLongBits(value) == BITS;
    }
}
