package dev.tars.console.migration.preflight;

import dev.tars.console.migration.Finding;
import dev.tars.console.migration.Finding.Weight;
import java.util.List;

/** Behind a pooler in transaction mode each statement may meet another server process: settings and pid are lost. */
final class Pooler implements PreflightRule {
    private static final String RULE = "pooler";

    @Override
    public List<Finding> findings(Flight flight) {
        String suspicion = flight.facts().server().poolerSuspicion();
        if (suspicion.isEmpty()) {
            return List.of(PreflightRule.fine(RULE, "connection", "One server process answers throughout."));
        }
        return List.of(new Finding(
                Weight.WARNS,
                RULE,
                "connection",
                "A pooler in transaction mode may stand between: " + suspicion
                        + ". Then time limits of the session are lost, and a build that is cancelled may not be ours.",
                "Connect to PostgreSQL itself, past the pooler."));
    }
}
