package dev.tars.console.migration;

import java.time.Instant;
import java.util.Optional;

/**
 * A session that a build waits for, or will.
 *
 * @param state {@code active}, {@code idle in transaction}
 * @param openSince start of its transaction; empty where the server does not tell
 * @param query its last statement, cut to what the server keeps
 */
public record Blocker(
        int pid, String user, String application, String state, Optional<Instant> openSince, String query) {}
