package dev.tars.console.migration;

/**
 * Somebody else's session, exactly enough to be sure later that it is still the same at the same work.
 *
 * @param query the statement that it runs, or ran last
 */
public record SessionReading(Backend backend, String user, String application, String state, String query) {}
