package dev.tars.console.promql;

import java.util.Locale;

/** The aggregation operators of Prometheus 2.42. */
public enum AggregationOp {
    SUM,
    AVG,
    MIN,
    MAX,
    COUNT,
    GROUP,
    STDDEV,
    STDVAR,
    TOPK,
    BOTTOMK,
    COUNT_VALUES,
    QUANTILE;

    /** The word in a query. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** True where a parameter stands before the vector: {@code topk(5, x)}. */
    public boolean takesParameter() {
        return this == TOPK || this == BOTTOMK || this == COUNT_VALUES || this == QUANTILE;
    }
}
