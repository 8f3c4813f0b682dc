package dev.tars.console.promql;

/**
 * A view of one series in a store; nothing is copied, so the store must not change the viewed part while a query runs.
 *
 * @param millis times of the samples, strictly rising, milliseconds since 1970
 * @param values the samples; {@link Staleness#MARKER} where the series ends
 * @param from index of the first sample in view
 * @param to index after the last sample in view
 */
public record StoredSeries(Labels labels, long[] millis, double[] values, int from, int to) {

    public StoredSeries {
        if (from < 0 || to < from || to > millis.length || to > values.length) {
            throw new IllegalArgumentException("samples " + from + ".." + to + " of " + millis.length);
        }
    }

    /** All samples of both arrays. */
    public static StoredSeries of(Labels labels, long[] millis, double[] values) {
        return new StoredSeries(labels, millis, values, 0, millis.length);
    }

    public int size() {
        return to - from;
    }

    /** The part between two times, both included. */
    public StoredSeries between(long fromMillis, long toMillis) {
        int first = Samples.firstAtOrAfter(millis, from, to, fromMillis);
        int end = toMillis == Long.MAX_VALUE ? to : Samples.firstAtOrAfter(millis, first, to, toMillis + 1);
        return new StoredSeries(labels, millis, values, first, end);
    }
}
