package dev.tars.console.migration;

import java.util.Optional;
import java.util.function.Function;

/**
 * Something that was asked of a database: the answer, or why there is none. An answer that is missing is not an empty
 * answer, so nothing can take "could not look" for "nothing there".
 */
public final class Reading<T> {
    private final Optional<T> value;
    private final String why;

    private Reading(Optional<T> value, String why) {
        this.value = value;
        this.why = why;
    }

    public static <T> Reading<T> of(T value) {
        return new Reading<>(Optional.of(value), "");
    }

    /** @param why one sentence a person can act on: {@code user tars may not read pg_replication_slots} */
    public static <T> Reading<T> unknown(String why) {
        return new Reading<>(Optional.empty(), why);
    }

    public Optional<T> value() {
        return value;
    }

    /** Empty where there is a value. */
    public String why() {
        return why;
    }

    public <R> R match(Function<? super T, ? extends R> known, Function<String, ? extends R> unknown) {
        return value.isPresent() ? known.apply(value.get()) : unknown.apply(why);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Reading<?> reading && value.equals(reading.value) && why.equals(reading.why);
    }

    @Override
    public int hashCode() {
        return 31 * value.hashCode() + why.hashCode();
    }

    @Override
    public String toString() {
        return value.map(String::valueOf).orElse("unknown: " + why);
    }
}
