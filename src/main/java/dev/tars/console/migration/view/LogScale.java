package dev.tars.console.migration.view;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * A logarithmic axis of times.
 *
 * @param low logarithm to the base 10 of its left end, in seconds
 * @param high of its right end, above {@code low}
 * @param left where it begins, in pixels
 * @param width how wide it is, in pixels
 */
record LogScale(double low, double high, double left, double width) {

    private static final double LEAST_SECONDS = 1e-6;
    private static final double MARGIN = 0.08;
    private static final double WIDE = 1.6;

    /** One that holds all times and the limit. */
    static LogScale of(List<Duration> times, Duration limit, double left, double right) {
        double[] logs = Stream.concat(times.stream(), Stream.of(limit))
                .mapToDouble(t -> Math.log10(Math.max(LEAST_SECONDS, t.toNanos() / 1e9)))
                .toArray();
        double low = Arrays.stream(logs).min().orElse(-3) - MARGIN;
        double high = Arrays.stream(logs).max().orElse(0) + MARGIN;
        return new LogScale(low, Math.max(low + 1, high), left, Math.max(1, right - left));
    }

    double x(double seconds) {
        double log = Math.log10(Math.max(LEAST_SECONDS, seconds));
        double share = Math.max(0, Math.min(1, (log - low) / (high - low)));
        return left + share * width;
    }

    /** Round times on it, in seconds: powers of ten, on a narrow axis their doubles and fives, too. */
    List<Double> ticks() {
        List<Double> ticks = new ArrayList<>();
        List<Integer> digits = high - low < WIDE ? List.of(1, 2, 5) : List.of(1);
        for (int exponent = (int) Math.floor(low); exponent <= Math.ceil(high); exponent++) {
            for (int digit : digits) {
                double seconds = digit * Math.pow(10, exponent);
                double log = Math.log10(seconds);
                if (log >= low && log <= high) {
                    ticks.add(seconds);
                }
            }
        }
        return ticks;
    }
}
