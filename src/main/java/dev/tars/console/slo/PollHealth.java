package dev.tars.console.slo;

import dev.tars.console.base.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How the polling itself stands: a panel is only as good as its last answer.
 *
 * @param interval time between polls
 * @param lastGood when the last whole answer was asked for
 * @param next when the next poll is due; when it was due last, while polling is stopped
 * @param recent the last polls, oldest first, 48 at most
 * @param missed polls missed or failed since start
 * @param skew server clock minus ours, where known
 * @param warnings what the server said beside its answer: the answer is partial
 * @param problem why the last poll failed, where it did
 * @param stopped whether polling stands still until a person asks again: credentials rejected
 */
public record PollHealth(
        Duration interval,
        Optional<Instant> lastGood,
        Instant next,
        List<Outcome> recent,
        long missed,
        Optional<Duration> skew,
        List<String> warnings,
        Optional<Problem> problem,
        boolean stopped) {

    /** ANSWERED whole, PARTIAL with warnings, FAILED without an answer, MISSED not asked in its slot. */
    public enum Outcome {
        ANSWERED,
        PARTIAL,
        FAILED,
        MISSED
    }

    public PollHealth {
        recent = List.copyOf(recent);
        warnings = List.copyOf(warnings);
    }

    /** The health of a polling that goes on. */
    public PollHealth(
            Duration interval,
            Optional<Instant> lastGood,
            Instant next,
            List<Outcome> recent,
            long missed,
            Optional<Duration> skew,
            List<String> warnings,
            Optional<Problem> problem) {
        this(interval, lastGood, next, recent, missed, skew, warnings, problem, false);
    }
}
