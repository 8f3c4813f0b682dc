package dev.tars.console.migration.preflight;

import dev.tars.console.migration.Finding;
import dev.tars.console.migration.Finding.Weight;
import dev.tars.console.migration.ServerFacts;
import java.util.List;

/** A standby and a read-only session refuse every statement of a migration (25006). */
final class Writable implements PreflightRule {
    private static final String RULE = "writable";

    @Override
    public List<Finding> findings(Flight flight) {
        ServerFacts server = flight.facts().server();
        if (server.isStandby()) {
            return List.of(new Finding(
                    Weight.BLOCKS,
                    RULE,
                    "server",
                    "This server is a standby: it takes no changes of its own.",
                    "Connect to the primary; the index reaches the standby by itself."));
        }
        if (server.isReadOnly()) {
            return List.of(new Finding(
                    Weight.BLOCKS,
                    RULE,
                    "user " + server.user(),
                    "Transactions of this user are read-only here.",
                    "Use the migration's user, or ALTER ROLE " + server.user()
                            + " RESET default_transaction_read_only."));
        }
        return List.of(PreflightRule.fine(RULE, "server", "A primary that takes changes."));
    }
}
