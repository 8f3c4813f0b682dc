package dev.tars.console.migration.lint;

import dev.tars.console.migration.Finding;
import dev.tars.console.migration.Finding.Weight;
import dev.tars.console.migration.Script;
import dev.tars.console.migration.Statement;
import dev.tars.console.migration.StatementKind;
import java.util.Optional;

/** DROP INDEX and REINDEX without CONCURRENTLY: readers and writers queue behind it. */
final class LockingDrop extends StatementRule {
    @Override
    Optional<Finding> finding(Script script, Statement statement) {
        if (statement.kind() != StatementKind.OTHER_LOCKING) {
            return Optional.empty();
        }
        return Optional.of(new Finding(
                Weight.BLOCKS,
                "locking-drop",
                where(script, statement),
                "DROP INDEX and REINDEX without CONCURRENTLY wait for every query of the table, and all that come later"
                        + " wait behind them.",
                "Write DROP INDEX CONCURRENTLY, one index a statement, or REINDEX INDEX CONCURRENTLY."));
    }
}
