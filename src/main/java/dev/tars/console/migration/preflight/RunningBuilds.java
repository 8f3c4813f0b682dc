package dev.tars.console.migration.preflight;

import dev.tars.console.migration.BuildFacts;
import dev.tars.console.migration.Finding;
import dev.tars.console.migration.Finding.Weight;
import dev.tars.console.migration.IndexDefinition;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** One concurrent build a table at a time; one with a predicate or an expression waits for those of other tables, too. */
final class RunningBuilds implements PreflightRule {
    private static final String RULE = "running-builds";

    @Override
    public List<Finding> findings(Flight flight) {
        String database = "database " + flight.facts().server().database();
        return flight.facts()
                .builds()
                .match(
                        builds -> PreflightRule.orFine(
                                builds.stream()
                                        .map(build -> finding(flight, build))
                                        .toList(),
                                RULE,
                                database,
                                "No index is being built."),
                        why -> List.of(PreflightRule.unknown(
                                RULE,
                                database,
                                why,
                                "GRANT pg_read_all_stats TO "
                                        + flight.facts().server().user() + ".")));
    }

    private static Finding finding(Flight flight, BuildFacts running) {
        Set<String> tables = flight.builds().stream()
                .map(build -> build.table().map(table -> table.shown()).orElse(build.tableName()))
                .collect(Collectors.toSet());
        boolean sameTable = tables.contains(running.table());
        boolean waits =
                flight.builds().stream().map(Flight.Build::index).anyMatch(IndexDefinition::waitsForOtherTables);
        String what = running.command() + " of " + (running.index().isEmpty() ? "an index" : running.index()) + " on "
                + running.table() + " runs in session " + running.pid() + " (" + running.user() + ", "
                + running.application() + "), phase " + running.phase();
        if (sameTable || waits) {
            return new Finding(
                    Weight.WARNS,
                    RULE,
                    "session " + running.pid(),
                    what
                            + (sameTable
                                    ? ": only one build a table runs at a time, so ours waits."
                                    : ": a build with a predicate or an expression waits for it."),
                    "Wait for it to end.");
        }
        return new Finding(
                Weight.INFORMS, RULE, "session " + running.pid(), what + ": it stands in no build's way.", "");
    }
}
