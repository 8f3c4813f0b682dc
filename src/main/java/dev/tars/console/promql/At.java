package dev.tars.console.promql;

/**
 * The {@code @} modifier.
 *
 * @param kind what the time is tied to
 * @param millis the time for {@link Kind#TIME}, milliseconds since 1970; 0 otherwise
 */
public record At(Kind kind, long millis) {

    /** What an {@code @} names. */
    public enum Kind {
        /** No modifier: the time of the evaluation. */
        NONE,
        TIME,
        /** {@code @ start()}: the start of the whole query. */
        START,
        /** {@code @ end()}: the end of the whole query. */
        END
    }

    public static final At NONE = new At(Kind.NONE, 0);

    public boolean isSet() {
        return kind != Kind.NONE;
    }
}
