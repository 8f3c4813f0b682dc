package dev.tars.console.migration;

import java.util.List;
import java.util.OptionalLong;

/**
 * A relation that is not an index.
 *
 * @param rows as the statistics say; empty where the table was never analysed
 * @param bytes of the heap, without indexes and TOAST
 * @param partitions the leaves below a partitioned table, with their schema
 * @param isOwned we are its owner, a member of the owner's role, or superuser
 * @param mayCreate we may create in its schema
 */
public record TableFacts(
        String schema,
        String name,
        Kind kind,
        List<ColumnFacts> columns,
        OptionalLong rows,
        long bytes,
        List<String> partitions,
        boolean isOwned,
        boolean mayCreate) {

    /** By {@code pg_class.relkind}. */
    public enum Kind {
        TABLE("r"),
        PARTITIONED("p"),
        MATERIALIZED_VIEW("m"),
        VIEW("v"),
        FOREIGN("f"),
        SEQUENCE("S"),
        OTHER("");

        private final String letter;

        Kind(String letter) {
            this.letter = letter;
        }

        /** @param letter {@code relkind} */
        public static Kind of(String letter) {
            for (Kind kind : values()) {
                if (kind.letter.equals(letter)) {
                    return kind;
                }
            }
            return OTHER;
        }
    }

    public TableFacts {
        columns = List.copyOf(columns);
        partitions = List.copyOf(partitions);
    }

    /** With its schema, for people. */
    public String shown() {
        return schema + "." + name;
    }

    public boolean hasColumn(String column) {
        return columns.stream().anyMatch(each -> each.name().equals(column));
    }
}
