package dev.tars.console.migration.preflight;

import dev.tars.console.migration.Finding;
import dev.tars.console.migration.Finding.Weight;
import dev.tars.console.migration.IndexFacts;
import dev.tars.console.migration.sql.IndexForm;
import dev.tars.console.migration.sql.SqlReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An index of another name that already does what a build would. */
final class CoveringIndex implements PreflightRule {
    private static final String RULE = "covering-index";

    @Override
    public List<Finding> findings(Flight flight) {
        List<Finding> findings = new ArrayList<>();
        for (Flight.Build build : flight.builds()) {
            for (IndexFacts index : flight.facts().indexes()) {
                boolean isOther = !index.name().equals(build.name());
                Optional<IndexForm> form = SqlReader.index(index.definition()).map(IndexForm::of);
                if (isOther && index.isValid() && form.isPresent()) {
                    judged(build, index, form.get()).ifPresent(findings::add);
                }
            }
        }
        return PreflightRule.orFine(findings, RULE, "indexes", "No index that is there does what a build would.");
    }

    private static Optional<Finding> judged(Flight.Build build, IndexFacts index, IndexForm form) {
        if (form.isSame(build.form())) {
            return Optional.of(new Finding(
                    Weight.WARNS,
                    RULE,
                    index.shown(),
                    index.shown() + " is the same index as " + build.name() + " under another name.",
                    "Take " + build.name() + " out of the migration, or rename: ALTER INDEX " + index.shown()
                            + " RENAME TO " + build.name() + "."));
        }
        if (form.covers(build.form())) {
            return Optional.of(new Finding(
                    Weight.WARNS,
                    RULE,
                    index.shown(),
                    index.shown() + " begins with the keys of " + build.name() + " and holds all its rows.",
                    "See by EXPLAIN whether the queries use it already; then the build is not needed."));
        }
        return Optional.empty();
    }
}
