package dev.tars.console.app.settings;

/** Height of rows in tables and lists. */
public enum Density {
    COMPACT,
    STANDARD,
    COMFORTABLE
}
