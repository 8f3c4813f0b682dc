package dev.tars.console.promql;

import java.util.ArrayList;
import java.util.List;

/** Operators with a scalar on at least one side. */
final class ScalarBinary {

    private ScalarBinary() {}

    static double[] scalars(Operator op, double[] left, double[] right) {
        double[] result = new double[left.length];
        for (int i = 0; i < result.length; i++) {
            result[i] = op.isComparison()
                    ? (Arithmetic.holds(op, left[i], right[i]) ? 1 : 0)
                    : Arithmetic.apply(op, left[i], right[i]);
        }
        return result;
    }

    /** A comparison that filters keeps the value of the vector, on whichever side it stands. */
    static List<Column> vector(Expr.BinaryOp binary, List<Column> columns, double[] scalars, boolean scalarLeft) {
        Operator op = binary.op();
        boolean unnamed = op.dropsName() || binary.bool();
        List<Column> results = new ArrayList<>(columns.size());
        for (Column column : columns) {
            Labels labels = unnamed ? column.labels.withoutName() : column.labels;
            Column result = new Column(labels, scalars.length);
            for (int i = 0; i < scalars.length; i++) {
                if (column.present[i]) {
                    double left = scalarLeft ? scalars[i] : column.values[i];
                    double right = scalarLeft ? column.values[i] : scalars[i];
                    boolean holds = Arithmetic.holds(op, left, right);
                    if (binary.bool()) {
                        result.put(i, holds ? 1 : 0);
                    } else if (op.isComparison() && holds) {
                        result.put(i, column.values[i]);
                    } else if (holds) {
                        result.put(i, Arithmetic.apply(op, left, right));
                    }
                }
            }
            results.add(result);
        }
        return Columns.joined(results);
    }
}
