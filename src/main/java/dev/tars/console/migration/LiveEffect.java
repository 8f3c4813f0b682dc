package dev.tars.console.migration;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How the database fares while a statement runs.
 *
 * @param activeSessions clients that are served now, beside the console
 * @param transactionsPerSecond since the reading before; empty at the first
 * @param replicationLag of the standby that is farthest behind; empty where there is none
 * @param blocked who waits for a lock of the statement, and for how long
 */
public record LiveEffect(
        int activeSessions,
        OptionalDouble transactionsPerSecond,
        Optional<Duration> replicationLag,
        List<Blocked> blocked) {

    /** A session that waits for a lock of ours. @param waits for how long it has waited */
    public record Blocked(int pid, String query, Duration waits) {}

    public LiveEffect {
        blocked = List.copyOf(blocked);
    }
}
