package dev.tars.console.promql;

import java.util.Map;

/**
 * {@code rate} and its kin.
 *
 * <p>Extrapolation as in Prometheus 2.42 ({@code extrapolatedRate}): the change between the first and the last sample is
 * stretched to the whole window where samples come near its ends (within 1.1 average distances), else by half a distance;
 * a counter is never stretched back beyond the point where it would have been zero.
 */
final class RateFunctions {

    private RateFunctions() {}

    static Map<String, RangeFunction> all() {
        return Map.of(
                "rate", RangeFunction.of(2, window -> extrapolated(window, true) / window.rangeSeconds()),
                "increase", RangeFunction.of(2, window -> extrapolated(window, true)),
                "delta", RangeFunction.of(2, window -> extrapolated(window, false)),
                "irate", RangeFunction.of(2, RateFunctions::instantRate),
                "idelta", RangeFunction.of(2, window -> window.last() - window.values[window.to() - 2]));
    }

    private static double extrapolated(Window window, boolean counter) {
        double change = window.last() - window.first();
        if (counter) {
            for (int i = window.from() + 1; i < window.to(); i++) {
                if (window.values[i] < window.values[i - 1]) {
                    change += window.values[i - 1];
                }
            }
        }
        long firstTime = window.millis[window.from()];
        long lastTime = window.millis[window.to() - 1];
        double toStart = (firstTime - window.start()) / 1000.0;
        double toEnd = (window.end() - lastTime) / 1000.0;
        double sampled = (lastTime - firstTime) / 1000.0;
        double distance = sampled / (window.size() - 1);
        if (counter && change > 0 && window.first() >= 0) {
            toStart = Math.min(toStart, sampled * (window.first() / change));
        }
        double threshold = distance * 1.1;
        double covered =
                sampled + (toStart < threshold ? toStart : distance / 2) + (toEnd < threshold ? toEnd : distance / 2);
        return change * (covered / sampled);
    }

    private static double instantRate(Window window) {
        double last = window.last();
        double previous = window.values[window.to() - 2];
        double change = last < previous ? last : last - previous;
        return change / ((window.millis[window.to() - 1] - window.millis[window.to() - 2]) / 1000.0);
    }
}
