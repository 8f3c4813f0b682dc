package dev.tars.console.migration.client;

import dev.tars.console.migration.LatencyProfile;
import java.time.Duration;
import org.HdrHistogram.Histogram;

/** Times of runs, kept to three significant digits. Safe for use by several threads. */
final class RunTimes {

    private static final int DIGITS = 3;
    private static final double WHOLE = 100;

    private final Histogram histogram = new Histogram(DIGITS);

    synchronized void add(long nanos) {
        histogram.recordValue(Math.max(0, nanos));
    }

    synchronized int count() {
        return (int) histogram.getTotalCount();
    }

    /** @throws IllegalArgumentException where there is not one run */
    synchronized LatencyProfile profile(int concurrency) {
        int runs = (int) histogram.getTotalCount();
        return new LatencyProfile(
                runs,
                concurrency,
                at(50),
                at(95),
                at(99),
                Duration.ofNanos(histogram.getMaxValue()),
                at(WHOLE * LatencyProfile.lowRank(runs) / Math.max(1, runs)),
                at(WHOLE * LatencyProfile.highRank(runs) / Math.max(1, runs)));
    }

    private Duration at(double percentile) {
        return Duration.ofNanos(histogram.getValueAtPercentile(percentile));
    }
}
