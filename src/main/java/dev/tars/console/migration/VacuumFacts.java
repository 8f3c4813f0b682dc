package dev.tars.console.migration;

/**
 * A VACUUM or ANALYZE on a table of the migration; its lock and the build's exclude each other.
 *
 * @param table with its schema
 * @param command {@code VACUUM} or {@code ANALYZE}
 * @param isAutomatic by autovacuum, which gives way to a build
 * @param isAgainstWraparound such a one does not give way
 */
public record VacuumFacts(
        int pid, String table, String command, boolean isAutomatic, boolean isAgainstWraparound, String phase) {}
