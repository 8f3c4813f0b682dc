package dev.tars.console.migration.preflight;

import dev.tars.console.migration.Finding;
import dev.tars.console.migration.Finding.Weight;
import dev.tars.console.migration.ServerFacts;
import dev.tars.console.migration.TableFacts;
import dev.tars.console.migration.sql.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Each table of the script is there and is one that can be indexed. */
final class Tables implements PreflightRule {
    private static final String RULE = "tables";

    @Override
    public List<Finding> findings(Flight flight) {
        List<Finding> findings = new ArrayList<>();
        for (QualifiedName name : flight.tables()) {
            Optional<TableFacts> table = flight.facts().relation(name.schema(), name.name());
            if (table.isEmpty()) {
                findings.add(missing(flight.facts().server(), name));
            } else if (!canBeIndexed(table.get().kind())) {
                findings.add(new Finding(
                        Weight.BLOCKS,
                        RULE,
                        table.get().shown(),
                        table.get().shown() + " is " + table.get().kind().name().toLowerCase(Locale.ROOT)
                                + ", no table.",
                        "Name the table behind it."));
            }
        }
        String all = String.join(
                ", ", flight.tables().stream().map(QualifiedName::toString).toList());
        return PreflightRule.orFine(findings, RULE, all.isEmpty() ? "tables" : all, "All tables are there.");
    }

    private static boolean canBeIndexed(TableFacts.Kind kind) {
        return kind == TableFacts.Kind.TABLE
                || kind == TableFacts.Kind.PARTITIONED
                || kind == TableFacts.Kind.MATERIALIZED_VIEW;
    }

    private static Finding missing(ServerFacts server, QualifiedName name) {
        String looked = name.schema().isPresent()
                ? ""
                : ", looked for along the search path " + String.join(", ", server.searchPath());
        return new Finding(
                Weight.BLOCKS,
                RULE,
                name.toString(),
                "There is no table " + name + " in database " + server.database() + looked + ".",
                "Check the database of the environment, and the schema in the file.");
    }
}
