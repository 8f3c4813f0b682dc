package dev.tars.console.release;

/**
 * How an action ended.
 *
 * @param words one sentence for people and for the journal
 */
public record Outcome(Ending ending, String words) {

    /** Unknown is a state of its own: it may have happened. */
    public enum Ending {
        DONE,
        FAILED,
        UNKNOWN
    }

    public static Outcome done(String words) {
        return new Outcome(Ending.DONE, words);
    }

    public static Outcome failed(String words) {
        return new Outcome(Ending.FAILED, words);
    }

    public static Outcome unknown(String words) {
        return new Outcome(Ending.UNKNOWN, words);
    }
}
