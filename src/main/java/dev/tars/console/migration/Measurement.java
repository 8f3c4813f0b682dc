package dev.tars.console.migration;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A query of the API, measured once: its plan and its latency.
 *
 * @param query its id
 * @param side whether its index stood when it was measured, read in the catalogue and not remembered
 * @param plan how the server answered it; empty where that was not told
 * @param latency empty where a run failed or there was nothing to ask with
 * @param indexBytes size of its index on the disk, where it stands
 * @param why a sentence, where something is missing
 */
public record Measurement(
        String query,
        Side side,
        Instant at,
        Optional<QueryPlan> plan,
        Optional<LatencyProfile> latency,
        OptionalLong indexBytes,
        String why) {

    /** Before its index stood, or after. */
    public enum Side {
        BEFORE,
        AFTER
    }

    public Measurement {
        if (why.isBlank() && (plan.isEmpty() || latency.isEmpty())) {
            throw new IllegalArgumentException("a measurement without plan or latency says why");
        }
    }
}
