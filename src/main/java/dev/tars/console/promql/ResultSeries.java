package dev.tars.console.promql;

/**
 * One series of an answer.
 *
 * @param millis times, strictly rising, milliseconds since 1970
 */
public record ResultSeries(Labels labels, long[] millis, double[] values) {

    public ResultSeries {
        if (millis.length != values.length) {
            throw new IllegalArgumentException(millis.length + " times for " + values.length + " values");
        }
    }

    public int size() {
        return millis.length;
    }
}
