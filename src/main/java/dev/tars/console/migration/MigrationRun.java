package dev.tars.console.migration;

import java.time.Instant;
import java.util.List;

/**
 * A run of a script, one consistent picture of it.
 *
 * @param id names the run in the journal
 * @param isRollback whether the rollback's script runs
 * @param words one sentence for the head of the screen
 */
public record MigrationRun(
        String id, boolean isRollback, Instant startedAt, State state, List<StatementRun> statements, String words) {

    /** How the run as a whole stands. */
    public enum State {
        RUNNING,
        /** A person asked it to stop; it takes its invalid index away and proves it. */
        CANCELLING,
        DONE,
        FAILED,
        CANCELLED,
        /** What was done cannot be told before the database was asked. */
        UNKNOWN
    }

    public MigrationRun {
        statements = List.copyOf(statements);
    }

    /** The same run when nobody drives it any more: nothing of what it showed last is taken for so. */
    public MigrationRun unknown(String why) {
        return new MigrationRun(id, isRollback, startedAt, State.UNKNOWN, statements, why);
    }
}
