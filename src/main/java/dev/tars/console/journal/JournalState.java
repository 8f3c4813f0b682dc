package dev.tars.console.journal;

import dev.tars.console.base.Problem;
import java.time.Instant;
import java.util.Optional;

/**
 * Whether the journal takes events.
 *
 * @param problem why it takes none, or why an answer is waited for; empty exactly while it is open
 * @param since when it came to be so
 */
public record JournalState(Condition condition, Optional<Problem> problem, Instant since) {

    /** How it stands. Only an open journal takes what an action must record first. */
    public enum Condition {
        OPEN,
        /** Its server did not answer and is asked again; an append that is under way may yet be kept. */
        WAITING,
        /** Its server did not answer, also after several tries. Every append is refused until it is reopened and whole. */
        UNREACHABLE,
        /**
         * It cannot promise to keep an event. Every append is refused until it is reopened and whole: after a failed
         * write nobody knows what a later one proves.
         */
        STOPPED
    }

    public JournalState {
        if (problem.isPresent() == (condition == Condition.OPEN)) {
            throw new IllegalArgumentException("a journal has a problem exactly where it is not open");
        }
    }

    static JournalState open(Instant since) {
        return new JournalState(Condition.OPEN, Optional.empty(), since);
    }

    public boolean isOpen() {
        return condition == Condition.OPEN;
    }

    /** Why every append is refused until the journal is reopened; empty while it is open or waits. */
    public Optional<Problem> stopped() {
        return condition == Condition.WAITING ? Optional.empty() : problem;
    }
}
