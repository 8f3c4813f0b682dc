package dev.tars.console.base;

/** What a figure is measured in. Values are always held in the base unit named here. */
public enum Unit {
    /** Seconds; written as ms or s by size. */
    SECONDS,
    /** Bytes; written with binary prefixes (KiB, MiB, GiB). */
    BYTES,
    /** A share from 0 to 1; written as percent. */
    RATIO,
    /** Events a second. */
    PER_SECOND,
    /** A plain count. */
    COUNT
}
