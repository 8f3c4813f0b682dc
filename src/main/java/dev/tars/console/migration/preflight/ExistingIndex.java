package dev.tars.console.migration.preflight;

import dev.tars.console.migration.BuildFacts;
import dev.tars.console.migration.DatabaseFacts;
import dev.tars.console.migration.Finding;
import dev.tars.console.migration.Finding.Weight;
import dev.tars.console.migration.IndexFacts;
import dev.tars.console.migration.sql.IndexForm;
import dev.tars.console.migration.sql.SqlReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What already bears a name of the migration: the same index, a broken one, one that is being built, or another. */
final class ExistingIndex implements PreflightRule {
    private static final String RULE = "existing-index";

    @Override
    public List<Finding> findings(Flight flight) {
        List<Finding> findings = new ArrayList<>();
        for (Flight.Build build : flight.builds()) {
            flight.facts().index(build.index()).ifPresent(index -> findings.add(judged(flight.facts(), build, index)));
        }
        return PreflightRule.orFine(findings, RULE, "names", "No index has a name of the migration.");
    }

    private static Finding judged(DatabaseFacts facts, Flight.Build build, IndexFacts index) {
        Optional<IndexForm> there = SqlReader.index(index.definition()).map(IndexForm::of);
        if (there.isEmpty() || !there.get().isSame(build.form())) {
            return new Finding(
                    Weight.BLOCKS,
                    RULE,
                    index.shown(),
                    index.shown() + " is there and is another index: " + index.definition() + ".",
                    "Choose another name in the file, or drop the old index in a migration of its own.");
        }
        if (index.isValid()) {
            return new Finding(
                    Weight.INFORMS,
                    RULE,
                    index.shown(),
                    index.shown() + " is there, valid and the same; its build will be left out.",
                    "");
        }
        if (index.isPartitioned()) {
            return new Finding(
                    Weight.INFORMS,
                    RULE,
                    index.shown(),
                    index.shown() + " is on a partitioned table and stays invalid until each partition's index is"
                            + " attached.",
                    "");
        }
        return facts.builds()
                .match(
                        builds -> builds.stream()
                                .filter(running -> running.index().equals(index.name()))
                                .findFirst()
                                .map(running -> beingBuilt(index, running))
                                .orElseGet(() -> left(index)),
                        why -> PreflightRule.unknown(
                                RULE,
                                index.shown(),
                                index.shown() + " is invalid, and whether it is being built is not known: " + why,
                                "Let the user read pg_stat_progress_create_index."));
    }

    private static Finding beingBuilt(IndexFacts index, BuildFacts running) {
        return new Finding(
                Weight.WARNS,
                RULE,
                index.shown(),
                index.shown() + " is being built now by session " + running.pid() + " of " + running.user() + ".",
                "Wait for it; the run follows that build and begins no second one.");
    }

    private static Finding left(IndexFacts index) {
        return new Finding(
                Weight.WARNS,
                RULE,
                index.shown(),
                index.shown() + " is there and INVALID: a build of it ended badly. No query uses it"
                        + (index.isReady() ? ", and every write pays for it." : "."),
                "DROP INDEX CONCURRENTLY " + index.shown() + ", then build it again; repair does both.");
    }
}
