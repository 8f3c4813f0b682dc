package dev.tars.console.migration;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/** One real PostgreSQL for all tests of the core, started when the first needs it; ends with the JVM. */
public final class CoreDatabase {
    private static @Nullable EmbeddedPostgres server;
    private static int databases;

    private CoreDatabase() {}

    /** A connection to a database that nobody else uses. */
    public static synchronized Connection fresh() throws IOException, SQLException {
        EmbeddedPostgres running = server;
        if (running == null) {
            running = EmbeddedPostgres.builder()
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    .start();
            server = running;
        }
        String name = "core" + ++databases;
        try (Connection connection = running.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        }
        return running.getDatabase("postgres", name).getConnection();
    }
}
