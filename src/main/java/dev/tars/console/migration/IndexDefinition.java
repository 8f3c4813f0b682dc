package dev.tars.console.migration;

import java.util.List;
import java.util.Optional;

/**
 * What a {@code CREATE INDEX} says. Names are as the server keeps them: folded to lower case unless they were quoted.
 *
 * @param schema of the table, and so of the index; empty where the search path decides
 * @param name empty where the server would choose one
 * @param method {@code btree} unless it says otherwise
 * @param keys each key as PostgreSQL writes it: {@code created_at DESC}, {@code lower(name)}
 * @param include the columns of {@code INCLUDE}
 * @param predicate what stands after {@code WHERE}
 * @param isOnly {@code ON ONLY}: a partitioned table without its partitions
 * @param isNullsNotDistinct two NULLs count as one value of a unique index
 * @param storage each parameter of {@code WITH}: {@code fillfactor=70}
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
        boolean isIfNotExists,
        boolean isOnly,
        boolean isNullsNotDistinct,
        List<String> storage,
        Optional<String> tablespace) {

    public IndexDefinition {
        keys = List.copyOf(keys);
        include = List.copyOf(include);
        storage = List.copyOf(storage);
    }

    /** One without {@code ONLY}, {@code NULLS NOT DISTINCT}, storage parameters and tablespace. */
    public IndexDefinition(
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
        this(
                schema,
                name,
                table,
                method,
                keys,
                include,
                predicate,
                isUnique,
                isConcurrent,
                isIfNotExists,
                false,
                false,
                List.of(),
                Optional.empty());
    }

    /** Whether a build of it also waits for concurrent builds on other tables (PostgreSQL 15, CREATE INDEX, notes). */
    public boolean waitsForOtherTables() {
        return predicate.isPresent() || keys.stream().anyMatch(key -> key.contains("("));
    }
}
