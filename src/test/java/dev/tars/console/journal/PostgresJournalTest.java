package dev.tars.console.journal;

import dev.tars.console.base.Ticker;
import dev.tars.console.journal.client.Journals;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

class PostgresJournalTest extends JournalContract {

    private static EmbeddedPostgres server;

    @TempDir
    Path folder;

    private int number;

    @BeforeAll
    static void start() throws Exception {
        server = EmbeddedPostgres.builder()
                .setServerConfig("listen_addresses", "127.0.0.1")
                .start();
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    @Override
    EventStore store() throws Exception {
        if (number == 0) {
            number = Databases.next();
            try (Connection connection = server.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("CREATE DATABASE journal" + number);
            }
        }
        return Journals.of(
                server.getJdbcUrl("postgres", "journal" + number), folder, Ticker.system(), Written::noSecret);
    }

    private static final class Databases {
        private static int last;

        static int next() {
            return ++last;
        }
    }
}
