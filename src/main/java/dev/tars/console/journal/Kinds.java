package dev.tars.console.journal;

/**
 * The kinds of events that the console writes. The set is open: a kind that is not here is kept, hashed and shown like any
 * other. A name is {@code feature.what}, in the past tense or a noun; it never changes its meaning.
 */
public final class Kinds {

    /**
     * An action is about to run; without an {@link #ACTION_OUTCOME} it may have happened. Payload: {@code action}, {@code
     * title}, {@code harm}, {@code plan} (the hash), {@code runs}, {@code expires}, {@code seconds}.
     */
    public static final String ACTION_INTENT = "action.intent";

    /** How an action ended. Payload: {@code intent} (the event's id), {@code title}, {@code ending}, {@code words}. */
    public static final String ACTION_OUTCOME = "action.outcome";

    /** Somebody turned to an environment. No payload. */
    public static final String ENVIRONMENT_OPENED = "environment.opened";

    /** From its time on the release is charged. Payload: {@code words}. */
    public static final String RELEASE_BEGAN = "release.began";

    /** No release is charged any more. No payload. */
    public static final String RELEASE_CLEARED = "release.cleared";

    /** An objective may be quiet. Payload: {@code objective}, {@code state}, {@code reason}, {@code until}. */
    public static final String SLO_ACKNOWLEDGED = "slo.acknowledged";

    private Kinds() {}
}
