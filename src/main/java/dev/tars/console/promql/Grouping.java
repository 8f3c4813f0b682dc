package dev.tars.console.promql;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts the series of an aggregation into its groups, in the order the groups come up. */
final class Grouping {
    private final boolean without;
    private final List<String> labels;

    Grouping(Expr.Aggregation aggregation) {
        this(aggregation, List.of());
    }

    /** @param kept labels that {@code by} keeps although they are not named there */
    Grouping(Expr.Aggregation aggregation, List<String> kept) {
        this.without = aggregation.without();
        this.labels = new ArrayList<>(aggregation.labels());
        this.labels.addAll(without ? List.of(Labels.NAME) : kept);
    }

    Labels of(Labels series) {
        return without ? series.without(labels) : series.keep(labels);
    }

    Map<Labels, List<Column>> groups(List<Column> columns) {
        Map<Labels, List<Column>> groups = new LinkedHashMap<>();
        for (Column column : columns) {
            groups.computeIfAbsent(of(column.labels), key -> new ArrayList<>()).add(column);
        }
        return groups;
    }
}
