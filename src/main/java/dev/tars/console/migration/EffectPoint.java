package dev.tars.console.migration;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How the database fared at one moment of a run.
 *
 * @param activeSessions clients that were served
 * @param transactionsPerSecond since the reading before; empty at the first
 * @param replicationLag of the standby farthest behind; empty where there is none
 * @param blocked sessions that waited for a lock of the run
 * @param longestBlocked how long the one that waited longest had waited; zero where none did
 */
public record EffectPoint(
        Instant at,
        int activeSessions,
        OptionalDouble transactionsPerSecond,
        Optional<Duration> replicationLag,
        int blocked,
        Duration longestBlocked) {}
