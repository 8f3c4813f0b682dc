package dev.tars.console.migration.client;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;

/** One PostgreSQL for all tests of this process, a database of its own for each. */
final class ProofServer {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private ProofServer() {}

    private static final class Running {
        static final EmbeddedPostgres SERVER = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder()
                        .setServerConfig("listen_addresses", "127.0.0.1")
                        .setServerConfig("shared_preload_libraries", "pg_stat_statements")
                        .setServerConfig("fsync", "off")
                        .start();
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
    }

    /** A database with practice's tables and so many evaluations. */
    static Connections withRows(int rows) throws Exception {
        String name = "proof" + NUMBER.incrementAndGet();
        try (Connection connection = Running.SERVER.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        }
        String url = Running.SERVER.getJdbcUrl("postgres", name);
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                PreparedStatement fill = connection.prepareStatement(text("/practice/rows-v1.0.0.sql"))) {
            statement.execute(text("/practice/schema-v1.0.0.sql"));
            fill.setInt(1, rows);
            fill.execute();
            statement.execute("ANALYZE");
        }
        return application -> DriverManager.getConnection(url + "&ApplicationName=" + application.replace(' ', '+'));
    }

    private static String text(String resource) throws IOException {
        try (var in = Objects.requireNonNull(ProofServer.class.getResourceAsStream(resource), resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
