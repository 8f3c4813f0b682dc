package dev.tars.console.slo;

/** How much a violation matters; later is worse. */
public enum Severity {
    INFO,
    WARNING,
    ERROR,
    CRITICAL
}
