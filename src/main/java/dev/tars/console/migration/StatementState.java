package dev.tars.console.migration;

/** Where a statement is. */
public enum StatementState {
    PENDING,
    /** Its intent is in the journal and it was sent. */
    RUNNING,
    /** It waits for other sessions. */
    WAITING,
    /** The world was read back and is as the statement wants it. */
    DONE,
    /** What it would make was there before, whole and of the same definition. */
    ALREADY_THERE,
    /** The server refused it; nothing is left of it. */
    FAILED,
    /** A build ended badly and its index is left behind, invalid. */
    INVALID_LEFT,
    CANCELLED,
    /** The line was lost: it may run on, be done or be left invalid. */
    UNKNOWN
}
