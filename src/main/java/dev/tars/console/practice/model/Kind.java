package dev.tars.console.practice.model;

/** What Prometheus calls the type of a metric. */
public enum Kind {
    COUNTER,
    GAUGE,
    HISTOGRAM,
    /** Exposed without a type, as exporters do for counters whose name lacks {@code _total}. */
    UNKNOWN
}
