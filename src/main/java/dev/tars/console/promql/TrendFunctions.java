package dev.tars.console.promql;

import java.util.Locale;
import java.util.Map;

/** Straight lines by least squares, and double exponential smoothing (Holt, 1957; Winters, 1960). */
final class TrendFunctions {

    private TrendFunctions() {}

    static Map<String, RangeFunction> all() {
        return Map.of(
                "deriv", RangeFunction.of(2, window -> line(window, window.millis[window.from()]).slope),
                "predict_linear", RangeFunction.of(2, TrendFunctions::predicted),
                "holt_winters", new RangeFunction(2, false, TrendFunctions::smoothed, TrendFunctions::checkFactors));
    }

    private record Line(double slope, double intercept) {}

    private static double predicted(Window window) {
        Line line = line(window, window.evaluationTime());
        return line.slope * window.parameter(0) + line.intercept;
    }

    /** A window of one value throughout is flat, without rounding. */
    private static Line line(Window window, long zero) {
        CompensatedSum sumX = new CompensatedSum();
        CompensatedSum sumY = new CompensatedSum();
        CompensatedSum sumXy = new CompensatedSum();
        CompensatedSum sumX2 = new CompensatedSum();
        boolean flat = true;
        for (int i = window.from(); i < window.to(); i++) {
            double x = (window.millis[i] - zero) / 1000.0;
            double y = window.values[i];
            flat &= i == window.from() || y == window.first();
            sumX.add(x);
            sumY.add(y);
            sumXy.add(x * y);
            sumX2.add(x * x);
        }
        if (flat) {
            boolean infinite = Double.isInfinite(window.first());
            return infinite ? new Line(Double.NaN, Double.NaN) : new Line(0, window.first());
        }
        double n = window.size();
        double covariance = sumXy.total() - sumX.total() * sumY.total() / n;
        double variance = sumX2.total() - sumX.total() * sumX.total() / n;
        double slope = covariance / variance;
        return new Line(slope, sumY.total() / n - slope * sumX.total() / n);
    }

    private static void checkFactors(Window window) {
        checkFactor(window.parameter(0), "smoothing", "sf");
        checkFactor(window.parameter(1), "trend", "tf");
    }

    private static double smoothed(Window window) {
        double smoothing = window.parameter(0);
        double trendFactor = window.parameter(1);
        double before = 0;
        double level = window.first();
        double trend = window.values[window.from() + 1] - window.first();
        for (int i = window.from() + 1; i < window.to(); i++) {
            if (i > window.from() + 1) {
                trend = trendFactor * (level - before) + (1 - trendFactor) * trend;
            }
            double next = smoothing * window.values[i] + (1 - smoothing) * (level + trend);
            before = level;
            level = next;
        }
        return level;
    }

    private static void checkFactor(double value, String name, String symbol) {
        if (value <= 0 || value >= 1) {
            throw new PromqlEvaluationException(String.format(
                    Locale.ROOT, "invalid %s factor. Expected: 0 < %s < 1, got: %f", name, symbol, value));
        }
    }
}
