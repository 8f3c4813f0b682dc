package dev.tars.console.practice.servers;

/** What can go wrong with the database while indexes are built. */
public enum Trouble {
    /** A report's session is idle in a transaction: a build waits for it. */
    LONG_TRANSACTION,
    /** Every build is cancelled soon after it began. */
    BUILD_CANCELLED,
    /** The console has no line to the database. */
    LINE_CUT,
    /** A build finds two rows with one key at its end; raised by a trigger, since no index of the release is unique. */
    DUPLICATE_ROWS,
    /** The disk is full at the end of a build; raised by a trigger. */
    DISK_FULL
}
