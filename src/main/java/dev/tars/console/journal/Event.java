package dev.tars.console.journal;

import java.time.Instant;

/**
 * One thing that happened, as the journal keeps it. Nothing of it is checked here: an event that was tampered with must
 * be readable, so that it can be shown and located.
 *
 * @param sequence place in the journal, from 1, without a gap
 * @param id name that its writer gave it, the same however often the append is repeated
 * @param at when, UTC in microseconds, by the writer's clock; the order is that of the sequence, not of this
 * @param actor who did it
 * @param environment where
 * @param kind what it was, see {@link Kinds}; unknown ones are kept and shown
 * @param prev hash of the event before; {@link Hashes#GENESIS} for the first
 * @param hash SHA-256 of the bytes that {@link EventText#hashed} writes, 64 lower-case hexadecimal digits
 */
public record Event(
        long sequence,
        String id,
        Instant at,
        String actor,
        String environment,
        String kind,
        Payload payload,
        String prev,
        String hash) {

    /** Whether the hash is that of the content. */
    public boolean isSound() {
        return hash.equals(Hashes.of(this));
    }
}
