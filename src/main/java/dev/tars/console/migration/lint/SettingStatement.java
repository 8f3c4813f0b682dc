package dev.tars.console.migration.lint;

import dev.tars.console.migration.Finding;
import dev.tars.console.migration.Finding.Weight;
import dev.tars.console.migration.Script;
import dev.tars.console.migration.Statement;
import dev.tars.console.migration.StatementKind;
import dev.tars.console.migration.sql.SqlReader;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Settings of the session in the file. A time limit meant for ALTER ends a concurrent build in its wait for old
 * snapshots and leaves an invalid index (field case IDX-04).
 */
final class SettingStatement extends StatementRule {
    private static final Set<String> TIME_LIMITS =
            Set.of("lock_timeout", "statement_timeout", "idle_in_transaction_session_timeout", "idle_session_timeout");

    @Override
    Optional<Finding> finding(Script script, Statement statement) {
        if (statement.kind() != StatementKind.SETTING) {
            return Optional.empty();
        }
        List<String> words = SqlReader.words(statement.text());
        Optional<String> limit = words.stream().filter(TIME_LIMITS::contains).findFirst();
        boolean isReset = words.get(0).equals("reset");
        boolean isLimit = limit.isPresent() && !isReset;
        String sentence = isLimit
                ? statement.text() + ": " + limit.get() + " also ends a concurrent build that waits for an old"
                        + " transaction, and leaves an invalid index."
                : statement.text() + ": a setting of the file outlives its statement and is lost with the line.";
        return Optional.of(new Finding(
                isLimit ? Weight.BLOCKS : Weight.WARNS,
                isLimit ? "time-limit" : "setting-statement",
                where(script, statement),
                sentence,
                "Delete the line: the console sets for each statement what its kind needs."));
    }
}
