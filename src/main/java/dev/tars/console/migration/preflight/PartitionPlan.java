package dev.tars.console.migration.preflight;

import dev.tars.console.migration.IndexDefinition;
import dev.tars.console.migration.TableFacts;
import dev.tars.console.migration.sql.Names;
import dev.tars.console.migration.sql.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The statements that index a partitioned table without locking it: an empty index on the parent alone, which starts
 * invalid; one concurrent build on each partition; each attached. With the last one the parent's index becomes valid.
 */
public final class PartitionPlan {
    private PartitionPlan() {}

    /** Each with its semicolon, in the order to run them. */
    public static List<String> of(IndexDefinition index, TableFacts table) {
        String name = index.name().orElse("idx_" + table.name());
        QualifiedName parent = new QualifiedName(Optional.of(table.schema()), name);
        List<String> plan = new ArrayList<>();
        plan.add("CREATE " + unique(index) + "INDEX " + Names.quoted(name) + " ON ONLY "
                + new QualifiedName(Optional.of(table.schema()), table.name()) + rest(index) + ";");
        for (int i = 0; i < table.partitions().size(); i++) {
            String partition = table.partitions().get(i);
            String own = shortened(name, "_p" + (i + 1));
            plan.add("CREATE " + unique(index) + "INDEX CONCURRENTLY " + Names.quoted(own) + " ON " + partition
                    + rest(index) + ";");
            plan.add("ALTER INDEX " + parent + " ATTACH PARTITION "
                    + new QualifiedName(Optional.of(schema(partition, table.schema())), own) + ";");
        }
        return plan;
    }

    private static String schema(String partition, String fallback) {
        int dot = partition.indexOf('.');
        return dot < 0 ? fallback : partition.substring(0, dot);
    }

    private static String unique(IndexDefinition index) {
        return index.isUnique() ? "UNIQUE " : "";
    }

    private static String rest(IndexDefinition index) {
        return (index.method().equals("btree") ? "" : " USING " + index.method())
                + " (" + String.join(", ", index.keys()) + ")"
                + (index.include().isEmpty() ? "" : " INCLUDE (" + String.join(", ", index.include()) + ")")
                + (index.isNullsNotDistinct() ? " NULLS NOT DISTINCT" : "")
                + (index.storage().isEmpty() ? "" : " WITH (" + String.join(", ", index.storage()) + ")")
                + index.tablespace()
                        .map(space -> " TABLESPACE " + Names.quoted(space))
                        .orElse("")
                + index.predicate().map(condition -> " WHERE " + condition).orElse("");
    }

    private static String shortened(String name, String ending) {
        String start = name;
        while (Names.isTooLong(start + ending)) {
            start = start.substring(0, start.length() - 1);
        }
        return start + ending;
    }
}
