package dev.tars.console.release;

/** What an action does to the world; its author declares it, the guard asks in proportion. */
public enum Harm {
    /** Looks, or changes only what this window shows. */
    READ,
    /** Changes something, and there is a way back. */
    REVERSIBLE,
    /** There is no way back, or none that is safe. */
    IRREVERSIBLE
}
