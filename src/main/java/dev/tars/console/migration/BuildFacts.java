package dev.tars.console.migration;

/**
 * A row of {@code pg_stat_progress_create_index}.
 *
 * @param table with its schema
 * @param index its name; empty while the server has not made the entry
 * @param command {@code CREATE INDEX CONCURRENTLY}, {@code REINDEX}…
 * @param phase in the server's words
 */
public record BuildFacts(
        int pid, String user, String application, String table, String index, String command, String phase) {}
