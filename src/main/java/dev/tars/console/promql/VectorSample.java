package dev.tars.console.promql;

/**
 * One element of an instant vector.
 *
 * @param atMillis time of the evaluation, milliseconds since 1970
 */
public record VectorSample(Labels labels, double value, long atMillis) {}
