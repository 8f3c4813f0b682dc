package dev.tars.console.migration.client;

import static dev.tars.console.migration.Samples.BY_REGION;
import static dev.tars.console.migration.Samples.OF_AGENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tars.console.base.Progress;
import dev.tars.console.base.Ticker;
import dev.tars.console.base.Verdict;
import dev.tars.console.connect.Eventually;
import dev.tars.console.connect.postgres.PostgresClient;
import dev.tars.console.migration.ApiQuery;
import dev.tars.console.migration.Benchmark;
import dev.tars.console.migration.Measurement;
import dev.tars.console.migration.Migration;
import dev.tars.console.migration.PlanDiff;
import dev.tars.console.migration.Proof;
import dev.tars.console.migration.ProofBench;
import dev.tars.console.migration.ProofSheet;
import dev.tars.console.migration.Samples;
import dev.tars.console.migration.WriteCost;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** The real thing on a real PostgreSQL: one database, first without the indexes. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@SuppressWarnings("NullAway.Init") // JUnit fills them
class PostgresProofBenchTest {

    private static final int ROWS = 30_000;
    private static final Benchmark FEW = new Benchmark(60, 4, Duration.ofSeconds(5), true);

    private static TestServer.Database database;
    private static PostgresClient client;
    private static ExecutorService threads;
    private static ProofSheet sheet = ProofSheet.EMPTY;

    @BeforeAll
    static void start() throws Exception {
        database = TestServer.database(ROWS);
        client = new PostgresClient(database.endpoint(), Clock.systemUTC());
        threads = Executors.newCachedThreadPool();
    }

    @AfterAll
    static void end() {
        threads.shutdownNow();
        client.close();
    }

    private static PostgresProofBench bench() {
        return new PostgresProofBench(client, threads, Clock.systemUTC(), Ticker.system());
    }

    private static void keep(ProofBench.Result result) {
        result.queries().forEach(one -> sheet = sheet.with(one));
        result.writes().forEach(one -> sheet = sheet.with(one, 2));
    }

    private static void execute(String sql) throws SQLException {
        database.execute(sql);
    }

    private static long number(String sql) throws SQLException {
        return Long.parseLong(database.value(sql));
    }

    @Test
    @Order(1)
    void withoutTheIndexTheTableIsReadAndItIsTheSideBefore() throws Exception {
        long rows = number("SELECT count(*) FROM evaluations");
        Migration migration = Samples.migration(OF_AGENT, BY_REGION);
        ProofBench.Result result = bench().measure(migration, FEW, Progress.ignored());
        keep(result);
        assertThat(result.database()).endsWith("/" + database.name());
        assertThat(result.queries()).hasSize(2).allSatisfy(one -> {
            assertThat(one.side()).isEqualTo(Measurement.Side.BEFORE);
            assertThat(one.latency())
                    .hasValueSatisfying(l -> assertThat(l.runs()).isEqualTo(60));
            assertThat(one.plan().orElseThrow().sorts()).isTrue();
            assertThat(PlanDiff.words(one.plan().orElseThrow()).get(0))
                    .startsWith("Sequential scan of evaluations (30,000 rows, ");
        });
        assertThat(result.writes()).singleElement().satisfies(cost -> {
            assertThat(cost.indexes()).isZero();
            assertThat(cost.why()).isEmpty();
            assertThat(cost.latency())
                    .hasValueSatisfying(l -> assertThat(l.runs()).isEqualTo(60));
        });
        assertThat(number("SELECT count(*) FROM evaluations"))
                .as("what was inserted was taken back")
                .isEqualTo(rows);
    }

    @Test
    @Order(2)
    void onAProtectedEnvironmentNothingIsWritten() throws Exception {
        long before = number("SELECT n_tup_ins FROM pg_stat_user_tables WHERE relname = 'evaluations'");
        ProofBench.Result result = bench().measure(
                        Samples.migration(OF_AGENT),
                        new Benchmark(20, 2, Duration.ofSeconds(5), false),
                        Progress.ignored());
        assertThat(result.writes()).isEmpty();
        assertThat(number("SELECT n_tup_ins FROM pg_stat_user_tables WHERE relname = 'evaluations'"))
                .isEqualTo(before);
        ApiQuery writing = new ApiQuery(
                "w", "Writes", "UPDATE agents SET status = 'x' RETURNING agent_id", "", "none", Duration.ofMillis(100));
        Measurement refused = bench().measure(Samples.migration(writing), FEW, Progress.ignored())
                .queries()
                .get(0);
        assertThat(refused.why()).contains("read-only transaction");
        assertThat(number("SELECT count(*) FROM agents WHERE status = 'x'")).isZero();
    }

