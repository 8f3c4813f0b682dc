package dev.tars.console.journal;

/**
 * One place where the journal is not what was written.
 *
 * @param sequence the event it is about, or the first of them
 * @param kind what happened to it
 * @param sentence the same for a person, with what was found
 */
public record Fault(long sequence, Kind kind, String sentence) {

    /** What can happen to a chain. */
    public enum Kind {
        /** Its content is not the one that was hashed. */
        CHANGED,
        /** It is not there. */
        MISSING,
        /** It stands in another place than it was written in. */
        MOVED,
        /** It was put in between, or the one before was replaced whole: the next does not follow it. */
        BROKEN_LINK,
        /** The end is missing. */
        CUT,
        /** The past was written anew: a checkpoint remembers another one. */
        REWRITTEN,
        /** The store cannot give it. */
        UNREADABLE
    }
}
