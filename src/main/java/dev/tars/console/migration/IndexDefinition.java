package dev.tars.console.migration;

import java.util.List;
import java.util.Optional;

/**
 * What a {@code CREATE INDEX} says.
 *
 * @param schema empty where the search path decides
 * @param name empty where the server would choose one
 * @param method {@code btree} unless it says otherwise
 * @param keys each key as PostgreSQL writes it: {@code created_at DESC}, {@code lower(name)}
 * @param include the columns of {@code INCLUDE}
 * @param predicate what stands after {@code WHERE}
 */
public record IndexDefinition(
        Optional<String> schema,
        Optional<String> name,
        String table,
        String method,
        List<String> keys,
        List<String> include,
        Optional<String> predicate,
        boolean isUnique,
        boolean isConcurrent,
        boolean isIfNotExists) {

    public IndexDefinition {
        keys = List.copyOf(keys);
        include = List.copyOf(include);
    }

    /** Whether a build of it also waits for concurrent builds on other tables (PostgreSQL 15, CREATE INDEX, notes). */
    public boolean waitsForOtherTables() {
        return predicate.isPresent() || keys.stream().anyMatch(key -> key.contains("("));
    }
}
