package dev.tars.console.promql;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Aggregations that make one series of each group. The others are {@link TopAggregation} and {@link CountValues}. */
final class Aggregations {

    private Aggregations() {}

    /** @param parameter of {@code quantile}, one a step; not read by the others */
    static List<Column> apply(Expr.Aggregation aggregation, double[] parameter, List<Column> columns) {
        List<Column> results = new ArrayList<>();
        Map<Labels, List<Column>> groups = new Grouping(aggregation).groups(columns);
        groups.forEach((labels, members) -> results.add(one(aggregation.op(), parameter, labels, members)));
        return results;
    }

    private static Column one(AggregationOp op, double[] parameter, Labels labels, List<Column> members) {
        int steps = members.get(0).values.length;
        Column result = new Column(labels, steps);
        double[] buffer = new double[members.size()];
        for (int step = 0; step < steps; step++) {
            int size = 0;
            for (Column member : members) {
                if (member.present[step]) {
                    buffer[size++] = member.values[step];
                }
            }
            if (size > 0) {
                double q = op == AggregationOp.QUANTILE ? parameter[step] : 0;
                result.put(step, value(op, q, buffer, size));
            }
        }
        return result;
    }

    private static double value(AggregationOp op, double q, double[] values, int size) {
        return switch (op) {
            case SUM -> sum(values, size);
            case AVG -> average(values, size);
            case MIN -> min(values, size);
            case MAX -> max(values, size);
            case COUNT -> size;
            case GROUP -> 1;
            case STDVAR -> variance(values, size);
            case STDDEV -> Math.sqrt(variance(values, size));
            case QUANTILE -> Quantiles.of(q, Arrays.copyOf(values, size));
            case TOPK, BOTTOMK, COUNT_VALUES -> throw new IllegalArgumentException(op + " makes more than one series");
        };
    }

    private static double sum(double[] values, int size) {
        double sum = values[0];
        for (int i = 1; i < size; i++) {
            sum += values[i];
        }
        return sum;
    }

    /** A running mean, so that large values do not overflow. */
    private static double average(double[] values, int size) {
        double mean = values[0];
        for (int i = 1; i < size; i++) {
            double count = i + 1;
            if (!OverTimeFunctions.keepsInfinite(mean, values[i])) {
                mean += values[i] / count - mean / count;
            }
        }
        return mean;
    }

    private static double min(double[] values, int size) {
        double best = values[0];
        for (int i = 1; i < size; i++) {
            best = OverTimeFunctions.smaller(best, values[i]);
        }
        return best;
    }

    private static double max(double[] values, int size) {
        double best = values[0];
        for (int i = 1; i < size; i++) {
            best = OverTimeFunctions.larger(best, values[i]);
        }
        return best;
    }

    /** Of the whole population, in one pass (Welford, 1962). */
    private static double variance(double[] values, int size) {
        double mean = values[0];
        double squares = 0;
        for (int i = 1; i < size; i++) {
            double delta = values[i] - mean;
            mean += delta / (i + 1);
            squares += delta * (values[i] - mean);
        }
        return squares / size;
    }
}
