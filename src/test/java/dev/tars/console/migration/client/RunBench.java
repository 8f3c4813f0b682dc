package dev.tars.console.migration.client;

import dev.tars.console.migration.Migration;
import dev.tars.console.migration.MigrationRun;
import dev.tars.console.migration.Statement;
import dev.tars.console.migration.StatementState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.HdrHistogram.Histogram;

/** The three indexes of TARS-1004 by the console and by {@code psql -f}, under inserts, for the benchmark to compare. */
public final class RunBench implements AutoCloseable {

    /** Two hundred inserts a second; each is timed from when it was due, so that a stall counts for all it held up. */
    private static final long EVERY_NANOS = TimeUnit.SECONDS.toNanos(1) / 200;

    private static final String INSERT = "INSERT INTO evaluations (id, agent_id, region, status) VALUES"
            + " (gen_random_uuid(), 'ppo_agent_1', 'us-east-1', 'running')";
    private static final Migration MIGRATION = Scripts.tars1004();

    /**
     * A run.
     *
     * @param seconds all of it
     * @param insertP95Millis of the inserts beside it
     */
    public record Result(double seconds, double insertP95Millis, double insertMaxMillis) {}

    /** Something that takes its time. */
    private interface Work {
        void run() throws Exception;
    }

    private final Path folder;
    private final TestServer.Database database;
    private final ExecutorService agent = Executors.newSingleThreadExecutor();
    private volatile boolean isOver;

    private RunBench(Path folder, TestServer.Database database) {
        this.folder = folder;
        this.database = database;
    }

    public static RunBench of(Path folder, int rows) throws SQLException, IOException {
        return new RunBench(folder, TestServer.database(rows));
    }

    public Result console() throws Exception {
        try (Console console = new Console(database.endpoint(), folder.resolve("journal.db"))) {
            return timed(() -> require(console.run(MIGRATION), MigrationRun.State.DONE));
        }
    }

    public Result psql() throws Exception {
        Path script = Files.writeString(folder.resolve("forward.sql"), text(""));
        return timed(() -> psql(script));
    }

    /** The same indexes as everybody makes them who does not know better. */
    public Result plain() throws Exception {
        Path script = Files.writeString(folder.resolve("plain.sql"), text(" CONCURRENTLY"));
        return timed(() -> psql(script));
    }

    private void psql(Path script) throws IOException, InterruptedException {
        Process psql = new ProcessBuilder(List.of(
                        "psql",
                        "-X",
                        "-q",
                        "-v",
                        "ON_ERROR_STOP=1",
                        "-h",
                        "127.0.0.1",
                        "-p",
                        String.valueOf(TestServer.port()),
                        "-U",
                        "postgres",
                        "-d",
                        database.name(),
                        "-f",
                        script.toString()))
                .inheritIO()
                .start();
        if (psql.waitFor() != 0) {
            throw new IOException("psql failed");
        }
    }

    private static String text(String without) {
        return MIGRATION.forward().statements().stream()
                .map(Statement::text)
                .map(text -> text.replace("INDEX" + without, "INDEX"))
                .collect(Collectors.joining(";\n", "", ";\n"));
    }

    /** Milliseconds from the wish to stop, in the middle of the first build, until nothing is left of it. */
    public double cancelMillis() throws Exception {
        try (Console console = new Console(database.endpoint(), folder.resolve("journal.db"))) {
            Future<MigrationRun> run = console.start(MIGRATION);
            console.await(
                    1,
                    "is in the middle",
                    each -> each.state() == StatementState.RUNNING
                            && each.progress()
                                    .filter(progress -> progress.done() > 0)
                                    .isPresent());
            long start = System.nanoTime();
            console.runner.cancel();
            require(Console.ended(run), MigrationRun.State.CANCELLED);
            double millis = (System.nanoTime() - start) / 1e6;
            if (!database.indexes().isEmpty()) {
                throw new IllegalStateException("something is left: " + database.indexes());
            }
            return millis;
        }
    }

    private static void require(MigrationRun run, MigrationRun.State state) {
        if (run.state() != state) {
            throw new IllegalStateException(run.state() + ": " + run.words());
        }
    }

    private Result timed(Work work) throws Exception {
        Histogram inserts = new Histogram(3);
        isOver = false;
        Future<Boolean> traffic = agent.submit(() -> insert(inserts));
        long start = System.nanoTime();
        work.run();
        double seconds = (System.nanoTime() - start) / 1e9;
        isOver = true;
        traffic.get(30, TimeUnit.SECONDS);
        database.execute("DROP INDEX " + Scripts.AGENT + ", " + Scripts.REGION + ", " + Scripts.TYPE);
        database.execute("CHECKPOINT");
        return new Result(seconds, inserts.getValueAtPercentile(95) / 1e6, inserts.getMaxValue() / 1e6);
    }

    private boolean insert(Histogram inserts) throws SQLException {
        try (Connection connection = database.connect();
                PreparedStatement statement = connection.prepareStatement(INSERT)) {
            long due = System.nanoTime();
            while (!isOver) {
                LockSupport.parkNanos(due - System.nanoTime());
                statement.executeUpdate();
                inserts.recordValue(Math.max(0, System.nanoTime() - due));
                due += EVERY_NANOS;
            }
        }
        return true;
    }

    @Override
    public void close() {
        isOver = true;
        agent.shutdownNow();
    }
}
