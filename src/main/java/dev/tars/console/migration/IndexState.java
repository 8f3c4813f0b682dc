package dev.tars.console.migration;

/**
 * An index as the catalogue has it now.
 *
 * @param oid the same for as long as it lives
 * @param table the table it is on, without schema
 * @param isValid whether the planner may use it; false also while it is being built
 * @param bytes its size on the disk
 */
public record IndexState(
        long oid, String schema, String name, String table, boolean isValid, IndexShape shape, long bytes) {

    /** Schema and name, each in quotes: never another one, whatever the search path is. */
    public String quoted() {
        return quoted(schema) + "." + quoted(name);
    }

    private static String quoted(String identifier) {
        return '"' + identifier.replace("\"", "\"\"") + '"';
    }
}
