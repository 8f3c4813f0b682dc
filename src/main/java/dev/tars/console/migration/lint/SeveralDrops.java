package dev.tars.console.migration.lint;

import dev.tars.console.migration.Finding;
import dev.tars.console.migration.Finding.Weight;
import dev.tars.console.migration.Script;
import dev.tars.console.migration.Statement;
import dev.tars.console.migration.StatementKind;
import dev.tars.console.migration.sql.SqlReader;
import java.util.Optional;

/** DROP INDEX CONCURRENTLY takes one index and no CASCADE (0A000). */
final class SeveralDrops extends StatementRule {
    @Override
    Optional<Finding> finding(Script script, Statement statement) {
        boolean isRefused = statement.kind() == StatementKind.DROP_CONCURRENTLY
                && (SqlReader.objects(statement).size() > 1
                        || SqlReader.words(statement.text()).contains("cascade"));
        if (!isRefused) {
            return Optional.empty();
        }
        return Optional.of(new Finding(
                Weight.BLOCKS,
                "several-drops",
                where(script, statement),
                "DROP INDEX CONCURRENTLY takes one index and no CASCADE; the server refuses more (0A000).",
                "Write one statement for each index, without CASCADE."));
    }
}
