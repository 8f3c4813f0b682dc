package dev.tars.console.migration;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** One real PostgreSQL for all tests of the core, started when the first needs it; ends with the JVM. */
public final class CoreDatabase {
    private static EmbeddedPostgres server;
    private static int databases;

    private CoreDatabase() {}

    /** A connection to a database that nobody else uses. */
    public static synchronized Connection fresh() throws IOException, SQLException {
        if (server == null) {
            server = EmbeddedPostgres.builder()
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    .start();
        }
        String name = "core" + ++databases;
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        }
        return server.getDatabase("postgres", name).getConnection();
    }
}
