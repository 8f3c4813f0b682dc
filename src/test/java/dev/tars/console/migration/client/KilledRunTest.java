package dev.tars.console.migration.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tars.console.migration.Migration;
import dev.tars.console.migration.MigrationRun;
import dev.tars.console.practice.Eventually;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Console, server process or network are killed at random moments: resuming ends with all indexes valid, none twice, no
 * foreign one dropped. Ten kills; as many as {@code -Dmigration.kills=} says by hand.
 */
@SuppressWarnings("NullAway.Init") // JUnit gives the folder
class KilledRunTest {

    private static final int KILLS = Integer.getInteger("migration.kills", 10);
    private static final long SEED = Long.getLong("migration.seed", 1004L);

    /** Each build takes about a tenth of a second: 60 rows, twice a millisecond a row. */
    private static final String SLOW = """
            CREATE TABLE slow AS SELECT i AS id FROM generate_series(1, 60) AS i;
            CREATE FUNCTION slowly(int) RETURNS int IMMUTABLE LANGUAGE plpgsql AS
            $$ BEGIN PERFORM pg_sleep(0.0005); RETURN $1; END $$""";

    static final Migration MIGRATION = Scripts.of(List.of(
            Scripts.build(1, "idx_slow_a", "slow", List.of("slowly(id)"), ""),
            Scripts.build(2, "idx_slow_b", "slow", List.of("slowly(id) DESC"), "id > 0"),
            Scripts.build(3, Scripts.TYPE, "agents", List.of("agent_type", "is_active", "last_updated DESC"), "")));

    private static final String ALL = "foreign_invalid=f, " + Scripts.TYPE + "=t, idx_slow_a=t, idx_slow_b=t";

    @TempDir
    Path folder;

    @Test
    void whateverIsKilledResumingEndsWithAllIndexesValid() throws Exception {
        Random random = new Random(SEED);
        TestServer.Database database = database();
        String foreign = foreign(database);
        try (CuttingProxy proxy = new CuttingProxy(TestServer.port())) {
            for (int kill = 0; kill < KILLS; kill++) {
                boolean isBack = random.nextInt(4) == 0;
                if (isBack) {
                    resume(proxy, database, kill + " before the way back");
                }
                String what = kill(proxy, database, random, isBack);
                if (isBack && random.nextBoolean()) {
                    try (Console console = console(proxy, database)) {
                        finish(console, true, what);
                    }
                    assertThat(database.indexes()).as(what).isEqualTo("foreign_invalid=f");
                }
                resume(proxy, database, what);
                assertThat(database.indexes())
                        .as("after kill %d of %s", kill, what)
                        .isEqualTo(ALL);
                assertThat(foreign(database)).as("the foreign index").isEqualTo(foreign);
                try (Console console = console(proxy, database)) {
                    finish(console, true, what);
                }
            }
        }
    }

    private String kill(CuttingProxy proxy, TestServer.Database database, Random random, boolean isBack)
            throws Exception {
        long moment = random.nextInt(400);
        int kind = random.nextInt(3);
        String what = List.of("console", "server process", "network").get(kind) + " at " + moment + " ms"
                + (isBack ? " of the way back" : "");
        try (Console console = console(proxy, database)) {
            Future<MigrationRun> run = isBack ? console.startBack(MIGRATION) : console.start(MIGRATION);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(moment));
            switch (kind) {
                case 0 -> console.vanish();
                case 1 -> {
                    database.value("SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE pid IN (SELECT"
                            + " pid FROM pg_stat_activity WHERE application_name = '"
                            + PostgresMigrationDatabase.APPLICATION
                            + "' AND datname = current_database() ORDER BY backend_start DESC LIMIT 1)");
                    end(run);
                }
                default -> {
                    proxy.down(true);
                    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(random.nextInt(200)));
                    proxy.down(false);
                    end(run);
                }
            }
        }
        return what;
    }

    private static void end(Future<MigrationRun> run) throws Exception {
        try {
            Console.ended(run);
        } catch (ExecutionException e) {
            throw new AssertionError("a run ends with a picture, not with an exception", e);
        }
    }

    private void resume(CuttingProxy proxy, TestServer.Database database, String what) throws Exception {
        try (Console console = console(proxy, database)) {
            finish(console, false, what);
        }
    }

    private static void finish(Console console, boolean isBack, String what) throws Exception {
        List<String> ends = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            MigrationRun run = isBack ? console.rollBack(MIGRATION) : console.run(MIGRATION);
            if (run.state() == MigrationRun.State.DONE) {
                return;
            }
            ends.add(run.words());
        }
        throw new AssertionError("does not come to an end after " + what + ": " + ends);
    }

    /** {@code kill -9} of a real console: nothing of it can be told to the next one but by journal and catalogue. */
    @Test
    void aKilledProcessIsResumed() throws Exception {
        TestServer.Database database = database();
        for (long moment : new long[] {20, 150}) {
            Process process = ConsoleProcess.start(database, folder.resolve("journal.db"));
            Eventually.holds(
                    Duration.ofSeconds(30),
                    "it builds",
                    () -> database.value("SELECT count(*) FROM pg_stat_progress_create_index WHERE datname ="
                                    + " current_database()")
                            .equals("1"));
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(moment));
            process.destroyForcibly().waitFor();
            try (Console console = new Console(database.endpoint(), folder.resolve("journal.db"))) {
                finish(console, false, "kill -9");
                assertThat(database.indexes()).isEqualTo(ALL);
                finish(console, true, "kill -9");
            }
        }
    }

    private TestServer.Database database() throws Exception {
        TestServer.Database database = TestServer.database(10_000);
        database.execute(SLOW);
        database.execute("CREATE TABLE elsewhere AS SELECT 1 AS k UNION ALL SELECT 1");
        assertThatThrownBy(() -> database.execute("CREATE UNIQUE INDEX CONCURRENTLY foreign_invalid ON elsewhere (k)"))
                .hasMessageContaining("could not create unique index");
        return database;
    }

    private static String foreign(TestServer.Database database) throws Exception {
        return database.value("SELECT indexrelid FROM pg_index WHERE indexrelid = 'foreign_invalid'::regclass");
    }

    private Console console(CuttingProxy proxy, TestServer.Database database) throws IOException {
        return new Console(database.endpoint(proxy.port()), folder.resolve("journal.db"));
    }
}
