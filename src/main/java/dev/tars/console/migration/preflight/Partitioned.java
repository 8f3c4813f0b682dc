package dev.tars.console.migration.preflight;

import dev.tars.console.migration.Finding;
import dev.tars.console.migration.Finding.Weight;
import dev.tars.console.migration.TableFacts;
import java.util.ArrayList;
import java.util.List;

/** The server refuses a concurrent build on a partitioned table (0A000); the way round is offered (field case IDX-05). */
final class Partitioned implements PreflightRule {
    private static final String RULE = "partitioned";

    @Override
    public List<Finding> findings(Flight flight) {
        List<Finding> findings = new ArrayList<>();
        for (Flight.Build build : flight.builds()) {
            build.table()
                    .filter(table -> table.kind() == TableFacts.Kind.PARTITIONED)
                    .filter(table -> !build.index().isOnly())
                    .ifPresent(table -> findings.add(new Finding(
                            Weight.BLOCKS,
                            RULE,
                            table.shown(),
                            table.shown() + " is partitioned: the server builds no index concurrently on it (0A000).",
                            "Write instead: " + String.join(" ", PartitionPlan.of(build.index(), table)))));
        }
        return PreflightRule.orFine(findings, RULE, "tables", "No build is on a partitioned table.");
    }
}
