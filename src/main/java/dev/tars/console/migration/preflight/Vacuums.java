package dev.tars.console.migration.preflight;

import dev.tars.console.migration.Finding;
import dev.tars.console.migration.Finding.Weight;
import dev.tars.console.migration.VacuumFacts;
import java.util.List;

/** VACUUM, ANALYZE and a build exclude each other on one table; autovacuum gives way unless it is against wraparound. */
final class Vacuums implements PreflightRule {
    private static final String RULE = "vacuums";

    @Override
    public List<Finding> findings(Flight flight) {
        return flight.facts()
                .vacuums()
                .match(
                        vacuums -> PreflightRule.orFine(
                                vacuums.stream().map(Vacuums::finding).toList(),
                                RULE,
                                "tables",
                                "No VACUUM or ANALYZE runs on these tables."),
                        why -> List.of(PreflightRule.unknown(
                                RULE,
                                "tables",
                                why,
                                "GRANT pg_read_all_stats TO "
                                        + flight.facts().server().user() + ".")));
    }

    private static Finding finding(VacuumFacts vacuum) {
        String what = (vacuum.isAutomatic() ? "Automatic " : "") + vacuum.command() + " of " + vacuum.table()
                + " runs in session " + vacuum.pid() + ", phase " + vacuum.phase();
        if (vacuum.isAutomatic() && !vacuum.isAgainstWraparound()) {
            return new Finding(
                    Weight.INFORMS, RULE, vacuum.table(), what + "; the server ends it when a build asks.", "");
        }
        return new Finding(
                Weight.WARNS,
                RULE,
                vacuum.table(),
                what + (vacuum.isAgainstWraparound() ? ", against wraparound" : "")
                        + ": a build waits until it has ended.",
                vacuum.isAgainstWraparound() ? "Let it finish; do not cancel it." : "Let it finish first.");
    }
}
