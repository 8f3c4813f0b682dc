package dev.tars.console.promql;

import static dev.tars.console.promql.ValueType.MATRIX;
import static dev.tars.console.promql.ValueType.SCALAR;
import static dev.tars.console.promql.ValueType.STRING;
import static dev.tars.console.promql.ValueType.VECTOR;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All functions of Prometheus 2.42. */
public final class Functions {
    private static final Map<String, Function> ALL = new LinkedHashMap<>();

    static {
        for (String name : List.of(
                "abs",
                "absent",
                "acos",
                "acosh",
                "asin",
                "asinh",
                "atan",
                "atanh",
                "ceil",
                "cos",
                "cosh",
                "deg",
                "exp",
                "floor",
                "histogram_count",
                "histogram_sum",
                "ln",
                "log10",
                "log2",
                "rad",
                "sgn",
                "sin",
                "sinh",
                "sort",
                "sort_desc",
                "sqrt",
                "tan",
                "tanh",
                "timestamp")) {
            add(name, VECTOR, 0, VECTOR);
        }
        for (String name : List.of(
                "absent_over_time",
                "avg_over_time",
                "changes",
                "count_over_time",
                "delta",
                "deriv",
                "idelta",
                "increase",
                "irate",
                "last_over_time",
                "max_over_time",
                "min_over_time",
                "present_over_time",
                "rate",
                "resets",
                "stddev_over_time",
                "stdvar_over_time",
                "sum_over_time")) {
            add(name, VECTOR, 0, MATRIX);
        }
        for (String name : List.of(
                "day_of_month", "day_of_week", "day_of_year", "days_in_month", "hour", "minute", "month", "year")) {
            add(name, VECTOR, 1, VECTOR);
        }
        add("clamp", VECTOR, 0, VECTOR, SCALAR, SCALAR);
        add("clamp_max", VECTOR, 0, VECTOR, SCALAR);
        add("clamp_min", VECTOR, 0, VECTOR, SCALAR);
        add("histogram_fraction", VECTOR, 0, SCALAR, SCALAR, VECTOR);
        add("histogram_quantile", VECTOR, 0, SCALAR, VECTOR);
        add("holt_winters", VECTOR, 0, MATRIX, SCALAR, SCALAR);
        add("label_join", VECTOR, -1, VECTOR, STRING, STRING, STRING);
        add("label_replace", VECTOR, 0, VECTOR, STRING, STRING, STRING, STRING);
        add("pi", SCALAR, 0);
        add("predict_linear", VECTOR, 0, MATRIX, SCALAR);
        add("quantile_over_time", VECTOR, 0, SCALAR, MATRIX);
        add("round", VECTOR, 1, VECTOR, SCALAR);
        add("scalar", SCALAR, 0, VECTOR);
        add("time", SCALAR, 0);
        add("vector", VECTOR, 0, SCALAR);
    }

    private Functions() {}

    private static void add(String name, ValueType returns, int variadic, ValueType... takes) {
        ALL.put(name, new Function(name, List.of(takes), variadic, returns));
    }

    public static Optional<Function> named(String name) {
        return Optional.ofNullable(ALL.get(name));
    }

    /** The names of all functions. */
    public static Set<String> names() {
        return Set.copyOf(ALL.keySet());
    }
}
