package dev.tars.console.journal;

/**
 * Where a journal ends.
 *
 * @param sequence of the last event, 0 where there is none
 * @param hash of the last event, {@link Hashes#GENESIS} where there is none
 */
public record Head(long sequence, String hash) {

    /** Of a journal without events. */
    public static final Head EMPTY = new Head(0, Hashes.GENESIS);
}
