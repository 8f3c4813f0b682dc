package dev.tars.console.promql;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Arithmetic and comparison of two vectors, by the matching rules of Prometheus.
 *
 * <p>Labels are looked at once a series; only who is there at which step is looked at again and again. The side that may
 * hold a pairing once is called the one side, the other the many side, whichever is left.
 */
final class VectorMatching {
    private final Expr.BinaryOp binary;
    private final Matching matching;
    private final Operator op;
    private final boolean oneIsLeft;
    private final Signature signature;
    private final Map<Labels, Column> results = new LinkedHashMap<>();

    VectorMatching(Expr.BinaryOp binary) {
        this.binary = binary;
        this.matching = binary.matching();
        this.op = binary.op();
        this.oneIsLeft = matching.cardinality() == Matching.Cardinality.ONE_TO_MANY;
        this.signature = new Signature(matching);
    }

    List<Column> apply(List<Column> left, List<Column> right) {
        List<Column> many = oneIsLeft ? right : left;
        List<Column> one = oneIsLeft ? left : right;
        Map<Labels, List<Column>> ones = bySignature(one);
        if (ones.values().stream().anyMatch(sharing -> sharing.size() > 1)) {
            refuseTwins(one, many);
        }
        Map<Labels, Map<Column, boolean[]>> written = new HashMap<>();
        for (Column column : many) {
            Labels key = signature.of(column.labels);
            for (Column partner : ones.getOrDefault(key, List.of())) {
                pair(column, partner, written.computeIfAbsent(key, labels -> new HashMap<>()));
            }
        }
        return new ArrayList<>(results.values());
    }

    private Map<Labels, List<Column>> bySignature(List<Column> columns) {
        Map<Labels, List<Column>> grouped = new LinkedHashMap<>();
        for (Column column : columns) {
            grouped.computeIfAbsent(signature.of(column.labels), labels -> new ArrayList<>())
                    .add(column);
        }
        return grouped;
    }

    /** Series of the one side may share a pairing only when they take turns, or when there is nothing to pair with. */
    private void refuseTwins(List<Column> one, List<Column> many) {
        List<Labels> keys =
                one.stream().map(column -> signature.of(column.labels)).toList();
        int steps = one.get(0).present.length;
        for (int step = 0; step < steps; step++) {
            if (!anyAt(many, step)) {
                continue;
            }
            Map<Labels, Column> seen = new HashMap<>();
            for (int i = 0; i < one.size(); i++) {
                Column column = one.get(i);
                Column twin = column.present[step] ? seen.put(keys.get(i), column) : null;
                if (twin != null) {
                    throw new PromqlEvaluationException("found duplicate series for the match group " + keys.get(i)
                            + " on the " + (oneIsLeft ? "left" : "right") + " hand-side of the operation: ["
                            + column.labels + ", " + twin.labels
                            + "];many-to-many matching not allowed: matching labels must be unique on one side");
                }
            }
        }
    }

    private static boolean anyAt(List<Column> columns, int step) {
        for (Column column : columns) {
            if (column.present[step]) {
                return true;
            }
        }
        return false;
    }

    /** @param written which steps of which result this pairing has given already */
    private void pair(Column many, Column one, Map<Column, boolean[]> written) {
        int steps = many.values.length;
        Column result = results.computeIfAbsent(labels(many.labels, one.labels), labels -> new Column(labels, steps));
        for (int i = 0; i < steps; i++) {
            if (!many.present[i] || !one.present[i]) {
                continue;
            }
            double left = oneIsLeft ? one.values[i] : many.values[i];
            double right = oneIsLeft ? many.values[i] : one.values[i];
            boolean holds = Arithmetic.holds(op, left, right);
            if (holds || binary.bool()) {
                claim(result, i, written, steps);
                result.put(i, binary.bool() ? (holds ? 1 : 0) : Arithmetic.apply(op, left, right));
            }
        }
    }

    private void claim(Column result, int step, Map<Column, boolean[]> written, int steps) {
        if (matching.cardinality() == Matching.Cardinality.ONE_TO_ONE) {
            for (boolean[] taken : written.values()) {
                if (taken[step]) {
                    throw new PromqlEvaluationException("multiple matches for labels: "
                            + "many-to-one matching must be explicit (group_left/group_right)");
                }
            }
        }
        boolean[] mine = written.computeIfAbsent(result, key -> new boolean[steps]);
        if (mine[step]) {
            throw new PromqlEvaluationException(
                    "multiple matches for labels: grouping labels must ensure unique matches");
        }
        if (result.present[step]) {
            throw new PromqlEvaluationException(Columns.SAME_LABELS);
        }
        mine[step] = true;
    }

    private Labels labels(Labels many, Labels one) {
        Labels labels = op.dropsName() || binary.bool() ? many.withoutName() : many;
        if (matching.cardinality() == Matching.Cardinality.ONE_TO_ONE) {
            labels = matching.on() ? labels.keep(matching.labels()) : labels.without(matching.labels());
        }
        for (String included : matching.include()) {
            labels = labels.with(included, one.get(included));
        }
        return labels;
    }
}
