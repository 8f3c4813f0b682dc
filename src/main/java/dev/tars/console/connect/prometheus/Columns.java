package dev.tars.console.connect.prometheus;

import java.util.Arrays;
import java.util.Map;

/** Times and values of one series as they arrive, in growing columns. */
final class Columns {
    private long[] millis = new long[16];
    private double[] values = new double[16];
    private int size;

    void add(long time, double value) {
        if (size == millis.length) {
            millis = Arrays.copyOf(millis, size * 2);
            values = Arrays.copyOf(values, size * 2);
        }
        millis[size] = time;
        values[size++] = value;
    }

    void addAll(RangeSeries series) {
        int needed = size + series.size();
        if (needed > millis.length) {
            millis = Arrays.copyOf(millis, needed);
            values = Arrays.copyOf(values, needed);
        }
        System.arraycopy(series.millis(), 0, millis, size, series.size());
        System.arraycopy(series.values(), 0, values, size, series.size());
        size = needed;
    }

    int size() {
        return size;
    }

    InstantSample first(Map<String, String> labels) {
        return new InstantSample(labels, millis[0], values[0]);
    }

    RangeSeries series(Map<String, String> labels) {
        return new RangeSeries(labels, Arrays.copyOf(millis, size), Arrays.copyOf(values, size));
    }

    void clear() {
        size = 0;
    }
}
