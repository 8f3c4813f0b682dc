package dev.tars.console.promql;

import java.time.Duration;

/**
 * What moves a selector or a subquery in time.
 *
 * @param offset how far back, negative for forward; zero when not given
 */
public record Modifiers(Duration offset, At at) {
    public static final Modifiers NONE = new Modifiers(Duration.ZERO, At.NONE);

    Modifiers withOffset(Duration given) {
        return new Modifiers(given, at);
    }

    Modifiers withAt(At given) {
        return new Modifiers(offset, given);
    }
}
