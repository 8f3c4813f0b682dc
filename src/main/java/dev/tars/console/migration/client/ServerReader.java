package dev.tars.console.migration.client;

import dev.tars.console.connect.postgres.PostgresFault;
import dev.tars.console.connect.postgres.PostgresSession;
import dev.tars.console.migration.Reading;
import dev.tars.console.migration.ServerFacts;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads who answers. */
final class ServerReader {

    private static final String SERVER = """
            SELECT current_setting('server_version_num')::int, current_setting('server_version'), current_database(),
                   current_user, current_schemas(false)::text[], pg_is_in_recovery(),
                   current_setting('default_transaction_read_only')::boolean
                     OR current_setting('transaction_read_only')::boolean,
                   pg_has_role(current_user, 'pg_read_all_stats', 'USAGE')
            """;

    private static final String SETTINGS = """
            SELECT name, current_setting(name) FROM pg_settings
            WHERE name IN ('maintenance_work_mem', 'max_parallel_maintenance_workers', 'lock_timeout',
                           'statement_timeout', 'idle_in_transaction_session_timeout', 'idle_session_timeout',
                           'temp_file_limit', 'max_wal_size', 'track_activities', 'track_activity_query_size',
                           'default_tablespace', 'synchronous_commit', 'wal_level')
            """;

    private ServerReader() {}

    static ServerFacts read(PostgresSession session, Reading<String> identifier) throws PostgresFault {
        Map<String, String> settings = new TreeMap<>();
        session.query(SETTINGS, row -> settings.put(row.getString(1), row.getString(2)));
        return session.query(
                        SERVER,
                        row -> new ServerFacts(
                                row.getInt(1),
                                row.getString(2),
                                identifier,
                                row.getString(3),
                                row.getString(4),
                                texts((String[]) row.getArray(5).getArray()),
                                row.getBoolean(6),
                                row.getBoolean(7),
                                row.getBoolean(8),
                                suspicion(session),
                                settings))
                .get(0);
    }

    static String identifier(PostgresSession session) throws PostgresFault {
        return session.query("SELECT system_identifier::text FROM pg_control_system()", row -> row.getString(1))
                .get(0);
    }

    /** A pooler answers the start of a session itself, with a process number that is not the server's. */
    private static String suspicion(PostgresSession session) {
        return session.pid() == session.announcedPid()
                ? ""
                : "at its start the session was told process " + session.announcedPid() + ", and process "
                        + session.pid() + " serves it";
    }

    private static List<String> texts(String[] values) {
        return Arrays.asList(values);
    }
}
