package dev.tars.console.migration.sql;

import dev.tars.console.migration.IndexDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The columns that an index names by themselves, outside of expressions. */
public final class IndexColumns {
    private IndexColumns() {}

    /** Of keys and INCLUDE, each once, as the server keeps their names. */
    public static List<String> plain(IndexDefinition index) {
        return Stream.concat(index.keys().stream(), index.include().stream())
                .flatMap(key -> column(key).stream())
                .distinct()
                .toList();
    }

    /** Of INCLUDE alone. */
    public static List<String> included(IndexDefinition index) {
        List<String> columns = new ArrayList<>();
        index.include().forEach(text -> column(text).ifPresent(columns::add));
        return columns;
    }

    private static Optional<String> column(String text) {
        try {
            Optional<Cursor> cursor = SqlReader.cursor(text);
            if (cursor.isEmpty() || !Key.parse(cursor.get()).isColumn()) {
                return Optional.empty();
            }
            cursor.get().back(0);
            return cursor.get().findName();
        } catch (Unreadable e) {
            return Optional.empty();
        }
    }
}
