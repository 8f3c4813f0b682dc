package dev.tars.console.checklist;

import java.time.Instant;
import java.util.Objects;

/**
 * Where an entry stands in the journal.
 *
 * @param at when it was kept, by its writer's clock
 * @param by who did it
 * @param sequence place in the journal, from 1
 * @param hash of the journal's event, 64 hexadecimal digits
 */
public record Stamp(Instant at, String by, long sequence, String hash) {
    public Stamp {
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(by, "by");
        Objects.requireNonNull(hash, "hash");
    }
}
