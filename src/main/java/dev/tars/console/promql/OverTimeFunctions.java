package dev.tars.console.promql;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.DoubleBinaryOperator;

/** Functions that sum up the values of one series over a window, whatever their times. */
final class OverTimeFunctions {

    private OverTimeFunctions() {}

    static Map<String, RangeFunction> all() {
        Map<String, RangeFunction> all = new HashMap<>();
        all.put("avg_over_time", RangeFunction.of(1, OverTimeFunctions::average));
        all.put("sum_over_time", RangeFunction.of(1, OverTimeFunctions::sum));
        all.put("count_over_time", RangeFunction.of(1, Window::size));
        all.put("present_over_time", RangeFunction.of(1, window -> 1));
        all.put("last_over_time", new RangeFunction(1, true, Window::last, window -> {}));
        all.put("min_over_time", RangeFunction.of(1, window -> extreme(window, OverTimeFunctions::smaller)));
        all.put("max_over_time", RangeFunction.of(1, window -> extreme(window, OverTimeFunctions::larger)));
        all.put("stdvar_over_time", RangeFunction.of(1, OverTimeFunctions::variance));
        all.put("stddev_over_time", RangeFunction.of(1, window -> Math.sqrt(variance(window))));
        all.put("quantile_over_time", RangeFunction.of(1, OverTimeFunctions::quantile));
        all.put("changes", RangeFunction.of(1, OverTimeFunctions::changes));
        all.put("resets", RangeFunction.of(1, OverTimeFunctions::resets));
        return all;
    }

    private static double sum(Window window) {
        CompensatedSum sum = new CompensatedSum();
        for (int i = window.from(); i < window.to(); i++) {
            sum.add(window.values[i]);
        }
        return Double.isInfinite(sum.plain()) ? sum.plain() : sum.total();
    }

    private static double average(Window window) {
        CompensatedSum mean = new CompensatedSum();
        double count = 0;
        for (int i = window.from(); i < window.to(); i++) {
            count++;
            double value = window.values[i];
            if (!keepsInfinite(mean.plain(), value)) {
                mean.add(value / count - mean.plain() / count);
            }
        }
        return Double.isInfinite(mean.plain()) ? mean.plain() : mean.total();
    }

    /** An infinite mean stays what it is unless NaN or the other infinity comes. */
    static boolean keepsInfinite(double mean, double value) {
        if (!Double.isInfinite(mean)) {
            return false;
        }
        return Double.isInfinite(value) ? (mean > 0) == (value > 0) : !Double.isNaN(value);
    }

    private static double variance(Window window) {
        CompensatedSum mean = new CompensatedSum();
        CompensatedSum squares = new CompensatedSum();
        double count = 0;
        for (int i = window.from(); i < window.to(); i++) {
            count++;
            double value = window.values[i];
            double delta = value - mean.total();
            mean.add(delta / count);
            squares.add(delta * (value - mean.total()));
        }
        return squares.total() / count;
    }

    private static double extreme(Window window, DoubleBinaryOperator better) {
        double best = window.first();
        for (int i = window.from() + 1; i < window.to(); i++) {
            best = better.applyAsDouble(best, window.values[i]);
        }
        return best;
    }

    /** NaN gives way to any number. */
    static double smaller(double best, double value) {
        return value < best || Double.isNaN(best) ? value : best;
    }

    static double larger(double best, double value) {
        return value > best || Double.isNaN(best) ? value : best;
    }

    private static double quantile(Window window) {
        return Quantiles.of(window.parameter(0), Arrays.copyOfRange(window.values, window.from(), window.to()));
    }

    private static double changes(Window window) {
        int changes = 0;
        for (int i = window.from() + 1; i < window.to(); i++) {
            double before = window.values[i - 1];
            double value = window.values[i];
            boolean bothNan = Double.isNaN(before) && Double.isNaN(value);
            changes += value != before && !bothNan ? 1 : 0;
        }
        return changes;
    }

    private static double resets(Window window) {
        int resets = 0;
        for (int i = window.from() + 1; i < window.to(); i++) {
            resets += window.values[i] < window.values[i - 1] ? 1 : 0;
        }
        return resets;
    }
}
