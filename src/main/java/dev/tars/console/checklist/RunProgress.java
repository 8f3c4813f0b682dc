package dev.tars.console.checklist;

import java.time.Instant;
import java.util.Objects;

/**
 * A run of this console.
 *
 * @param items how many it began with
 * @param done how many of them are answered
 */
public record RunProgress(String run, int items, int done, Instant begun) {
    public RunProgress {
        Objects.requireNonNull(run, "run");
        Objects.requireNonNull(begun, "begun");
        if (done < 0 || done > items) {
            throw new IllegalArgumentException(done + " of " + items);
        }
    }

    RunProgress next() {
        return new RunProgress(run, items, Math.min(items, done + 1), begun);
    }
}
