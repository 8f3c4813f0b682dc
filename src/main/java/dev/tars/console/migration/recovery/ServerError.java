package dev.tars.console.migration.recovery;

/**
 * What the server or the driver said.
 *
 * @param sqlState five characters (PostgreSQL manual, appendix A); empty where there was none
 * @param message in the server's language, for people and for nothing else
 * @param detail what it said beside it; may be empty
 */
public record ServerError(String sqlState, String message, String detail) {

    /** Whether the line broke, so that the statement may run on, be done or have failed. */
    public boolean isLineLost() {
        return sqlState.isEmpty() || sqlState.startsWith("08");
    }
}
