package dev.tars.console.promql;

/**
 * One series of an intermediate result over all steps of an evaluation. Whoever makes one fills it; afterwards it is not
 * changed.
 */
final class Column {
    final Labels labels;
    final double[] values;
    final boolean[] present;

    Column(Labels labels, int steps) {
        this(labels, new double[steps], new boolean[steps]);
    }

    private Column(Labels labels, double[] values, boolean[] present) {
        this.labels = labels;
        this.values = values;
        this.present = present;
    }

    /** The same samples under other labels. */
    Column named(Labels other) {
        return other.equals(labels) ? this : new Column(other, values, present);
    }

    void put(int step, double value) {
        values[step] = value;
        present[step] = true;
    }

    boolean isEmpty() {
        for (boolean there : present) {
            if (there) {
                return false;
            }
        }
        return true;
    }

    /** The samples that are there, as a series; no markers, no gaps. */
    ResultSeries series(Steps steps) {
        int size = 0;
        for (boolean there : present) {
            size += there ? 1 : 0;
        }
        long[] millis = new long[size];
        double[] found = new double[size];
        int at = 0;
        for (int i = 0; i < present.length; i++) {
            if (present[i]) {
                millis[at] = steps.time(i);
                found[at++] = values[i];
            }
        }
        return new ResultSeries(labels, millis, found);
    }
}
