package dev.tars.console.migration.client;

import dev.tars.console.connect.postgres.PostgresEndpoint;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A console in a process of its own that runs the migration of {@link KilledRunTest}: arguments URL and journal. */
public final class ConsoleProcess {

    private ConsoleProcess() {}

    static Process start(TestServer.Database database, Path journal) throws IOException {
        return new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ConsoleProcess.class.getName(),
                        database.url(),
                        journal.toString()))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    public static void main(String[] args) throws Exception {
        PostgresEndpoint endpoint = PostgresEndpoint.of("PostgreSQL", args[0], PostgresMigrationDatabase.APPLICATION);
        try (Console console = new Console(endpoint, Path.of(args[1]))) {
            console.run(KilledRunTest.MIGRATION);
        }
    }
}
