package dev.tars.console.runbook;

/** Which of several values a comparison is about. */
public enum Aggregate {
    /** Each of them. */
    ALL,
    /** At least one of them. */
    ANY,
    /** The largest. */
    MAX,
    /** The smallest. */
    MIN,
    /** All added up. */
    SUM,
    /** How many there are; none is no answer, not 0. */
    COUNT
}
