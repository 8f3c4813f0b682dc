package dev.tars.console.promql;

import java.util.ArrayList;
import java.util.List;

/** A bounded binary heap with the worst of the best on top, moving its elements as Go's {@code container/heap} does. */
final class WorstFirst {
    private final int[] indices;
    private final double[] values;
    private final boolean top;
    private int size;

    WorstFirst(int capacity, boolean top) {
        this.indices = new int[capacity];
        this.values = new double[capacity];
        this.top = top;
    }

    void offer(int index, double value) {
        if (size < values.length) {
            indices[size] = index;
            values[size] = value;
            up(size++);
        } else if (beatsWorst(value)) {
            // Taken out and put in again, not replaced in place: that decides who stays among equals.
            swap(0, --size);
            down();
            indices[size] = index;
            values[size] = value;
            up(size++);
        }
    }

    private boolean beatsWorst(double value) {
        boolean better = top ? values[0] < value : values[0] > value;
        return better || (Double.isNaN(values[0]) && !Double.isNaN(value));
    }

    private boolean worse(int a, int b) {
        if (Double.isNaN(values[a])) {
            return true;
        }
        return top ? values[a] < values[b] : values[a] > values[b];
    }

    private void up(int from) {
        int at = from;
        while (at > 0 && worse(at, (at - 1) / 2)) {
            swap(at, (at - 1) / 2);
            at = (at - 1) / 2;
        }
    }

    private void down() {
        int at = 0;
        while (2 * at + 1 < size) {
            int child = 2 * at + 1;
            if (child + 1 < size && worse(child + 1, child)) {
                child++;
            }
            if (!worse(child, at)) {
                return;
            }
            swap(at, child);
            at = child;
        }
    }

    private void swap(int a, int b) {
        int index = indices[a];
        indices[a] = indices[b];
        indices[b] = index;
        double value = values[a];
        values[a] = values[b];
        values[b] = value;
    }

    List<Integer> indices() {
        List<Integer> list = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            list.add(indices[i]);
        }
        return list;
    }
}
