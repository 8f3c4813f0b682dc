package dev.tars.console.app.shell;

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
 */
public record PollStatus(Duration interval, List<Beat> recent, Instant next, long missed, Optional<Duration> skew) {
    public PollStatus {
        recent = List.copyOf(recent);
    }
}
