package dev.tars.console.migration;

import java.time.Instant;
import java.util.Optional;

/**
 * A statement that was sent once, as the journal has it.
 *
 * @param isCleanup a drop of an invalid index of ours
 * @param backend the server process that it was sent to
 * @param oid of the index that it made or left; 0 where it was never seen
 * @param ended how it ended; empty where the journal does not say
 */
public record PastStatement(
        int number,
        StatementKind kind,
        String object,
        String sql,
        boolean isCleanup,
        Backend backend,
        Instant sentAt,
        long oid,
        Optional<StatementState> ended,
        String words) {

    PastStatement seen(long index) {
        return new PastStatement(number, kind, object, sql, isCleanup, backend, sentAt, index, ended, words);
    }

    PastStatement ended(StatementState state, String how, long index) {
        // What was seen while it was built is surer than what bore its name at the end.
        long known = oid == 0 ? index : oid;
        return new PastStatement(number, kind, object, sql, isCleanup, backend, sentAt, known, Optional.of(state), how);
    }

    /** Whether an invalid index of this name may be its work: it was begun, and nothing says that it left none. */
    boolean mayHaveLeft() {
        return ended.map(state -> switch (state) {
                    case INVALID_LEFT, UNKNOWN, RUNNING, WAITING -> true;
                    case PENDING, DONE, ALREADY_THERE, FAILED, CANCELLED -> false;
                })
                .orElse(true);
    }
}
