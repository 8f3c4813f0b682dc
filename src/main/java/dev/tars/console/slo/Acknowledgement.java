package dev.tars.console.slo;

import java.time.Duration;
import java.time.Instant;

/**
 * A person knows of an objective's state and has it be quiet for a while. The state stays what it is and where it is;
 * only its loudness goes, and it comes back by itself.
 *
 * @param state the state it is about: another one of the same objective is loud
 * @param at when it was acknowledged
 * @param until when it ends
 */
public record Acknowledgement(String objective, SloState state, String by, String reason, Instant at, Instant until) {

    /** No silence lasts longer. */
    public static final Duration LONGEST = Duration.ofHours(24);

    public Acknowledgement {
        if (reason.isBlank()) {
            throw new IllegalArgumentException("an acknowledgement has a reason");
        }
        if (!until.isAfter(at) || until.isAfter(at.plus(LONGEST))) {
            throw new IllegalArgumentException("a silence ends within 24 h, not at " + until);
        }
        if (state == SloState.OK) {
            throw new IllegalArgumentException("what is ok needs no acknowledgement");
        }
    }

    /** True while it lasts; also false before it began, where a clock was set back. */
    public boolean holds(Instant now) {
        return !now.isBefore(at) && now.isBefore(until);
    }
}
