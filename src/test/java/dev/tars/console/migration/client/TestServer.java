package dev.tars.console.migration.client;

import dev.tars.console.connect.postgres.PostgresEndpoint;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;

/** One PostgreSQL for all tests of this JVM; each test has a database of its own, with the tables of T.A.R.S. v1.0.0. */
final class TestServer {

    private static final AtomicInteger NUMBER = new AtomicInteger();
    /** Larger ones are wanted once: a copy of them would cost as much again. */
    private static final int COPIED = 50_000;

    private static final Set<Integer> FILLED = new TreeSet<>();

    private static final class Started {
        static final EmbeddedPostgres SERVER = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder()
                        .setOutputRedirector(ProcessBuilder.Redirect.DISCARD)
                        .setErrorRedirector(ProcessBuilder.Redirect.DISCARD)
                        .setServerConfig("listen_addresses", "127.0.0.1")
                        .setServerConfig("max_prepared_transactions", "5")
                        .setServerConfig("shared_preload_libraries", "pg_stat_statements")
                        .start();
            } catch (IOException e) {
                throw new IllegalStateException("PostgreSQL does not start", e);
            }
        }
    }

    private TestServer() {}

    static int port() {
        return Started.SERVER.getPort();
    }

    /** A database with so many evaluations. */
    static Database database(int rows) throws SQLException, IOException {
        synchronized (FILLED) {
            String name = "migration_" + NUMBER.incrementAndGet();
            if (rows > COPIED) {
                fill(name, rows);
                return new Database(name);
            }
            String template = "rows_" + rows;
            if (FILLED.add(rows)) {
                fill(template, rows);
            }
            execute("postgres", "CREATE DATABASE " + name + " TEMPLATE " + template);
            return new Database(name);
        }
    }

    private static void fill(String name, int rows) throws SQLException, IOException {
        execute("postgres", "CREATE DATABASE " + name);
        try (Connection connection = connect(name, port());
                Statement statement = connection.createStatement();
                PreparedStatement fill = connection.prepareStatement(text("rows-v1.0.0.sql"))) {
            statement.execute(text("schema-v1.0.0.sql"));
            fill.setInt(1, rows);
            fill.execute();
            statement.execute("VACUUM ANALYZE");
        }
    }

    private static void execute(String database, String sql) throws SQLException {
        try (Connection connection = connect(database, port());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Connection connect(String database, int port) throws SQLException {
        return DriverManager.getConnection(url(database, port));
    }

    private static String url(String database, int port) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database + "?user=postgres&ApplicationName=tars-agent";
    }

    private static String text(String name) throws IOException {
        try (var in = Objects.requireNonNull(TestServer.class.getResourceAsStream("/practice/" + name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** One of its databases. */
    record Database(String name) {

        /** As somebody who is not the console. */
        Connection connect() throws SQLException {
            return TestServer.connect(name, port());
        }

        String url() {
            return TestServer.url(name, port());
        }

        PostgresEndpoint endpoint() {
            return endpoint(port());
        }

        /** Through a proxy on that port. */
        PostgresEndpoint endpoint(int port) {
            return PostgresEndpoint.of("PostgreSQL", TestServer.url(name, port), PostgresMigrationDatabase.APPLICATION);
        }

        void execute(String sql) throws SQLException {
            TestServer.execute(name, sql);
        }

        /** One value, as text; "none" where there is no row. */
        String value(String sql) throws SQLException {
            try (Connection connection = connect();
                    Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery(sql)) {
                return row.next() ? String.valueOf(row.getString(1)) : "none";
            }
        }

        /** Name and validity of every index that is no key, in order: {@code a=t, b=f}. */
        String indexes() throws SQLException {
            return value(
                    "SELECT coalesce(string_agg(relname || '=' || left(indisvalid::text, 1), ', ' ORDER BY relname), '')"
                            + " FROM pg_index JOIN pg_class c ON c.oid = indexrelid"
                            + " WHERE relnamespace = 'public'::regnamespace AND NOT indisprimary");
        }
    }
}
