package dev.tars.console.migration.recovery;

import dev.tars.console.migration.StatementState;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * What the journal of this run says last of a statement.
 *
 * @param pid of the session it was sent on, where it was sent
 * @param oid of the index that was seen of it
 */
public record LastWord(StatementState state, OptionalInt pid, OptionalLong oid) {

    /** It was never sent. */
    public static final LastWord NOTHING =
            new LastWord(StatementState.PENDING, OptionalInt.empty(), OptionalLong.empty());

    /** Whether it was sent, so that what is there may be ours. */
    boolean wasSent() {
        return switch (state) {
            case PENDING, ALREADY_THERE -> false;
            case RUNNING, WAITING, DONE, FAILED, INVALID_LEFT, CANCELLED, UNKNOWN -> true;
        };
    }

    boolean isDone() {
        return state == StatementState.DONE || state == StatementState.ALREADY_THERE;
    }

    /** Whether it began and nothing tells how it ended. */
    boolean isOpen() {
        return state == StatementState.RUNNING || state == StatementState.WAITING || state == StatementState.UNKNOWN;
    }
}
