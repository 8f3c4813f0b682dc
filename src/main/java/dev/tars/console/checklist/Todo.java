package dev.tars.console.checklist;

/** What brings an item out of the way of go. */
public enum Todo {
    NOTHING,
    RUN,
    /** It was met; the answer proves nothing any more. */
    RUN_AGAIN,
    /** The cause has to be mended first. */
    MEND,
    SIGN,
    /** One has signed, a second person has to. */
    SIGN_SECOND,
    SIGN_AGAIN,
    /** An item it needs has to pass first. */
    WAIT_FOR_NEED,
    /** It holds; time has to go by. */
    WAIT
}
