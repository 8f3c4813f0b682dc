package dev.tars.console.migration.lint;

import dev.tars.console.migration.Finding;
import dev.tars.console.migration.Finding.Weight;
import dev.tars.console.migration.Migration;
import dev.tars.console.migration.Statement;
import dev.tars.console.migration.StatementKind;
import dev.tars.console.migration.lint.Builds.Build;
import dev.tars.console.migration.sql.QualifiedName;
import dev.tars.console.migration.sql.SqlReader;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** COMMENT on an index or ANALYZE of a table that the file does not build: mostly a name that was changed in one place. */
final class ForeignObject implements LintRule {
    @Override
    public List<Finding> findings(Migration migration) {
        List<Build> builds = Builds.of(migration.forward());
        List<Finding> findings = new ArrayList<>();
        for (Statement statement : migration.forward().statements()) {
            if (statement.kind() == StatementKind.COMMENT) {
                foreign(
                                statement,
                                index -> builds.stream()
                                        .flatMap(build -> Builds.name(build).stream())
                                        .anyMatch(name -> Builds.isSame(name, index)))
                        .forEach(name -> findings.add(finding(migration, statement, "the index " + name)));
            } else if (statement.kind() == StatementKind.ANALYZE && !builds.isEmpty()) {
                foreign(
                                statement,
                                table -> builds.stream()
                                        .map(build -> new QualifiedName(
                                                build.index().schema(),
                                                build.index().table()))
                                        .anyMatch(name -> Builds.isSame(name, table)))
                        .forEach(name -> findings.add(finding(migration, statement, "the table " + name)));
            }
        }
        return findings;
    }

    private static List<QualifiedName> foreign(Statement statement, Predicate<QualifiedName> isOurs) {
        return SqlReader.objects(statement).stream()
                .filter(Predicate.not(isOurs))
                .toList();
    }

    private static Finding finding(Migration migration, Statement statement, String what) {
        return new Finding(
                Weight.WARNS,
                "foreign-object",
                StatementRule.where(migration.forward(), statement),
                statement.kind() + " is about " + what + ", which no build of this file touches.",
                "Check the name, or delete the line.");
    }
}
