package dev.tars.console.migration.recovery;

import dev.tars.console.migration.Statement;
import java.util.OptionalInt;

/**
 * What is left to do about a statement.
 *
 * @param pid of the session that is at it, for {@link Step#WAIT}
 * @param words one sentence: what was found, and what follows from it
 */
public record Remainder(Statement statement, Step step, OptionalInt pid, String words) {

    /** What comes next. */
    public enum Step {
        /** Nothing: it was done by this run, and the catalogue shows it. */
        DONE,
        /** Nothing: it was there before, whole and of the same definition. */
        ALREADY_THERE,
        /** Send it. */
        RUN,
        /** Drop the invalid index that this run has left, then send it. */
        DROP_THEN_RUN,
        /** A session is at it: wait for its end, then look again. */
        WAIT,
        /** A person must say whether the invalid index of this name may be dropped, or the statement sent again. */
        ASK,
        /** What bears the name is not ours. */
        REFUSE,
        /** The database did not tell enough; look again. */
        UNKNOWN
    }
}
