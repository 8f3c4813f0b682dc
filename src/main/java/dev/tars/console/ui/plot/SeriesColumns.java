package dev.tars.console.ui.plot;

import java.util.Arrays;

/**
 * What a curve covers in each pixel column: the lowest and the highest value its line takes there, the ways in from the
 * columns beside it included. Nothing is averaged or left out, so one sample among a million that stands apart is in its
 * column's span. Where a sample is no finite number the line is broken; a sample between two breaks, which no line shows,
 * is marked as alone.
 *
 * <p>One pass: within a column only the smallest and largest are kept, and only the one segment that crosses a column's
 * edge is cut there. The buckets are pixels and not counts of samples, so none lies astride two columns. Not thread-safe.
 */
public final class SeriesColumns {

    private final int width;
    private final double[] low;
    private final double[] high;
    private final boolean[] alone;
    private double from;
    private double to;

    /** @param width pixel columns, at least one */
    public SeriesColumns(int width) {
        if (width < 1) {
            throw new IllegalArgumentException("width " + width + ", at least 1 column is needed");
        }
        this.width = width;
        low = new double[width];
        high = new double[width];
        alone = new boolean[width];
        clear();
    }

    /** How many columns there are. */
    public int width() {
        return width;
    }

    /** Whether the curve covers anything of a column. */
    public boolean isCovered(int column) {
        return low[column] <= high[column];
    }

    /** The lowest value in a column that is covered. */
    public double low(int column) {
        return low[column];
    }

    /** The highest value in a column that is covered. */
    public double high(int column) {
        return high[column];
    }

    /** Whether a sample without neighbours lies in the column: it wants to be drawn as a dot. */
    public boolean isAlone(int column) {
        return alone[column];
    }

    /** Where a column begins; the last one holds the end of the range too. */
    double edge(int column) {
        return column == width ? to : from + column * ((to - from) / width);
    }

    /**
     * Folds a curve; what was there before is gone.
     *
     * @param x ascending
     * @param y as many; what is not finite breaks the line
     * @param first left edge of column 0, in units of {@code x}
     * @param last right edge of the last column, above {@code first}
     */
    public void fold(double[] x, double[] y, double first, double last) {
        if (x.length != y.length || !(first < last)) {
            throw new IllegalArgumentException(
                    x.length + " x, " + y.length + " y, from " + first + " to " + last + ": as many, and rising");
        }
        from = first;
        to = last;
        clear();
        // The sample before the range is taken too: its line comes in at the left.
        int i = Math.max(0, before(x, first));
        int broken = i - 1;
        int column = -1;
        while (i < x.length) {
            int came = column;
            while (column < width && isBeyond(column, x[i])) {
                column++;
            }
            boolean isJoined = i - 1 > broken && isFinite(y[i]);
            if (isJoined) {
                cross(came, column, x[i - 1], y[i - 1], x[i], y[i]);
            }
            if (column == width) {
                if (i - broken == 2 && !isFinite(y[i])) {
                    mark(came);
                }
                return;
            }
            int start = i;
            double lowest = column < 0 ? 0 : low[column];
            double highest = column < 0 ? 0 : high[column];
            double end = edge(column + 1);
            boolean isLast = column == width - 1;
            for (; i < x.length && (x[i] < end || isLast && x[i] == end); i++) {
                double value = y[i];
                if (isFinite(value)) {
                    lowest = value < lowest ? value : lowest;
                    highest = value > highest ? value : highest;
                } else {
                    if (i - broken == 2) {
                        mark(i > start ? column : came);
                    }
                    broken = i;
                }
            }
            if (column >= 0) {
                low[column] = lowest;
                high[column] = highest;
            }
        }
        if (i - broken == 2) {
            mark(column);
        }
    }

    private boolean isBeyond(int column, double x) {
        return column == width - 1 ? x > to : x >= edge(column + 1);
    }

    private static boolean isFinite(double value) {
        return Math.abs(value) <= Double.MAX_VALUE;
    }

    private void mark(int column) {
        if (column >= 0) {
            alone[column] = true;
        }
    }

    /** Puts a segment's height at each edge it crosses into the columns on both sides. */
    private void cross(int here, int there, double x0, double y0, double x1, double y1) {
        for (int k = here + 1; k <= there; k++) {
            double y = at(edge(k), x0, y0, x1, y1);
            widen(k - 1, y);
            widen(k, y);
        }
    }

    /** The height of a segment; never outside its ends, whatever the rounding. */
    static double at(double x, double x0, double y0, double x1, double y1) {
        double y = y0 + (y1 - y0) * ((x - x0) / (x1 - x0));
        return Math.max(Math.min(y0, y1), Math.min(Math.max(y0, y1), y));
    }

    private void widen(int column, double y) {
        if (column >= 0 && column < width) {
            low[column] = Math.min(low[column], y);
            high[column] = Math.max(high[column], y);
        }
    }

    private void clear() {
        Arrays.fill(low, Double.POSITIVE_INFINITY);
        Arrays.fill(high, Double.NEGATIVE_INFINITY);
        Arrays.fill(alone, false);
    }

    /** Index of the last sample left of a place; -1 where there is none. */
    private static int before(double[] x, double place) {
        int left = 0;
        int right = x.length;
        while (left < right) {
            int middle = (left + right) >>> 1;
            if (x[middle] < place) {
                left = middle + 1;
            } else {
                right = middle;
            }
        }
        return left - 1;
    }
}
