package dev.tars.console.promql;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** {@code and}, {@code or}, {@code unless}: elements stay as they are, or go. */
final class SetOperators {

    private SetOperators() {}

    static List<Column> apply(Expr.BinaryOp binary, List<Column> left, List<Column> right) {
        Signature signature = new Signature(binary.matching());
        return switch (binary.op()) {
            case AND -> kept(left, presence(right, signature), signature, true);
            case UNLESS -> kept(left, presence(right, signature), signature, false);
            default -> {
                List<Column> both = new ArrayList<>(left);
                both.addAll(kept(right, presence(left, signature), signature, false));
                yield Columns.joined(both);
            }
        };
    }

    private static Map<Labels, boolean[]> presence(List<Column> columns, Signature signature) {
        Map<Labels, boolean[]> presence = new HashMap<>();
        for (Column column : columns) {
            boolean[] there =
                    presence.computeIfAbsent(signature.of(column.labels), key -> new boolean[column.present.length]);
            for (int i = 0; i < there.length; i++) {
                there[i] |= column.present[i];
            }
        }
        return presence;
    }

    /** The elements whose pairing is there ({@code wanted}) or is not. */
    private static List<Column> kept(
            List<Column> columns, Map<Labels, boolean[]> presence, Signature signature, boolean wanted) {
        List<Column> results = new ArrayList<>(columns.size());
        for (Column column : columns) {
            boolean[] there = presence.get(signature.of(column.labels));
            Column result = new Column(column.labels, column.values.length);
            for (int i = 0; i < column.values.length; i++) {
                boolean paired = there != null && there[i];
                if (column.present[i] && paired == wanted) {
                    result.put(i, column.values[i]);
                }
            }
            results.add(result);
        }
        return results;
    }
}
