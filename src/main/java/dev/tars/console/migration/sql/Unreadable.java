package dev.tars.console.migration.sql;

/** A statement that does not go on as its grammar says; the server will refuse it in its own words. */
final class Unreadable extends Exception {
    private static final long serialVersionUID = 1L;

    Unreadable(String expected) {
        super(expected, null, false, false);
    }
}
