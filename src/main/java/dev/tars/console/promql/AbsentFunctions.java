package dev.tars.console.promql;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** {@code absent} and {@code absent_over_time}: 1 at each step where there is nothing. */
final class AbsentFunctions {

    private AbsentFunctions() {}

    static List<Column> absent(Expr argument, List<Column> columns, int steps) {
        boolean[] there = new boolean[steps];
        for (Column column : columns) {
            for (int i = 0; i < steps; i++) {
                there[i] |= column.present[i];
            }
        }
        return result(argument, there);
    }

    static List<Column> absentOverTime(Expr argument, Ranges ranges) {
        boolean[] there = new boolean[ranges.ends().length];
        for (StoredSeries series : ranges.series()) {
            for (int i = 0; i < there.length; i++) {
                there[i] |= series.between(ranges.start(i), ranges.ends()[i]).size() > 0;
            }
        }
        return result(argument, there);
    }

    private static List<Column> result(Expr argument, boolean[] there) {
        Column column = new Column(labels(argument), there.length);
        for (int i = 0; i < there.length; i++) {
            if (!there[i]) {
                column.put(i, 1);
            }
        }
        return column.isEmpty() ? List.of() : List.of(column);
    }

    /** The labels that a plain selector pins to one value. */
    private static Labels labels(Expr argument) {
        Expr bare = Expr.bare(argument);
        List<LabelMatcher> matchers = List.of();
        if (bare instanceof Expr.VectorSelector selector) {
            matchers = selector.matchers();
        } else if (bare instanceof Expr.MatrixSelector matrix) {
            matchers = matrix.selector().matchers();
        }
        Map<String, String> pinned = new TreeMap<>();
        Set<String> unclear = new HashSet<>();
        for (LabelMatcher matcher : matchers) {
            boolean first = !pinned.containsKey(matcher.name());
            if (matcher.op() == MatchOp.EQUAL && first) {
                pinned.put(matcher.name(), matcher.value());
            } else {
                unclear.add(matcher.name());
            }
        }
        unclear.add(Labels.NAME);
        pinned.keySet().removeAll(unclear);
        return Labels.of(pinned);
    }
}
