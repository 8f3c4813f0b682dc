package dev.tars.console.app.shell;

import dev.tars.console.base.Problem;
import dev.tars.console.ui.controls.HeartbeatCells.Beat;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How the polling of the active environment stands.
 *
 * @param recent the last polls, oldest first
 * @param next when the next is due
 * @param missed polls missed since start
 * @param skew server clock minus ours
 * @param lastGood when the last whole answer was asked for
 * @param warnings what the server said beside its last answer: that one is partial
 * @param problem why the last poll failed, where it did
 * @param stopped whether it stands still until a person asks again
 */
public record PollStatus(
        Duration interval,
        List<Beat> recent,
        Instant next,
        long missed,
        Optional<Duration> skew,
        Optional<Instant> lastGood,
        List<String> warnings,
        Optional<Problem> problem,
        boolean stopped) {
    public PollStatus {
        recent = List.copyOf(recent);
        warnings = List.copyOf(warnings);
    }

    long count(Beat beat) {
        return recent.stream().filter(beat::equals).count();
    }
}
