package dev.tars.console.migration;

import java.time.Duration;

/**
 * How long a query took, over many runs.
 *
 * <p>The interval of the p95 holds the true one with a probability of 95 %, whatever the distribution: its bounds are the
 * runs of rank {@code np ± 1.96 √(np(1−p))} (Conover, Practical Nonparametric Statistics, 3rd ed., 3.2). Two profiles
 * whose intervals overlap may be the same.
 *
 * @param runs how many were counted
 * @param concurrency how many were under way at a time
 * @param p95Low lower bound of the p95's interval
 * @param p95High upper bound; the slowest run where there were too few for one
 */
public record LatencyProfile(
        int runs,
        int concurrency,
        Duration p50,
        Duration p95,
        Duration p99,
        Duration max,
        Duration p95Low,
        Duration p95High) {

    /** Fewer say nothing about a p95. */
    public static final int LEAST_RUNS = 20;

    public LatencyProfile {
        if (runs < 1 || concurrency < 1) {
            throw new IllegalArgumentException(
                    "a profile has at least one run, one at a time, not " + runs + " at " + concurrency);
        }
        if (p50.isNegative() || p50.compareTo(p95) > 0 || p95.compareTo(p99) > 0 || p99.compareTo(max) > 0) {
            throw new IllegalArgumentException(
                    "0 <= p50 <= p95 <= p99 <= max does not hold: " + p50 + ", " + p95 + ", " + p99 + ", " + max);
        }
        if (p95Low.compareTo(p95) > 0 || p95High.compareTo(p95) < 0) {
            throw new IllegalArgumentException("the p95 " + p95 + " is outside " + p95Low + " to " + p95High);
        }
    }

    /** Rank, from 1, of the lower bound of the p95's interval among so many runs. */
    public static int lowRank(int runs) {
        return (int) Math.max(1, Math.floor(runs * P - margin(runs)));
    }

    /** Rank, from 1, of the upper bound; the last run where there are too few. */
    public static int highRank(int runs) {
        return (int) Math.min(runs, Math.ceil(runs * P + margin(runs)));
    }

    private static final double P = 0.95;
    private static final double Z = 1.96;

    private static double margin(int runs) {
        return Z * Math.sqrt(runs * P * (1 - P));
    }

    /** Whether it is slower than the other beyond what chance explains. */
    public boolean isSlowerThan(LatencyProfile other) {
        return p95Low.compareTo(other.p95High) > 0;
    }
}
