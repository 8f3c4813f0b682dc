package dev.tars.console.promql;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** {@code sort} and {@code sort_desc}; NaN comes last in both. Over a range of time there is no order to give. */
final class Sorting {

    private Sorting() {}

    static List<Column> sorted(List<Column> columns, boolean descending) {
        if (columns.isEmpty() || columns.get(0).values.length != 1) {
            return columns;
        }
        Comparator<Double> byNumber = descending ? Comparator.reverseOrder() : Comparator.naturalOrder();
        List<Column> sorted = new ArrayList<>(columns);
        sorted.sort(Comparator.comparing((Column column) -> Double.isNaN(column.values[0]))
                .thenComparing(column -> column.values[0], byNumber));
        return sorted;
    }
}
