package dev.tars.console.migration.client;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Somebody who has looked at a table and keeps the picture: a build on another table waits for him in its last phase. */
final class LongTransaction implements AutoCloseable {

    final int pid;
    private final Connection connection;

    LongTransaction(TestServer.Database database) throws SQLException {
        connection = database.connect();
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET application_name = 'nightly-report'");
            try (ResultSet row = statement.executeQuery("SELECT pg_backend_pid()")) {
                row.next();
                pid = row.getInt(1);
            }
            statement.execute("BEGIN ISOLATION LEVEL REPEATABLE READ");
            statement.execute("SELECT count(*) FROM pg_stat_statements");
        }
    }

    void query(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Ends it; a session that was ended by somebody else is no failure. */
    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
