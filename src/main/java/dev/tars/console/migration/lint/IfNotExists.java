package dev.tars.console.migration.lint;

import dev.tars.console.migration.Finding;
import dev.tars.console.migration.Finding.Weight;
import dev.tars.console.migration.IndexDefinition;
import dev.tars.console.migration.Migration;
import dev.tars.console.migration.lint.Builds.Build;
import java.util.List;
import java.util.stream.Collectors;

/** IF NOT EXISTS looks at the name alone: a broken index, or another one of that name, passes for the wanted one. */
final class IfNotExists implements LintRule {
    @Override
    public List<Finding> findings(Migration migration) {
        List<Build> builds = Builds.of(migration.forward()).stream()
                .filter(build -> build.index().isIfNotExists())
                .toList();
        if (builds.isEmpty()) {
            return List.of();
        }
        String lines = builds.stream()
                .map(build -> String.valueOf(build.statement().line()))
                .collect(Collectors.joining(", "));
        String names = builds.stream()
                .map(Build::index)
                .map(IndexDefinition::name)
                .flatMap(name -> name.stream())
                .limit(1)
                .collect(Collectors.joining());
        return List.of(new Finding(
                Weight.WARNS,
                "if-not-exists",
                StatementRule.where(migration.forward(), builds.get(0).statement()),
                "IF NOT EXISTS in line " + lines + " takes an INVALID index of that name, which a build that failed"
                        + " leaves behind, for the finished one and reports success.",
                "Leave IF NOT EXISTS out; before a second run drop what is invalid: DROP INDEX CONCURRENTLY " + names
                        + "."));
    }
}
