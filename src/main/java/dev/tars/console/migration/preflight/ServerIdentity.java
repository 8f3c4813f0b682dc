package dev.tars.console.migration.preflight;

import dev.tars.console.migration.Finding;
import dev.tars.console.migration.ServerFacts;
import java.util.List;

/** Which database of which cluster answers: a name alone is the same in staging and in production. */
final class ServerIdentity implements PreflightRule {
    private static final String RULE = "server-identity";

    @Override
    public List<Finding> findings(Flight flight) {
        ServerFacts server = flight.facts().server();
        String place = "database " + server.database() + " as " + server.user();
        Finding finding = server.systemIdentifier()
                .match(
                        id -> PreflightRule.fine(RULE, place, "Cluster " + id + ", " + place + "."),
                        why -> PreflightRule.unknown(
                                RULE,
                                place,
                                why,
                                "Let the user read the cluster's identity: GRANT EXECUTE ON FUNCTION"
                                        + " pg_control_system() TO " + server.user() + "."));
        return List.of(finding);
    }
}
