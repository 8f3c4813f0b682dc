package dev.tars.console.migration.client;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
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

    /** The cluster's identifier and the database's name. */
    static String database(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT system_identifier || '/' || current_database() FROM pg_control_system()")) {
            row.next();
            return row.getString(1);
        }
    }

    /** Size of an index that is valid; empty where there is none. */
    static OptionalLong validIndex(Connection connection, String name) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(INDEX)) {
            query.setString(1, name);
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? OptionalLong.of(row.getLong(1)) : OptionalLong.empty();
            }
        }
    }

    /** Columns of a table; none where there is no such table. */
    static List<Column> columns(Connection connection, String table) throws SQLException {
        List<Column> columns = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(COLUMNS)) {
            query.setString(1, table);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    columns.add(new Column(rows.getString("name"), rows.getString("type"), rows.getBoolean("is_key")));
                }
            }
        }
        return columns;
    }
}
