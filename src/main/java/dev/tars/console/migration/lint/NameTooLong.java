package dev.tars.console.migration.lint;

import dev.tars.console.migration.Finding;
import dev.tars.console.migration.Finding.Weight;
import dev.tars.console.migration.Script;
import dev.tars.console.migration.Statement;
import dev.tars.console.migration.sql.Names;
import java.util.Optional;

/** The server cuts a long name and says so in a notice only; then nothing of that name is ever found. */
final class NameTooLong extends StatementRule {
    @Override
    Optional<Finding> finding(Script script, Statement statement) {
        if (!Names.isTooLong(statement.object())) {
            return Optional.empty();
        }
        return Optional.of(new Finding(
                Weight.BLOCKS,
                "name-too-long",
                where(script, statement),
                "The name " + statement.object() + " is longer than " + Names.MAX_BYTES
                        + " bytes: the server cuts it, and two long names may become one.",
                "Shorten it."));
    }
}
