package dev.tars.console.migration.lint;

import dev.tars.console.migration.Finding;
import dev.tars.console.migration.Finding.Weight;
import dev.tars.console.migration.IndexDefinition;
import dev.tars.console.migration.Script;
import dev.tars.console.migration.Statement;
import dev.tars.console.migration.StatementKind;
import java.util.Optional;

/** CREATE INDEX without CONCURRENTLY: writers wait until it is finished. ON ONLY makes an empty one and is quick. */
final class LockingBuild extends StatementRule {
    @Override
    Optional<Finding> finding(Script script, Statement statement) {
        boolean isEmpty = statement.index().filter(IndexDefinition::isOnly).isPresent();
        if (statement.kind() != StatementKind.BUILD_LOCKING || isEmpty) {
            return Optional.empty();
        }
        return Optional.of(new Finding(
                Weight.BLOCKS,
                "locking-build",
                where(script, statement),
                "CREATE INDEX without CONCURRENTLY locks every writer of the table out until the index is built.",
                "Write CREATE INDEX CONCURRENTLY."));
    }
}
