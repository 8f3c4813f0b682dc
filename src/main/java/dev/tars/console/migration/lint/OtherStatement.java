package dev.tars.console.migration.lint;

import dev.tars.console.migration.Finding;
import dev.tars.console.migration.Finding.Weight;
import dev.tars.console.migration.Script;
import dev.tars.console.migration.Statement;
import dev.tars.console.migration.StatementKind;
import dev.tars.console.migration.sql.SqlReader;
import java.util.Optional;

/** What is no part of an index migration: after a lost line nothing tells whether it was done. */
final class OtherStatement extends StatementRule {
    private static final int SHOWN = 40;

    @Override
    Optional<Finding> finding(Script script, Statement statement) {
        if (statement.kind() == StatementKind.ANALYZE
                && SqlReader.objects(statement).isEmpty()) {
            return Optional.of(new Finding(
                    Weight.WARNS,
                    "analyze-everything",
                    where(script, statement),
                    "ANALYZE without a table reads every table of the database.",
                    "Name the tables that the file indexes."));
        }
        if (statement.kind() != StatementKind.OTHER) {
            return Optional.empty();
        }
        String text = statement.text().replaceAll("\\s+", " ");
        return Optional.of(new Finding(
                Weight.WARNS,
                "other-statement",
                where(script, statement),
                (text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text)
                        + " is no part of an index migration: if the line is lost, nothing tells whether it was done,"
                        + " and what it locks is not known.",
                "Move it to a migration of its own, or be sure that it may run twice."));
    }
}
