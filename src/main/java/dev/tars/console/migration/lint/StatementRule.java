package dev.tars.console.migration.lint;

import dev.tars.console.migration.Finding;
import dev.tars.console.migration.Migration;
import dev.tars.console.migration.Script;
import dev.tars.console.migration.Statement;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A rule that looks at each statement of both scripts by itself. */
abstract class StatementRule implements LintRule {

    abstract Optional<Finding> finding(Script script, Statement statement);

    @Override
    public final List<Finding> findings(Migration migration) {
        return Stream.of(migration.forward(), migration.rollback())
                .flatMap(script ->
                        script.statements().stream().flatMap(statement -> finding(script, statement).stream()))
                .toList();
    }

    /** File and line, as a compiler writes them. */
    static String where(Script script, Statement statement) {
        return script.file() + ":" + statement.line();
    }
}
