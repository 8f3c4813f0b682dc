package dev.tars.console.migration.client;

import dev.tars.console.connect.postgres.PostgresFault;
import dev.tars.console.connect.postgres.PostgresSession;
import java.util.List;
import java.util.OptionalLong;

/** What the benchmark must know from the catalogue. */
final class BenchCatalogue {

    private static final String INDEX = """
            SELECT pg_relation_size(i.indexrelid) FROM pg_index i
            WHERE i.indexrelid = to_regclass(?) AND i.indisvalid AND i.indisready""";
    private static final String COLUMNS = """
            SELECT quote_ident(a.attname) AS name, format_type(a.atttypid, a.atttypmod) AS type,
                   a.attnum = ANY (coalesce(i.indkey::int2[], '{}')) AS is_key
            FROM pg_attribute a
            LEFT JOIN pg_index i ON i.indrelid = a.attrelid AND i.indisprimary
            WHERE a.attrelid = to_regclass(?) AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
            ORDER BY a.attnum""";

    private BenchCatalogue() {}

    /** A column that can be written. @param name as SQL writes it */
    record Column(String name, String type, boolean isKey) {}

    /** Size of an index that is valid; empty where there is none. */
    static OptionalLong validIndex(PostgresSession session, String name) throws PostgresFault {
        return session.query(INDEX, row -> row.getLong(1), name).stream()
                .mapToLong(bytes -> bytes)
                .findFirst();
    }

    /** Columns of a table; none where there is no such table. */
    static List<Column> columns(PostgresSession session, String table) throws PostgresFault {
        return session.query(
                COLUMNS,
                row -> new Column(row.getString("name"), row.getString("type"), row.getBoolean("is_key")),
                table);
    }
}
