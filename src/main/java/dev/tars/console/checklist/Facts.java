package dev.tars.console.checklist;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What a board is judged against, beside list and journal.
 *
 * @param now the time
 * @param fingerprints names of {@code about=} to hash or version, as they are now; a name that cannot be told is absent
 * @param running runs that this console is doing now; those of others and of one that ended cannot be known to run
 * @param statements what people's statements are held against
 */
public record Facts(Instant now, Map<String, String> fingerprints, Set<String> running, Statements statements) {
    public Facts {
        Objects.requireNonNull(now, "now");
        fingerprints = Map.copyOf(fingerprints);
        running = Set.copyOf(running);
        Objects.requireNonNull(statements, "statements");
    }
}
