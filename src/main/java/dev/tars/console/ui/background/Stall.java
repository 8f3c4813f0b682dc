package dev.tars.console.ui.background;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A time in which the FX thread did not answer.
 *
 * @param at when it was noticed
 * @param lasted how long, as far as known
 * @param stack what the FX thread was doing when it was noticed, innermost frame first
 */
public record Stall(Instant at, Duration lasted, List<StackTraceElement> stack) {
    public Stall {
        stack = List.copyOf(stack);
    }

    /** The stack as text, one frame a line. */
    public String stackText() {
        return stack.stream().map(StackTraceElement::toString).collect(Collectors.joining("\n"));
    }
}
