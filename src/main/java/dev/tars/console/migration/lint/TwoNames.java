package dev.tars.console.migration.lint;

import dev.tars.console.migration.Finding;
import dev.tars.console.migration.Finding.Weight;
import dev.tars.console.migration.Migration;
import dev.tars.console.migration.lint.Builds.Build;
import java.util.ArrayList;
import java.util.List;

/** One index under two names: every write pays twice and no query gains. */
final class TwoNames implements LintRule {
    @Override
    public List<Finding> findings(Migration migration) {
        List<Finding> findings = new ArrayList<>();
        List<Build> builds = Builds.of(migration.forward());
        for (int i = 0; i < builds.size(); i++) {
            Build later = builds.get(i);
            builds.subList(0, i).stream()
                    .filter(earlier -> earlier.form().isSame(later.form()))
                    .findFirst()
                    .ifPresent(earlier -> findings.add(new Finding(
                            Weight.BLOCKS,
                            "two-names",
                            StatementRule.where(migration.forward(), later.statement()),
                            later.name() + " indexes exactly what " + earlier.name() + " of line "
                                    + earlier.statement().line() + " does: each write pays twice.",
                            "Delete one of them.")));
        }
        return findings;
    }
}
