package dev.tars.console.journal;

import dev.tars.console.base.Problem;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a check of the whole journal found.
 *
 * @param events how many there are
 * @param faults in the order of the sequence, at most {@link #MOST_FAULTS}; none where it is whole
 * @param end the last event, as a checkpoint to be kept elsewhere
 * @param proven the newest checkpoint it was compared with; without one a cut end cannot be seen
 * @param at when it was checked
 */
public record Verification(long events, List<Fault> faults, Checkpoint end, Optional<Checkpoint> proven, Instant at) {

    /** More than these are not listed: the first ones say where to look. */
    public static final int MOST_FAULTS = 1000;

    public Verification {
        faults = List.copyOf(faults);
    }

    public boolean isWhole() {
        return faults.isEmpty();
    }

    Problem problem(String place) {
        return Problem.of(
                isWhole() ? "The journal is whole." : faults.get(0).sentence(),
                place,
                "Nothing that must be recorded can be done.",
                "Keep the file as it is for whoever looks into it, and bring back a copy that is whole.");
    }
}
