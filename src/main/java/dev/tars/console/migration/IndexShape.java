package dev.tars.console.migration;

import java.util.List;

/**
 * What an index is apart from its name, in the server's own words, so that two shapes can be compared as text.
 *
 * @param keys each with its collation, operator class and order where they are not the usual ones
 * @param predicate empty where it covers the whole table
 */
public record IndexShape(
        String method,
        boolean isUnique,
        boolean isNullsNotDistinct,
        List<String> keys,
        List<String> include,
        String predicate) {
    public IndexShape {
        keys = List.copyOf(keys);
        include = List.copyOf(include);
    }

    /** For people: {@code btree (agent_id, created_at DESC) WHERE (deleted_at IS NULL)}. */
    public String words() {
        return (isUnique ? "unique " : "") + method + " (" + String.join(", ", keys) + ")"
                + (include.isEmpty() ? "" : " INCLUDE (" + String.join(", ", include) + ")")
                + (isNullsNotDistinct ? " NULLS NOT DISTINCT" : "")
                + (predicate.isEmpty() ? "" : " WHERE " + predicate);
    }
}
