package dev.tars.console.migration.preflight;

import dev.tars.console.migration.Finding;
import dev.tars.console.migration.Finding.Weight;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Indexes, tables and sequences of a schema share one space of names. */
final class NameTaken implements PreflightRule {
    private static final String RULE = "name-taken";

    @Override
    public List<Finding> findings(Flight flight) {
        List<Finding> findings = new ArrayList<>();
        for (Flight.Build build : flight.builds()) {
            Optional<String> schema = build.table()
                    .map(table -> table.schema())
                    .or(() -> build.index().schema());
            flight.facts()
                    .relation(schema, build.name())
                    .ifPresent(other -> findings.add(new Finding(
                            Weight.BLOCKS,
                            RULE,
                            other.shown(),
                            "The name " + build.name() + " is taken by something that is no index.",
                            "Choose another name for the index.")));
        }
        return PreflightRule.orFine(findings, RULE, "names", "No table or sequence has a name of the migration.");
    }
}
