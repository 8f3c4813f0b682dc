package dev.tars.console.practice.model;

/** A classic histogram: counts per bucket, not cumulated, the last without bound. */
public final class Histogram implements Cell {
    private final double[] bounds;
    private final double[] counts;
    private double sum;

    /** @param phase gives each bucket a remainder to start with, so that thin tails do not all tick at once */
    Histogram(double[] bounds, Noise phase) {
        this.bounds = bounds.clone();
        this.counts = new double[bounds.length + 1];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = phase.constant(i);
        }
    }

    /** Spreads {@code amount} observations over the buckets as {@code durations} says. */
    void observe(double amount, LogNormal durations) {
        if (amount <= 0) {
            return;
        }
        double below = 0;
        for (int i = 0; i < bounds.length; i++) {
            double upTo = durations.share(bounds[i]);
            counts[i] += amount * Math.max(0, upTo - below);
            below = upTo;
        }
        counts[bounds.length] += amount * Math.max(0, 1 - below);
        sum += amount * durations.mean();
    }

    /** The upper bounds, without the infinite one. */
    public double[] bounds() {
        return bounds.clone();
    }

    /** Whole observations in one bucket alone; bucket {@code bounds().length} has no bound. */
    public long count(int bucket) {
        return (long) Math.floor(counts[bucket]);
    }

    public int buckets() {
        return counts.length;
    }

    public double sum() {
        return sum;
    }
}
