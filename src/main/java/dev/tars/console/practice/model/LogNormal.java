package dev.tars.console.practice.model;

/**
 * A log-normal distribution of durations in seconds, the usual shape of latencies.
 *
 * @param median above 0, in seconds
 * @param sigma above 0, the standard deviation of the logarithm
 */
public record LogNormal(double median, double sigma) {

    private static final double Z95 = 1.6448536269514722;

    public LogNormal {
        if (!(median > 0) || !(sigma > 0)) {
            throw new IllegalArgumentException("median and sigma are above 0, not " + median + " and " + sigma);
        }
    }

    /** The same shape, all durations longer by {@code factor}. */
    public LogNormal slower(double factor) {
        return new LogNormal(median * factor, sigma);
    }

    public double mean() {
        return median * Math.exp(sigma * sigma / 2);
    }

    public double p95() {
        return median * Math.exp(Z95 * sigma);
    }

    /** The share of durations up to {@code seconds}. */
    public double share(double seconds) {
        return seconds <= 0 ? 0 : normal(Math.log(seconds / median) / sigma);
    }

    /** The standard normal distribution's cumulative function; Abramowitz and Stegun 26.2.17, error below 7.5e-8. */
    private static double normal(double z) {
        double t = 1 / (1 + 0.2316419 * Math.abs(z));
        double tail = Math.exp(-z * z / 2)
                / Math.sqrt(2 * Math.PI)
                * t
                * (0.319381530 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
        return z >= 0 ? 1 - tail : tail;
    }
}
