package dev.tars.console.migration;

import java.time.Instant;
import java.util.List;

/**
 * A transaction of {@code PREPARE TRANSACTION}: it has no session that could be ended, and no time-out.
 *
 * @param gid its name, for {@code ROLLBACK PREPARED}
 * @param lockedTables tables of the migration that it holds locks on, with their schema
 */
public record PreparedFacts(String gid, String owner, Instant preparedAt, List<String> lockedTables) {
    public PreparedFacts {
        lockedTables = List.copyOf(lockedTables);
    }
}
