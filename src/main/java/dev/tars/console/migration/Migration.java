package dev.tars.console.migration;

import java.util.List;

/**
 * What the release brings for the database.
 *
 * @param name the file's name without its ending: {@code V1.0.1__add_indexes}
 * @param queries what it is for
 */
public record Migration(String name, Script forward, Script rollback, List<ApiQuery> queries) {
    public Migration {
        queries = List.copyOf(queries);
    }
}
