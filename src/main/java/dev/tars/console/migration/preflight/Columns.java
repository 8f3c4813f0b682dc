package dev.tars.console.migration.preflight;

import dev.tars.console.migration.ColumnFacts;
import dev.tars.console.migration.Finding;
import dev.tars.console.migration.Finding.Weight;
import dev.tars.console.migration.TableFacts;
import dev.tars.console.migration.sql.IndexColumns;
import java.util.ArrayList;
import java.util.List;

/** Each plain column that an index names is there. Columns inside expressions and predicates the server checks. */
final class Columns implements PreflightRule {
    private static final String RULE = "columns";

    @Override
    public List<Finding> findings(Flight flight) {
        List<Finding> findings = new ArrayList<>();
        for (Flight.Build build : flight.builds()) {
            build.table()
                    .ifPresent(table -> IndexColumns.plain(build.index()).stream()
                            .filter(column -> !table.hasColumn(column))
                            .forEach(column -> findings.add(missing(build, table, column))));
        }
        return PreflightRule.orFine(findings, RULE, "tables", "All columns of the keys are there.");
    }

    private static Finding missing(Flight.Build build, TableFacts table, String column) {
        return new Finding(
                Weight.BLOCKS,
                RULE,
                table.shown(),
                table.shown() + " has no column " + column + ", which " + build.name() + " names.",
                "It has "
                        + String.join(
                                ", ",
                                table.columns().stream().map(ColumnFacts::name).toList())
                        + ".");
    }
}
