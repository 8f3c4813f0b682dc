package dev.tars.console.journal;

import dev.tars.console.base.Problem;
import java.time.Instant;
import java.util.Optional;

/**
 * Whether the journal takes events.
 *
 * @param stopped why it takes none; empty while it is open. A stopped journal refuses every append until it is reopened
 *     and found whole, since after a failed write nobody knows what a later one proves
 * @param since when it came to be so
 */
public record JournalState(Optional<Problem> stopped, Instant since) {

    public boolean isOpen() {
        return stopped.isEmpty();
    }
}
