package dev.tars.console.promql;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;

/** Steps that most functions share. */
final class Columns {
    static final String SAME_LABELS = "vector cannot contain metrics with the same labelset";

    private Columns() {}

    /**
     * Joins columns of equal labels, which a function yields when it drops the metric name of series that take turns.
     *
     * @throws PromqlEvaluationException when two of them have a value at one step
     */
    static List<Column> joined(List<Column> columns) {
        Map<Labels, Column> byLabels = new LinkedHashMap<>();
        boolean twice = false;
        for (Column column : columns) {
            twice |= byLabels.putIfAbsent(column.labels, column) != null;
        }
        if (!twice) {
            return columns;
        }
        Map<Labels, Column> joined = new LinkedHashMap<>();
        for (Column column : columns) {
            Column target = joined.computeIfAbsent(column.labels, labels -> new Column(labels, column.values.length));
            for (int i = 0; i < column.values.length; i++) {
                if (column.present[i]) {
                    if (target.present[i]) {
                        throw new PromqlEvaluationException(SAME_LABELS);
                    }
                    target.put(i, column.values[i]);
                }
            }
        }
        return new ArrayList<>(joined.values());
    }

    /** Columns that hold something. Equal labels are refused even when they take turns, as range functions do. */
    static List<Column> distinct(List<Column> columns) {
        Set<Labels> seen = new HashSet<>();
        List<Column> filled = new ArrayList<>(columns.size());
        for (Column column : columns) {
            if (!column.isEmpty()) {
                if (!seen.add(column.labels)) {
                    throw new PromqlEvaluationException(SAME_LABELS);
                }
                filled.add(column);
            }
        }
        return filled;
    }

    /** A value for each value; the metric name goes. */
    static List<Column> mapped(List<Column> columns, DoubleUnaryOperator function) {
        return joined(each(columns, function));
    }

    /** Like {@link #mapped}, but the result may hold equal labels. */
    static List<Column> each(List<Column> columns, DoubleUnaryOperator function) {
        List<Column> mapped = new ArrayList<>(columns.size());
        for (Column column : columns) {
            Column result = new Column(column.labels.withoutName(), column.values.length);
            for (int i = 0; i < column.values.length; i++) {
                if (column.present[i]) {
                    result.put(i, function.applyAsDouble(column.values[i]));
                }
            }
            mapped.add(result);
        }
        return mapped;
    }
}
