package dev.tars.console.slo.view;

import dev.tars.console.base.Unit;
import java.util.stream.DoubleStream;

/**
 * The unit of a chart's axis and a round step for it, chosen by the largest value shown: ticks are plain round numbers
 * and the unit stands once, above.
 *
 * @param factor from the base unit to the axis
 * @param unit as it is written; empty for a count
 * @param low lower end of the axis, in its unit
 * @param high upper end
 * @param step between ticks: 1, 2, 2.5 or 5 times a power of ten, 3 to 6 of them
 */
record ChartScale(double factor, String unit, double low, double high, double step) {

    private static final double TICKS = 4.5;

    /** @param values finite ones count, in the base unit; the objective's bound is among them */
    static ChartScale of(Unit unit, DoubleStream values) {
        double[] finite = values.filter(Double::isFinite).toArray();
        double top = DoubleStream.of(finite).map(Math::abs).max().orElse(1);
        double factor = factor(unit, top);
        double low = DoubleStream.of(finite).min().orElse(0) * factor;
        double high = DoubleStream.of(finite).max().orElse(1) * factor;
        if (high - low <= Math.abs(high) * 1e-9) {
            double room = high == 0 ? 1 : Math.abs(high) * 0.1;
            low -= room;
            high += room;
        }
        double room = (high - low) * 0.08;
        boolean positive = low >= 0;
        double from = positive ? Math.max(0, low - room) : low - room;
        return new ChartScale(factor, name(unit, factor), from, high + room, step(from, high + room));
    }

    /** The round step that puts the number of ticks nearest to what is wanted. */
    private static double step(double low, double high) {
        double power = Math.pow(10, Math.floor(Math.log10((high - low) / TICKS)));
        double best = power;
        for (double head : new double[] {1, 2, 2.5, 5, 10}) {
            double wrong = Math.abs(ticks(low, high, head * power) - TICKS);
            if (wrong < Math.abs(ticks(low, high, best) - TICKS)) {
                best = head * power;
            }
        }
        return best;
    }

    private static double ticks(double low, double high, double step) {
        return Math.floor(high / step) - Math.ceil(low / step) + 1;
    }

    private static double factor(Unit unit, double top) {
        return switch (unit) {
            case SECONDS -> top < 1 ? 1000 : 1;
            case RATIO -> 100;
            case BYTES -> Math.pow(1024, -Math.min(4, Math.max(0, Math.floor(Math.log(top) / Math.log(1024)))));
            case PER_SECOND, COUNT -> 1;
        };
    }

    private static String name(Unit unit, double factor) {
        return switch (unit) {
            case SECONDS -> factor > 1 ? "ms" : "s";
            case RATIO -> "%";
            case BYTES ->
                new String[] {"B", "KiB", "MiB", "GiB", "TiB"}[(int) Math.round(-Math.log(factor) / Math.log(1024))];
            case PER_SECOND -> "/s";
            case COUNT -> "";
        };
    }
}
