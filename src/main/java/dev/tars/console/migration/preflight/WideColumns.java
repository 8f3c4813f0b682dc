package dev.tars.console.migration.preflight;

import dev.tars.console.migration.ColumnFacts;
import dev.tars.console.migration.Finding;
import dev.tars.console.migration.Finding.Weight;
import dev.tars.console.migration.sql.IndexColumns;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Columns without a bound in a B-tree: an entry over 2704 bytes is refused (54000), at the build and at every later
 * INSERT. Text as a key is usual and not named here; documents are.
 */
final class WideColumns implements PreflightRule {
    private static final String RULE = "wide-columns";
    private static final Set<String> WIDE = Set.of("json", "jsonb", "bytea", "xml");

    @Override
    public List<Finding> findings(Flight flight) {
        List<Finding> findings = new ArrayList<>();
        for (Flight.Build build : flight.builds()) {
            if (build.index().method().equals("btree") && build.table().isPresent()) {
                List<String> named = IndexColumns.plain(build.index());
                build.table().get().columns().stream()
                        .filter(column -> named.contains(column.name()))
                        .filter(column ->
                                WIDE.contains(column.type()) || column.type().endsWith("[]"))
                        .forEach(column -> findings.add(finding(build, column)));
            }
        }
        return PreflightRule.orFine(findings, RULE, "builds", "No index carries documents.");
    }

    private static Finding finding(Flight.Build build, ColumnFacts column) {
        String where = IndexColumns.included(build.index()).contains(column.name()) ? "INCLUDE" : "the keys";
        return new Finding(
                Weight.WARNS,
                RULE,
                build.tableName() + "." + column.name(),
                build.name() + " has " + column.name() + " (" + column.type() + ") in " + where
                        + ": a row whose entry exceeds 2704 bytes fails the build, and later every write of such a row.",
                "Leave " + column.name() + " out of the index, or index what the queries ask of it.");
    }
}
