package dev.tars.console.migration.lint;

import dev.tars.console.migration.Finding;
import dev.tars.console.migration.Finding.Weight;
import dev.tars.console.migration.Migration;
import dev.tars.console.migration.Script;
import dev.tars.console.migration.Statement;
import dev.tars.console.migration.sql.QualifiedName;
import dev.tars.console.migration.sql.SqlReader;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Names without a schema are found by the search path, which differs from user to user and database to database. */
final class MissingSchema implements LintRule {
    @Override
    public List<Finding> findings(Migration migration) {
        return Stream.of(migration.forward(), migration.rollback())
                .flatMap(script -> finding(script).stream())
                .toList();
    }

    private static Optional<Finding> finding(Script script) {
        List<Statement> bare =
                script.statements().stream().filter(MissingSchema::isBare).toList();
        if (bare.isEmpty()) {
            return Optional.empty();
        }
        String lines =
                bare.stream().map(statement -> String.valueOf(statement.line())).collect(Collectors.joining(", "));
        return Optional.of(new Finding(
                Weight.WARNS,
                "missing-schema",
                StatementRule.where(script, bare.get(0)),
                "No schema before the table or index in line " + lines
                        + ": the search path of whoever runs it decides which one is meant.",
                "Write SCHEMA.NAME, as in public.evaluations."));
    }

    private static boolean isBare(Statement statement) {
        return statement.index().isPresent()
                ? statement.index().get().schema().isEmpty()
                : SqlReader.objects(statement).stream()
                        .map(QualifiedName::schema)
                        .anyMatch(Optional::isEmpty);
    }
}
