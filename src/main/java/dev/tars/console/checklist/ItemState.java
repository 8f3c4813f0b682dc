package dev.tars.console.checklist;

/** What is known of an item now. Only {@link #passes} counts for go, and nothing is folded into it. */
public enum ItemState {
    /** Nobody asked. */
    NOT_RUN(false),
    /** This console asks now. */
    RUNNING(false),
    /** A watch: it holds so far, and not for long enough yet. */
    WATCHING(false),
    /** A machine's tick. */
    MET(true),
    MISSED(false),
    /** Asked, and there is no usable answer. */
    UNKNOWN(false),
    /** A person said, with a reason, that it does not apply. */
    NOT_APPLICABLE(true),
    /** A person lets it pass unproven until a time. */
    WAIVED(true),
    /** There was a tick, and it proves nothing any more. */
    STALE(false),
    /** A person has to judge, or one more person. */
    TO_SIGN(false),
    /** The tick of one person, or of two where it asks for four eyes. */
    SIGNED(true);

    private final boolean passes;

    ItemState(boolean passes) {
        this.passes = passes;
    }

    /** Whether an item in this state does not stand in the way of go. */
    public boolean passes() {
        return passes;
    }
}
