package dev.tars.console.promql;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * {@code topk} and {@code bottomk}: the series themselves, the best of each group at each step. NaN is the worst for
 * both. Among equals the one that Prometheus would keep is kept: hence the same heap, not a sort.
 */
final class TopAggregation {
    private final Map<Labels, List<Column>> groups;
    private final boolean top;

    TopAggregation(Expr.Aggregation aggregation, List<Column> columns) {
        this.groups = new Grouping(aggregation).groups(columns);
        this.top = aggregation.op() == AggregationOp.TOPK;
    }

    List<Column> apply(double[] parameter) {
        List<Column> results = new ArrayList<>();
        groups.forEach((labels, members) -> results.addAll(best(members, parameter)));
        return results;
    }

    private List<Column> best(List<Column> members, double[] parameter) {
        int steps = parameter.length;
        Column[] results = new Column[members.size()];
        Set<Integer> order = new LinkedHashSet<>();
        for (int step = 0; step < steps; step++) {
            for (int index : winners(members, step, count(parameter[step], members.size()))) {
                order.add(index);
                if (results[index] == null) {
                    results[index] = new Column(members.get(index).labels, steps);
                }
                results[index].put(step, members.get(index).values[step]);
            }
        }
        return order.stream().map(index -> results[index]).toList();
    }

    private static int count(double parameter, int most) {
        if (!(parameter >= Long.MIN_VALUE && parameter <= Long.MAX_VALUE)) {
            throw new PromqlEvaluationException("Scalar value " + Numbers.general(parameter) + " overflows int64");
        }
        return (int) Math.max(0, Math.min((long) parameter, most));
    }

    /** Indices of the winners, best first. */
    private List<Integer> winners(List<Column> members, int step, int count) {
        if (count == 0) {
            return List.of();
        }
        WorstFirst heap = new WorstFirst(count, top);
        for (int i = 0; i < members.size(); i++) {
            if (members.get(i).present[step]) {
                heap.offer(i, members.get(i).values[step]);
            }
        }
        List<Integer> winners = heap.indices();
        winners.sort(Comparator.comparing((Integer index) -> Double.isNaN(value(members, index, step)))
                .thenComparing(index -> top ? -value(members, index, step) : value(members, index, step)));
        return winners;
    }

    private static double value(List<Column> members, int index, int step) {
        return members.get(index).values[step];
    }
}
