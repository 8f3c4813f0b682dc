package dev.tars.console.slo;

import java.time.Instant;
import java.util.Objects;

/**
 * The moment from which on the cost of a release is counted.
 *
 * @param at by the console's clock
 * @param words what began then: "v1.0.1 starts"
 */
public record ReleaseMark(Instant at, String words) {
    public ReleaseMark {
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(words, "words");
    }
}
