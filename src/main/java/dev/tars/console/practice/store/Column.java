package dev.tars.console.practice.store;

import java.util.Arrays;

/** Samples of one series in the order of time. Grows at the end, is cut at the front. */
final class Column {
    private static final int FIRST_SIZE = 32;

    private long[] times = new long[FIRST_SIZE];
    private double[] values = new double[FIRST_SIZE];
    private int start;
    private int end;

    /** False, and nothing is kept, where {@code time} is not after the last one. */
    boolean append(long time, double value) {
        if (end > start && time <= times[end - 1]) {
            return false;
        }
        if (end == times.length) {
            makeRoom();
        }
        times[end] = time;
        values[end] = value;
        end++;
        return true;
    }

    private void makeRoom() {
        int size = end - start;
        // Cutting leaves room at the front; only a column that is really full becomes longer.
        int capacity =
                size > times.length * 3 / 4 ? times.length + Math.max(times.length / 2, FIRST_SIZE) : times.length;
        times = Arrays.copyOf(Arrays.copyOfRange(times, start, end), capacity);
        values = Arrays.copyOf(Arrays.copyOfRange(values, start, end), capacity);
        start = 0;
        end = size;
    }

    int size() {
        return end - start;
    }

    long time(int index) {
        return times[start + index];
    }

    double value(int index) {
        return values[start + index];
    }

    long lastTime() {
        return end == start ? Long.MIN_VALUE : times[end - 1];
    }

    /** The first index at or after {@code time}. */
    int indexOf(long time) {
        int found = Arrays.binarySearch(times, start, end, time);
        return (found >= 0 ? found : -found - 1) - start;
    }

    void cutBefore(long time) {
        start += indexOf(time);
    }

    /** Copies times and values of the half-open index range. */
    void copy(int from, int to, long[] intoTimes, double[] intoValues, int at) {
        System.arraycopy(times, start + from, intoTimes, at, to - from);
        System.arraycopy(values, start + from, intoValues, at, to - from);
    }
}
