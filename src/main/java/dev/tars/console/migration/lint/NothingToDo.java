package dev.tars.console.migration.lint;

import dev.tars.console.migration.Finding;
import dev.tars.console.migration.Finding.Weight;
import dev.tars.console.migration.Migration;
import java.util.List;

/** A file of comments alone: valid, and surely not what was meant. */
final class NothingToDo implements LintRule {
    @Override
    public List<Finding> findings(Migration migration) {
        if (!migration.forward().statements().isEmpty()) {
            return List.of();
        }
        return List.of(new Finding(
                Weight.WARNS,
                "nothing-to-do",
                migration.forward().file(),
                "The file has no statement.",
                "Write the statements, or leave the file out of the release."));
    }
}
