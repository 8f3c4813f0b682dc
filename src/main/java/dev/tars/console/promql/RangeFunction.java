package dev.tars.console.promql;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;

/**
 * A function of a range vector.
 *
 * @param least samples in the window below which there is no result
 * @param keepsName true where the result is still the metric itself
 * @param check refuses parameters, asked as soon as there is any sample
 */
record RangeFunction(int least, boolean keepsName, ToDoubleFunction<Window> body, Consumer<Window> check) {
    private static final Map<String, RangeFunction> ALL = new HashMap<>();

    static {
        ALL.putAll(RateFunctions.all());
        ALL.putAll(OverTimeFunctions.all());
        ALL.putAll(TrendFunctions.all());
    }

    static Optional<RangeFunction> named(String name) {
        return Optional.ofNullable(ALL.get(name));
    }

    static RangeFunction of(int least, ToDoubleFunction<Window> body) {
        return new RangeFunction(least, false, body, window -> {});
    }
}
