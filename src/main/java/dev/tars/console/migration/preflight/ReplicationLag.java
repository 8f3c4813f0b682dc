package dev.tars.console.migration.preflight;

import dev.tars.console.base.Figures;
import dev.tars.console.base.Unit;
import dev.tars.console.migration.Finding;
import dev.tars.console.migration.Finding.Weight;
import dev.tars.console.migration.StandbyFacts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A build writes about as much WAL as the index has bytes; a standby that is behind already falls further behind. */
final class ReplicationLag implements PreflightRule {
    private static final String RULE = "replication-lag";
    private static final Duration LATE = Duration.ofSeconds(10);
    private static final long MUCH = 256L << 20;

    @Override
    public List<Finding> findings(Flight flight) {
        return flight.facts()
                .standbys()
                .match(
                        ReplicationLag::judged,
                        why -> List.of(PreflightRule.unknown(
                                RULE,
                                "standbys",
                                why,
                                "GRANT pg_read_all_stats TO "
                                        + flight.facts().server().user() + ".")));
    }

    private static List<Finding> judged(List<StandbyFacts> standbys) {
        List<Finding> findings = new ArrayList<>();
        for (StandbyFacts standby : standbys) {
            String where = "standby " + standby.application();
            boolean late = standby.lag().filter(lag -> lag.compareTo(LATE) >= 0).isPresent()
                    || standby.lagBytes().orElse(0) >= MUCH
                    || !standby.state().equals("streaming");
            if (late) {
                findings.add(new Finding(
                        Weight.WARNS,
                        RULE,
                        where,
                        "Standby " + standby.application() + " (" + standby.state() + ") is behind"
                                + standby.lag()
                                        .map(lag -> " by " + Figures.duration(lag))
                                        .orElse("")
                                + (standby.lagBytes().isPresent()
                                        ? ", " + Figures.of(standby.lagBytes().getAsLong(), Unit.BYTES) + " of WAL"
                                        : "")
                                + (standby.isSynchronous() ? ", and every commit waits for it." : "."),
                        "Wait until it has caught up."));
            } else if (standby.lagBytes().isEmpty()) {
                findings.add(PreflightRule.unknown(
                        RULE, where, "the server tells no lag of it", "Look at the standby itself."));
            }
        }
        return PreflightRule.orFine(
                findings,
                RULE,
                "standbys",
                standbys.isEmpty() ? "No standby streams from here." : "Every standby keeps up.");
    }
}
