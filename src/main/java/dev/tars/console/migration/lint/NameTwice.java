package dev.tars.console.migration.lint;

import dev.tars.console.migration.Finding;
import dev.tars.console.migration.Finding.Weight;
import dev.tars.console.migration.Migration;
import dev.tars.console.migration.lint.Builds.Build;
import java.util.ArrayList;
import java.util.List;

/** Two builds of one name: the second fails (42P07), or with IF NOT EXISTS is left out without a word. */
final class NameTwice implements LintRule {
    @Override
    public List<Finding> findings(Migration migration) {
        List<Finding> findings = new ArrayList<>();
        List<Build> builds = Builds.of(migration.forward());
        for (int i = 0; i < builds.size(); i++) {
            Build later = builds.get(i);
            builds.subList(0, i).stream()
                    .filter(earlier -> Builds.name(earlier)
                            .flatMap(name -> Builds.name(later).filter(other -> Builds.isSame(name, other)))
                            .isPresent())
                    .findFirst()
                    .ifPresent(earlier -> findings.add(new Finding(
                            Weight.BLOCKS,
                            "name-twice",
                            StatementRule.where(migration.forward(), later.statement()),
                            "The name " + later.name() + " is taken by line "
                                    + earlier.statement().line() + " already.",
                            "Give each index its own name.")));
        }
        return findings;
    }
}
