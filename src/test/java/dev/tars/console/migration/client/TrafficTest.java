package dev.tars.console.migration.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tars.console.migration.BuildPhase;
import dev.tars.console.migration.LiveEffect;
import dev.tars.console.migration.MigrationRun;
import dev.tars.console.migration.StatementRun;
import dev.tars.console.migration.StatementState;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The three builds on 200k evaluations while agents go on writing and the API goes on asking. */
@SuppressWarnings("NullAway.Init") // JUnit gives the folder
class TrafficTest {

    private static final String WRITE = "INSERT INTO evaluations (id, agent_id, region, status) VALUES"
            + " (gen_random_uuid(), 'ppo_agent_1', 'us-east-1', 'running')";
    private static final String CHANGE =
            "UPDATE agents SET last_updated = clock_timestamp() WHERE agent_id = 'ppo_agent_2'";

    @TempDir
    Path folder;

    private volatile boolean isOver;

    @Test
    void nobodyWaitsForTheBuildsAndTheyCanBeStoppedAtAnyTime() throws Exception {
        TestServer.Database database = TestServer.database(200_000);
        ExecutorService agents = Executors.newFixedThreadPool(3);
        AtomicInteger written = new AtomicInteger();
        try (Console console = new Console(database.endpoint(), folder.resolve("journal.db"))) {
            List<Future<?>> traffic = new ArrayList<>();
            traffic.add(agents.submit(() -> write(database, WRITE, written)));
            traffic.add(agents.submit(() -> write(database, CHANGE, written)));
            Future<List<String>> waits = agents.submit(() -> waits(database));

            Future<MigrationRun> first = console.start(Scripts.tars1004());
            console.await(2, "is under way", each -> each.state() == StatementState.RUNNING);
            Instant asked = Instant.now();
            console.runner.cancel();
            MigrationRun cancelled = Console.ended(first);
            assertThat(Duration.between(asked, Instant.now())).isLessThan(Duration.ofSeconds(5));
            assertThat(cancelled.state()).as(cancelled.words()).isEqualTo(MigrationRun.State.CANCELLED);
            assertThat(database.indexes()).isEqualTo(Scripts.AGENT + "=t");

            MigrationRun run = console.run(Scripts.tars1004());
            assertThat(run.state()).as(run.words()).isEqualTo(MigrationRun.State.DONE);
            isOver = true;
            for (Future<?> each : traffic) {
                each.get(10, TimeUnit.SECONDS);
            }
            assertThat(waits.get(10, TimeUnit.SECONDS))
                    .as("statements that the build held up for over 100 ms")
                    .isEmpty();
            assertThat(written.get()).isGreaterThan(100);
            assertThat(database.indexes())
                    .isEqualTo(Scripts.TYPE + "=t, " + Scripts.AGENT + "=t, " + Scripts.REGION + "=t");
            assertThat(phases(console)).contains(BuildPhase.SCANNING_TABLE.words());
            assertThat(console.effects)
                    .extracting(LiveEffect::transactionsPerSecond)
                    .anySatisfy(rate -> assertThat(rate.orElse(0)).isPositive());
        } finally {
            isOver = true;
            agents.shutdownNow();
        }
    }

    private static List<String> phases(Console console) {
        return console.pictures.stream()
                .flatMap(picture -> picture.statements().stream())
                .map(StatementRun::progress)
                .flatMap(progress -> progress.stream())
                .flatMap(progress -> progress.clocks().keySet().stream())
                .distinct()
                .toList();
    }

    private boolean write(TestServer.Database database, String sql, AtomicInteger written) throws SQLException {
        try (Connection connection = database.connect();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            while (!isOver) {
                statement.executeUpdate();
                written.incrementAndGet();
                LockSupport.parkNanos(2_000_000);
            }
        }
        return true;
    }

    /** Who waits for a lock of a session of the console, asked some fifty times a second. */
    private List<String> waits(TestServer.Database database) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Connection connection = database.connect();
                PreparedStatement statement = connection.prepareStatement("""
                        SELECT w.pid, a.query, clock_timestamp() - w.waitstart
                        FROM pg_locks w JOIN pg_stat_activity a USING (pid), pg_stat_activity b
                        WHERE NOT w.granted AND w.waitstart < clock_timestamp() - interval '100 ms'
                          AND a.datname = current_database() AND b.datname = current_database()
                          AND b.application_name = 'tars-console migration' AND b.pid = ANY (pg_blocking_pids(w.pid))
                          AND a.application_name <> 'tars-console migration'""")) {
            while (!isOver) {
                try (var row = statement.executeQuery()) {
                    while (row.next()) {
                        found.add(row.getString(1) + " " + row.getString(2) + " " + row.getString(3));
                    }
                }
                LockSupport.parkNanos(20_000_000);
            }
        }
        return found;
    }
}