    @Test
    @Order(3)
    void aRunThatTakesTooLongIsUnknownAndSaysSo() throws Exception {
        ApiQuery slow = new ApiQuery("slow", "Slow", "SELECT pg_sleep(10)", "", "none", Duration.ofMillis(100));
        Measurement one = bench().measure(
                        Samples.migration(slow),
                        new Benchmark(20, 2, Duration.ofMillis(200), false),
                        Progress.ignored())
                .queries()
                .get(0);
        assertThat(one.latency()).isEmpty();
        assertThat(one.why()).contains("200 ms");
        assertThat(Proof.of(slow, java.util.Optional.of(one), java.util.Optional.empty())
                        .verdict())
                .isInstanceOf(Verdict.Unknown.class);
    }

    @Test
    @Order(4)
    void cancellingEndsWhatRunsOnTheServer() throws Exception {
        ApiQuery slow = new ApiQuery("slow", "Slow", "SELECT pg_sleep(30)", "", "none", Duration.ofMillis(100));
        Progress progress = new Progress() {
            private int reports;

            @Override
            public void report(double fraction, String message) {
                reports++;
            }

            @Override
            public boolean isCancelled() {
                return reports > 4;
            }
        };
        long start = Ticker.system().nanos();
        assertThatThrownBy(() -> bench().measure(
                                Samples.migration(slow), new Benchmark(20, 4, Duration.ofSeconds(60), false), progress))
                .isInstanceOf(CancellationException.class);
        assertThat(Duration.ofNanos(Ticker.system().nanos() - start)).isLessThan(Duration.ofSeconds(10));
        Eventually.holds(
                Duration.ofSeconds(5),
                "nothing runs on the server",
                () -> number("SELECT count(*) FROM pg_stat_activity WHERE query LIKE 'SELECT pg_sleep(30)%'"
                                + " AND state = 'active'")
                        == 0);
    }

    @Test
    @Order(5)
    void anInvalidIndexIsStillTheSideBefore() throws Exception {
        execute("CREATE INDEX idx_evaluations_agent_created ON evaluations (agent_id, created_at DESC, status)"
                + " WHERE deleted_at IS NULL");
        execute("UPDATE pg_index SET indisvalid = false WHERE indexrelid = 'idx_evaluations_agent_created'::regclass");
        Measurement one = bench().measure(Samples.migration(OF_AGENT), FEW, Progress.ignored())
                .queries()
                .get(0);
        assertThat(one.side()).isEqualTo(Measurement.Side.BEFORE);
        assertThat(one.indexBytes()).isEmpty();
        execute("DROP INDEX idx_evaluations_agent_created");
    }

    @Test
    @Order(6)
    void withTheIndexesEveryQueryIsProven() throws Exception {
        execute("CREATE INDEX idx_evaluations_agent_created ON evaluations (agent_id, created_at DESC, status)"
                + " WHERE deleted_at IS NULL");
        execute("CREATE INDEX idx_evaluations_region_status ON evaluations (region, status, created_at DESC)"
                + " WHERE deleted_at IS NULL");
        execute("ANALYZE evaluations");
        keep(bench().measure(Samples.migration(OF_AGENT, BY_REGION), FEW, Progress.ignored()));
        List<Proof> proofs = sheet.proofs(List.of(OF_AGENT, BY_REGION));
        assertThat(proofs).allSatisfy(proof -> {
            assertThat(proof.verdict()).isInstanceOf(Verdict.Met.class);
            assertThat(proof.usesIndex()).contains(true);
            assertThat(proof.after().orElseThrow().indexBytes().orElse(0)).isGreaterThan(100_000);
        });
        assertThat(PlanDiff.words(
                        proofs.get(0).before().flatMap(Measurement::plan).orElseThrow(),
                        proofs.get(0).after().flatMap(Measurement::plan).orElseThrow()))
                .first()
                .asString()
                .startsWith("Sequential scan of evaluations (30,000 rows, ")
                .contains("became an index scan using idx_evaluations_agent_created (50 rows, ");
        assertThat(sheet.writes())
                .singleElement()
                .satisfies(write ->
                        assertThat(write.after().map(WriteCost::indexes)).contains(2));
    }

    @Test
    @Order(7)
    void aDatabaseThatIsNotThereIsAProblem() {
        PostgresClient nobody = new PostgresClient(database.endpoint(1), Clock.systemUTC());
        PostgresProofBench none = new PostgresProofBench(nobody, threads, Clock.systemUTC(), Ticker.system());
        assertThatThrownBy(() -> none.measure(Samples.migration(OF_AGENT), FEW, Progress.ignored()))
                .isInstanceOfSatisfying(
                        ProofBench.NotMeasured.class,
                        e -> assertThat(e.problem().what()).contains("cannot be measured"));
        nobody.close();
    }
}
