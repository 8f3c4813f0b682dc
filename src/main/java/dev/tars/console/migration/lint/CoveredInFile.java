package dev.tars.console.migration.lint;

import dev.tars.console.migration.Finding;
import dev.tars.console.migration.Finding.Weight;
import dev.tars.console.migration.Migration;
import dev.tars.console.migration.lint.Builds.Build;
import java.util.ArrayList;
import java.util.List;

/** An index whose queries another index of the file serves as well. */
final class CoveredInFile implements LintRule {
    @Override
    public List<Finding> findings(Migration migration) {
        List<Finding> findings = new ArrayList<>();
        List<Build> builds = Builds.of(migration.forward());
        for (Build narrow : builds) {
            builds.stream()
                    .filter(wide -> wide.form().covers(narrow.form()))
                    .filter(wide -> !wide.form().isSame(narrow.form()))
                    .findFirst()
                    .ifPresent(wide -> findings.add(new Finding(
                            Weight.WARNS,
                            "covered-in-file",
                            StatementRule.where(migration.forward(), narrow.statement()),
                            narrow.name() + " begins the keys of " + wide.name() + " of line "
                                    + wide.statement().line() + " and holds no row that it does not hold.",
                            "Delete " + narrow.name()
                                    + ", unless it is so much smaller that the proof shows a gain.")));
        }
        return findings;
    }
}
