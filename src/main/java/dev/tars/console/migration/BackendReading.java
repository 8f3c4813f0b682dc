package dev.tars.console.migration;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a server process does now.
 *
 * @param isActive whether it runs a statement
 * @param query the statement that it runs, or ran last
 * @param step how far it is; empty where the server tells nothing about such a statement
 * @param blockers whom it waits for, the one it waits for now first
 */
public record BackendReading(boolean isActive, String query, Optional<Step> step, List<Blocker> blockers) {

    /**
     * One reading of {@code pg_stat_progress_create_index}.
     *
     * @param words the phase
     * @param done blocks, tuples or lockers
     * @param total 0 where the phase counts nothing
     * @param indexOid of the index it makes; 0 while there is none
     */
    public record Step(String words, long done, long total, OptionalInt lockerPid, long indexOid) {}

    public BackendReading {
        blockers = List.copyOf(blockers);
    }
}
