package dev.tars.console.migration;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who answers.
 *
 * @param versionNumber {@code server_version_num}: 150019
 * @param version in the server's words: {@code 15.19}
 * @param systemIdentifier of the cluster, {@code pg_control_system()}; unknown where that function is refused
 * @param searchPath {@code current_schemas(false)}, in order
 * @param isStandby {@code pg_is_in_recovery()}
 * @param isReadOnly {@code default_transaction_read_only} or {@code transaction_read_only} is on
 * @param seesOtherSessions superuser or member of {@code pg_read_all_stats}
 * @param poolerSuspicion why a pooler in transaction mode may stand between; empty where nothing points to one
 * @param settings as the run's connection has them: {@code maintenance_work_mem}, {@code lock_timeout} …
 */
public record ServerFacts(
        int versionNumber,
        String version,
        Reading<String> systemIdentifier,
        String database,
        String user,
        List<String> searchPath,
        boolean isStandby,
        boolean isReadOnly,
        boolean seesOtherSessions,
        String poolerSuspicion,
        Map<String, String> settings) {

    public ServerFacts {
        searchPath = List.copyOf(searchPath);
        settings = Map.copyOf(settings);
    }

    /** Where the server looks for a name. */
    List<String> schemasFor(Optional<String> schema) {
        return schema.map(List::of).orElse(searchPath);
    }
}
