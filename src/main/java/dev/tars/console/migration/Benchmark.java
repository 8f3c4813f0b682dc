package dev.tars.console.migration;

import java.time.Duration;

/**
 * How the queries are measured.
 *
 * @param runs of each query, 20 to 100,000
 * @param concurrency runs at a time, each on a connection of its own, 1 to 32
 * @param longest a run that takes longer is cancelled and makes the measurement fail
 * @param mayWrite whether the cost of an insert may be measured; never on a protected environment
 */
public record Benchmark(int runs, int concurrency, Duration longest, boolean mayWrite) {

    /** What a person gets who chooses nothing. */
    public static final Benchmark USUAL = new Benchmark(200, 8, Duration.ofSeconds(10), false);

    public Benchmark {
        if (runs < LatencyProfile.LEAST_RUNS || runs > 100_000) {
            throw new IllegalArgumentException(
                    "a benchmark has " + LatencyProfile.LEAST_RUNS + " to 100000 runs, not " + runs);
        }
        if (concurrency < 1 || concurrency > 32) {
            throw new IllegalArgumentException("a benchmark has 1 to 32 runs at a time, not " + concurrency);
        }
        if (longest.isNegative() || longest.isZero() || longest.compareTo(Duration.ofMinutes(10)) > 0) {
            throw new IllegalArgumentException("a run may take 1 ns to 10 min, not " + longest);
        }
    }

    /** The same where rows may be inserted and taken back. */
    public Benchmark writing() {
        return new Benchmark(runs, concurrency, longest, true);
    }
}
