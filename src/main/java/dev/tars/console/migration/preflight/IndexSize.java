package dev.tars.console.migration.preflight;

import dev.tars.console.migration.ColumnFacts;
import dev.tars.console.migration.IndexDefinition;
import dev.tars.console.migration.TableFacts;
import dev.tars.console.migration.sql.IndexColumns;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How large a B-tree will be, from above: each row has an entry of a 4-byte line pointer, an 8-byte header and its values,
 * rounded up to 8, on pages that are 90 % full (PostgreSQL manual, "B-Tree Implementation"). A predicate may keep rows
 * out and equal keys share one entry, so the index is mostly smaller.
 */
final class IndexSize {
    private static final int ENTRY = 4 + 8;
    private static final double FILL = 0.9;

    /** A text, or a value whose size its type does not tell. */
    private static final int UNBOUNDED = 32;

    private static final Map<String, Integer> WIDTHS = Map.ofEntries(
            Map.entry("boolean", 1),
            Map.entry("smallint", 2),
            Map.entry("integer", 4),
            Map.entry("date", 4),
            Map.entry("real", 4),
            Map.entry("bigint", 8),
            Map.entry("double precision", 8),
            Map.entry("timestamp with time zone", 8),
            Map.entry("timestamp without time zone", 8),
            Map.entry("uuid", 16));

    private IndexSize() {}

    /** Bytes; empty where nothing tells how many rows there are. */
    static OptionalLong estimate(IndexDefinition index, Optional<TableFacts> table) {
        if (table.isEmpty() || table.get().rows().isEmpty()) {
            return OptionalLong.empty();
        }
        List<String> plain = IndexColumns.plain(index);
        int expressions = Math.max(0, index.keys().size() + index.include().size() - plain.size());
        int values = expressions * UNBOUNDED
                + plain.stream().mapToInt(column -> width(table.get(), column)).sum();
        long entry = ENTRY + (values + 7) / 8 * 8L;
        return OptionalLong.of((long) Math.ceil(table.get().rows().getAsLong() * entry / FILL));
    }

    private static int width(TableFacts table, String column) {
        return table.columns().stream()
                .filter(each -> each.name().equals(column))
                .map(ColumnFacts::type)
                .map(type -> WIDTHS.getOrDefault(type, UNBOUNDED))
                .findFirst()
                .orElse(UNBOUNDED);
    }
}
