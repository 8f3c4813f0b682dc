package dev.tars.console.slo;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What one poll asks about.
 *
 * @param at its time by our clock
 * @param serverAt the same by the server's
 * @param mark of the release that is charged
 * @param leaps of the clock before it; another one before its end makes it void
 */
record Asked(Instant at, Instant serverAt, Optional<ReleaseMark> mark, int leaps) {

    /** Server clock minus ours. */
    Duration skew() {
        return Duration.between(at, serverAt);
    }
}
