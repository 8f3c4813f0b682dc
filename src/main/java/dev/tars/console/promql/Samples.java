package dev.tars.console.promql;

/** Search in rising times. */
final class Samples {

    private Samples() {}

    /** Index of the first time at or after the given one, {@code to} when there is none. */
    static int firstAtOrAfter(long[] millis, int from, int to, long time) {
        int low = from;
        int high = to;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (millis[middle] < time) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
