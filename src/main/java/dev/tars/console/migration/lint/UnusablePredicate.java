package dev.tars.console.migration.lint;

import dev.tars.console.migration.ApiQuery;
import dev.tars.console.migration.Finding;
import dev.tars.console.migration.Finding.Weight;
import dev.tars.console.migration.Migration;
import dev.tars.console.migration.lint.Builds.Build;
import dev.tars.console.migration.sql.QueryText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An index is for a query that cannot use it: the file does not make it, or its predicate does not follow from what the
 * query says. The planner proves that from the text alone, so a value that comes as a parameter proves nothing.
 */
final class UnusablePredicate implements LintRule {
    @Override
    public List<Finding> findings(Migration migration) {
        List<Build> builds = Builds.of(migration.forward());
        List<Finding> findings = new ArrayList<>();
        for (ApiQuery query : migration.queries()) {
            Optional<Build> build = builds.stream()
                    .filter(each -> each.index().name().equals(Optional.of(query.index())))
                    .findFirst();
            if (build.isEmpty()) {
                findings.add(unknown(migration, query));
            } else {
                QueryText text = QueryText.of(query.sql());
                build.get().form().predicate().stream()
                        .filter(condition -> !text.implies(condition))
                        .findFirst()
                        .ifPresent(condition -> findings.add(unusable(migration, query, build.get(), condition)));
            }
        }
        return findings;
    }

    private static Finding unknown(Migration migration, ApiQuery query) {
        return new Finding(
                Weight.BLOCKS,
                "unknown-index",
                migration.name() + ", query " + query.id(),
                "The query must use " + query.index() + ", which "
                        + migration.forward().file() + " does not make.",
                "Check the name of the index in both files.");
    }

    private static Finding unusable(Migration migration, ApiQuery query, Build build, String condition) {
        return new Finding(
                Weight.WARNS,
                "unusable-predicate",
                StatementRule.where(migration.forward(), build.statement()),
                build.name() + " holds only rows with " + condition + ", and the query " + query.id()
                        + " does not say so with fixed values: the planner cannot use the index for it.",
                "Say the condition in the query as it stands in the index, or take it out of the index.");
    }
}
