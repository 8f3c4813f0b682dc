package dev.tars.console.migration;

import java.time.Instant;
import java.util.Optional;

/**
 * What a row costs to insert into a table, with the indexes that stand. Every row is taken back at once.
 *
 * @param indexes how many valid indexes of the migration the table had
 * @param latency empty where it was not measured
 * @param why a sentence, where it was not measured
 */
public record WriteCost(String table, int indexes, Instant at, Optional<LatencyProfile> latency, String why) {

    public WriteCost {
        if (why.isBlank() && latency.isEmpty()) {
            throw new IllegalArgumentException("a cost without latency says why");
        }
    }
}
