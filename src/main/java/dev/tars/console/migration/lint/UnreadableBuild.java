package dev.tars.console.migration.lint;

import dev.tars.console.migration.Finding;
import dev.tars.console.migration.Finding.Weight;
import dev.tars.console.migration.Script;
import dev.tars.console.migration.Statement;
import dev.tars.console.migration.StatementKind;
import java.util.Optional;

/** A build whose definition cannot be told is one that cannot be compared with what is there. */
final class UnreadableBuild extends StatementRule {
    @Override
    Optional<Finding> finding(Script script, Statement statement) {
        boolean isBuild =
                statement.kind() == StatementKind.BUILD_CONCURRENTLY || statement.kind() == StatementKind.BUILD_LOCKING;
        if (!isBuild || statement.index().isPresent()) {
            return Optional.empty();
        }
        return Optional.of(new Finding(
                Weight.BLOCKS,
                "unreadable-build",
                where(script, statement),
                "This CREATE INDEX does not follow the grammar of PostgreSQL 15.",
                "Write CREATE INDEX CONCURRENTLY NAME ON SCHEMA.TABLE (KEYS) and what follows in the manual's order:"
                        + " INCLUDE, NULLS NOT DISTINCT, WITH, TABLESPACE, WHERE."));
    }
}
