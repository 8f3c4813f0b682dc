package dev.tars.console.migration;

import java.util.List;

/**
 * A session that a build may have to wait for.
 *
 * @param holdsSnapshot {@code backend_xmin} or {@code backend_xid} is set: the last phase of a build waits for it
 * @param isHidden the server keeps state and query from us; it may be in a transaction or not
 * @param isOurs a session of this console
 * @param lockedTables tables of the migration that it holds a lock of writers on, with their schema
 */
public record SessionFacts(
        Blocker who, boolean holdsSnapshot, boolean isHidden, boolean isOurs, List<String> lockedTables) {
    public SessionFacts {
        lockedTables = List.copyOf(lockedTables);
    }
}
