package dev.tars.console.migration.lint;

import dev.tars.console.migration.Finding;
import dev.tars.console.migration.Finding.Weight;
import dev.tars.console.migration.Script;
import dev.tars.console.migration.Statement;
import dev.tars.console.migration.StatementKind;
import java.util.Optional;

/** Each statement is sent alone with autocommit on; a transaction of the file would span what others wait for. */
final class TransactionStatement extends StatementRule {
    @Override
    Optional<Finding> finding(Script script, Statement statement) {
        if (statement.kind() != StatementKind.TRANSACTION) {
            return Optional.empty();
        }
        return Optional.of(new Finding(
                Weight.BLOCKS,
                "transaction-statement",
                where(script, statement),
                statement.text() + ": statements of a migration are sent one by one, each its own transaction.",
                "Delete the line."));
    }
}
