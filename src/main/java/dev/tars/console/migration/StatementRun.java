package dev.tars.console.migration;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A statement and how it goes.
 *
 * @param took until now, or in all
 * @param bytes size of its index, where one was read
 * @param blockers who it waits for, the one that the server names first
 * @param words one sentence: why it failed, what it waits for, what was read back; empty while pending
 */
public record StatementRun(
        Statement statement,
        StatementState state,
        Optional<Instant> startedAt,
        Duration took,
        Optional<BuildProgress> progress,
        List<Blocker> blockers,
        OptionalLong bytes,
        String words) {
    public StatementRun {
        blockers = List.copyOf(blockers);
    }

    /** One that was not started. */
    public static StatementRun pending(Statement statement) {
        return new StatementRun(
                statement,
                StatementState.PENDING,
                Optional.empty(),
                Duration.ZERO,
                Optional.empty(),
                List.of(),
                OptionalLong.empty(),
                "");
    }
}
