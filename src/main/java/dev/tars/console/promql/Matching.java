package dev.tars.console.promql;

import java.util.List;

/**
 * How the series of two vectors are paired.
 *
 * @param on true when only {@code labels} count, false when all but {@code labels} do
 * @param labels those of {@code on (...)} or {@code ignoring (...)}
 * @param include labels that {@code group_left (...)} or {@code group_right (...)} copies from the one side
 */
public record Matching(Cardinality cardinality, boolean on, List<String> labels, List<String> include) {

    /** How many series of each side may share a pairing. */
    public enum Cardinality {
        ONE_TO_ONE,
        /** {@code group_left}. */
        MANY_TO_ONE,
        /** {@code group_right}. */
        ONE_TO_MANY,
        /** Set operators. */
        MANY_TO_MANY
    }

    /** No clause given: pair by all labels. */
    public static final Matching DEFAULT = new Matching(Cardinality.ONE_TO_ONE, false, List.of(), List.of());

    public Matching {
        labels = List.copyOf(labels);
        include = List.copyOf(include);
    }

    public boolean isGrouped() {
        return cardinality == Cardinality.MANY_TO_ONE || cardinality == Cardinality.ONE_TO_MANY;
    }

    Matching with(Cardinality other) {
        return new Matching(other, on, labels, include);
    }
}
