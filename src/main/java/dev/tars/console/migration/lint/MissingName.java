package dev.tars.console.migration.lint;

import dev.tars.console.migration.Finding;
import dev.tars.console.migration.Finding.Weight;
import dev.tars.console.migration.IndexDefinition;
import dev.tars.console.migration.Script;
import dev.tars.console.migration.Statement;
import java.util.Optional;

/** Without a name nothing can tell whether it is there, and each run makes one more. */
final class MissingName extends StatementRule {
    @Override
    Optional<Finding> finding(Script script, Statement statement) {
        Optional<IndexDefinition> nameless =
                statement.index().filter(index -> index.name().isEmpty());
        return nameless.map(index -> new Finding(
                Weight.BLOCKS,
                "missing-name",
                where(script, statement),
                "The index on " + index.table() + " has no name: the server chooses one, each run makes one more, and"
                        + " nothing can tell which is ours.",
                "Name it: CREATE INDEX CONCURRENTLY idx_" + index.table() + "_… ON …"));
    }
}
