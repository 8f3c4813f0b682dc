package dev.tars.console.journal;

/**
 * The kinds of events that the console writes. The set is open: a kind that is not here is kept, hashed and shown like any
 * other. A name is {@code feature.what}, in the past tense or a noun; it never changes its meaning.
 */
public final class Kinds {

    /** The journal was checked. Payload: {@code verdict}, {@code events}. */
    public static final String AUDIT_VERIFIED = "audit.verified";

    /** The journal was exported. Payload: {@code format}, {@code events}, {@code sha256}. */
    public static final String AUDIT_EXPORTED = "audit.exported";

    private Kinds() {}
}
