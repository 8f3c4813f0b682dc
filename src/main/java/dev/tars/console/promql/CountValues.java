package dev.tars.console.promql;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code count_values}: how many series of a group have each value; the value becomes a label. */
final class CountValues {

    private CountValues() {}

    static List<Column> apply(Expr.Aggregation aggregation, String label, List<Column> columns) {
        if (!LabelFunctions.isLabel(label)) {
            throw new PromqlEvaluationException("invalid label name " + QuotedText.quote(label));
        }
        Grouping grouping = new Grouping(aggregation, List.of(label));
        Map<Labels, Column> results = new LinkedHashMap<>();
        for (Column column : columns) {
            for (int i = 0; i < column.values.length; i++) {
                if (column.present[i]) {
                    Labels labels = grouping.of(column.labels.with(label, Numbers.format(column.values[i])));
                    Column result = results.computeIfAbsent(labels, key -> new Column(key, column.values.length));
                    result.put(i, result.values[i] + 1);
                }
            }
        }
        return new ArrayList<>(results.values());
    }
}
