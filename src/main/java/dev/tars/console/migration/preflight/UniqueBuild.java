package dev.tars.console.migration.preflight;

import dev.tars.console.migration.Finding;
import dev.tars.console.migration.Finding.Weight;
import java.util.ArrayList;
import java.util.List;

/** Two rows of one key end a unique build after it has read the whole table (23505). */
final class UniqueBuild implements PreflightRule {
    private static final String RULE = "unique-build";

    @Override
    public List<Finding> findings(Flight flight) {
        List<Finding> findings = new ArrayList<>();
        for (Flight.Build build : flight.builds()) {
            if (build.index().isUnique()) {
                String keys = String.join(", ", build.form().keys());
                String where =
                        build.index().predicate().map(text -> " WHERE " + text).orElse("");
                findings.add(new Finding(
                        Weight.INFORMS,
                        RULE,
                        build.tableName(),
                        build.name() + " is unique: two rows with the same " + keys
                                + " end the build late and leave it invalid.",
                        "Look for them first: SELECT " + keys + ", count(*) FROM " + build.tableName() + where
                                + " GROUP BY " + keys + " HAVING count(*) > 1."));
            }
        }
        return PreflightRule.orFine(findings, RULE, "builds", "No build is unique.");
    }
}
