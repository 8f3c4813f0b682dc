package dev.tars.console.practice.history;

import dev.tars.console.practice.model.Noise;
import dev.tars.console.practice.store.TimeSeriesStore;
import dev.tars.console.promql.LabelMatcher;
import dev.tars.console.promql.Labels;
import dev.tars.console.promql.MatchOp;
import dev.tars.console.promql.StoredSeries;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The weeks before the detailed period, for the records {@code tars:slo:*} alone. They are not computed from raw
 * samples, which nobody keeps that long: each series goes on backwards from its own detailed mean, with the daily
 * rhythm and noise of the model, and meets its objective with the same margin.
 */
public final class CoarseHistory {
    private static final double SWING = 0.06;
    private static final double ROUGH = 0.05;

    /** One series of coarse history. */
    public record Line(Labels labels, long[] millis, double[] values) {}

    private CoarseHistory() {}

    /**
     * @param detailedFrom where detailed samples begin; the coarse ones end before it
     * @param length how far back they go
     */
    public static List<Line> of(TimeSeriesStore store, Instant detailedFrom, Duration length, long seed) {
        long step = TimeSeriesStore.COARSE_STEP.toMillis();
        long end = detailedFrom.toEpochMilli();
        long start = Math.floorDiv(end - length.toMillis(), step) * step + step;
        int points = (int) Math.max(0, (end - 1 - start) / step + 1);
        List<Line> lines = new ArrayList<>();
        List<LabelMatcher> objectives = List.of(new LabelMatcher(Labels.NAME, MatchOp.REGEX, "tars:slo:.+"));
        for (StoredSeries series : store.select(objectives, end, Long.MAX_VALUE / 2)) {
            double mean = mean(series);
            if (!Double.isNaN(mean) && points > 0) {
                lines.add(line(series.labels(), mean, start, step, points, seed));
            }
        }
        return lines;
    }

    private static double mean(StoredSeries series) {
        double sum = 0;
        int count = 0;
        for (int i = series.from(); i < series.to(); i++) {
            double value = series.values()[i];
            if (!Double.isNaN(value) && !Double.isInfinite(value)) {
                sum += value;
                count++;
            }
        }
        return count == 0 ? Double.NaN : sum / count;
    }

    private static Line line(Labels labels, double mean, long start, long step, int points, long seed) {
        Noise noise = new Noise(seed, labels.toString());
        long[] millis = new long[points];
        double[] values = new double[points];
        double ceiling = ceiling(labels.name(), mean);
        for (int i = 0; i < points; i++) {
            millis[i] = start + i * step;
            double seconds = millis[i] / 1000.0;
            double factor = 1
                    + SWING * (Noise.daily(seconds, 0) - 1) / 0.3
                    + ROUGH * (noise.at(seconds, 14_400) + noise.at(seconds, 1_200)) / 2;
            values[i] = round(ceiling - (ceiling - mean) * factor);
        }
        return new Line(labels, millis, values);
    }

    /** Where more is better the shortfall from the best possible moves, not the figure itself. */
    private static double ceiling(String name, double mean) {
        if (name.contains(":compliance")) {
            return 100;
        }
        if (name.endsWith(":bad:5m") || name.endsWith(":total:5m")) {
            return 0;
        }
        boolean share = name.contains("_success") || name.contains("_stability") || name.contains("_hit_rate");
        return share || name.contains("availability") ? Math.max(1, mean) : 0;
    }

    /** Six digits are plenty, and short texts load faster. */
    private static double round(double value) {
        if (value == 0) {
            return 0;
        }
        double scale = Math.pow(10, 6 - Math.ceil(Math.log10(Math.abs(value))));
        return Math.rint(value * scale) / scale;
    }
}
