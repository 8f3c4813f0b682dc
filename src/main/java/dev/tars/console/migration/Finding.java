package dev.tars.console.migration;

/**
 * What a lint rule or the preflight found.
 *
 * @param rule its stable name: {@code concurrently-in-transaction}
 * @param where file and line, or what was looked at in the database
 * @param sentence what is so and what it means
 * @param mend what to do; empty where there is nothing to do
 */
public record Finding(Weight weight, String rule, String where, String sentence, String mend) {

    /** What it means for the run. */
    public enum Weight {
        /** Must not run. */
        BLOCKS,
        /** May run; a person should know first. */
        WARNS,
        /** Worth knowing. */
        INFORMS,
        /** Looked at and fine. */
        FINE,
        /** Could not be looked at; never taken for fine. */
        UNKNOWN
    }
}
