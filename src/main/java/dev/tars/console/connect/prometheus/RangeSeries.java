package dev.tars.console.connect.prometheus;

import java.util.Arrays;
import java.util.Map;
import java.util.Objects;

/**
 * One series over a range, in columns. Gaps are absent times, NaN is a value. The arrays are not copied: treat them as
 * read-only.
 *
 * @param labels its labels; not to be changed
 * @param millis unix milliseconds, ascending
 * @param values as many as {@code millis}
 */
@SuppressWarnings("ArrayRecordComponent")
public record RangeSeries(Map<String, String> labels, long[] millis, double[] values) {
    public RangeSeries {
        Objects.requireNonNull(labels, "labels");
        if (millis.length != values.length) {
            throw new IllegalArgumentException(millis.length + " times, " + values.length + " values");
        }
    }

    public int size() {
        return millis.length;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RangeSeries that
                && labels.equals(that.labels)
                && Arrays.equals(millis, that.millis)
                && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * labels.hashCode() + Arrays.hashCode(millis)) + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return labels + " " + millis.length + " points";
    }
}
