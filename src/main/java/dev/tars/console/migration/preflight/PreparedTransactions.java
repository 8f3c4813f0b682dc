package dev.tars.console.migration.preflight;

import dev.tars.console.base.Figures;
import dev.tars.console.migration.Finding;
import dev.tars.console.migration.Finding.Weight;
import dev.tars.console.migration.PreparedFacts;
import java.time.Duration;
import java.util.List;

/** A prepared transaction has no session to end and no time limit: a build that waits for it waits until a person acts. */
final class PreparedTransactions implements PreflightRule {
    private static final String RULE = "prepared-transactions";

    @Override
    public List<Finding> findings(Flight flight) {
        String database = "database " + flight.facts().server().database();
        return flight.facts()
                .prepared()
                .match(
                        prepared -> PreflightRule.orFine(
                                prepared.stream()
                                        .map(each -> finding(flight, each))
                                        .toList(),
                                RULE,
                                database,
                                "No transaction is prepared."),
                        why -> List.of(PreflightRule.unknown(
                                RULE, database, why, "Look: SELECT gid, prepared, owner FROM pg_prepared_xacts.")));
    }

    private static Finding finding(Flight flight, PreparedFacts prepared) {
        Duration age = Duration.between(prepared.preparedAt(), flight.facts().readAt());
        boolean holds = !prepared.lockedTables().isEmpty() && flight.hasConcurrent();
        String what = "Transaction '" + prepared.gid() + "' of " + prepared.owner() + " is prepared since "
                + Figures.duration(age);
        return new Finding(
                holds ? Weight.BLOCKS : Weight.INFORMS,
                RULE,
                "prepared transaction " + prepared.gid(),
                holds
                        ? what + " and holds " + String.join(", ", prepared.lockedTables())
                                + ": a build would wait for it until somebody ends it."
                        : what + "; it holds no table of the migration.",
                "Whoever prepared it decides: COMMIT PREPARED '" + prepared.gid() + "' or ROLLBACK PREPARED '"
                        + prepared.gid() + "'.");
    }
}
