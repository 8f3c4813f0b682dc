package dev.tars.console.practice.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tars.console.base.ConnectionReport;
import dev.tars.console.base.ConnectionReport.Status;
import dev.tars.console.base.Ticker;
import dev.tars.console.practice.Eventually;
import dev.tars.console.practice.ShippedRules;
import dev.tars.console.practice.model.Region;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.StreamEntryID;
import redis.clients.jedis.params.XReadGroupParams;

/** A real PostgreSQL and two real Redis, started once: first whole, then one after the other taken down. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@SuppressWarnings("NullAway.Init") // JUnit fills them
class ServersTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int ROWS = 5_000;
    private static final String US_REDIS = Servers.redisKey(Region.US_EAST_1.id());

    private final Map<String, ConnectionReport> reports = new ConcurrentHashMap<>();
    private Path temporary;
    private Servers servers;
    private volatile boolean flowing = true;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        temporary = folder;
        servers = Servers.prepare(
                new Servers.Setting(folder, ShippedRules.programs(), ROWS),
                Clock.systemUTC(),
                Ticker.system(),
                () -> flowing);
        AutoCloseable unused = servers.subscribe(report -> reports.put(report.name(), report));
        assertThat(servers.exporter(Servers.POSTGRESQL).metrics())
                .as("the model speaks until the server runs")
                .isEmpty();
        assertThat(reports.values())
                .extracting(ConnectionReport::status, ConnectionReport::note)
                .containsOnly(org.assertj.core.groups.Tuple.tuple(Status.NOT_ASKED, "starting"));
        servers.begin();
        Eventually.holds(PATIENCE, "all run", servers::areRunning);
    }

    @AfterAll
    void end() throws Exception {
        List<ProcessHandle> processes = ProcessHandle.current().descendants().toList();
        servers.close();
        assertThat(processes).as("its processes").noneMatch(ServersTest::isServer);
        try (Stream<Path> left = Files.list(temporary)) {
            assertThat(left).as("its folder is gone").isEmpty();
        }
    }

    private static boolean isServer(ProcessHandle process) {
        return process.isAlive()
                && process.info()
                        .command()
                        .filter(c -> c.contains("postgres") || c.contains("redis-server"))
                        .isPresent();
    }

    @Test
    @Order(1)
    void theDatabaseHasTheRowsAndNoIndexButTheKeys() throws Exception {
        assertThat(number("SELECT count(*) FROM evaluations WHERE created_at < now() - interval '1 hour'"))
                .isBetween(ROWS * 0.98, (double) ROWS);
        assertThat(number("SELECT count(*) FROM agents")).isEqualTo(2040);
        assertThat(number("SELECT count(DISTINCT agent_id) FROM evaluations")).isEqualTo(40);
        assertThat(number("SELECT count(*) FROM pg_indexes WHERE schemaname = 'public'"))
                .isEqualTo(2);
        assertThat(number("SELECT count(*) FROM pg_extension WHERE extname = 'pg_stat_statements'"))
                .isEqualTo(1);
        assertThat(number("SELECT count(*) FILTER (WHERE deleted_at IS NOT NULL) FROM evaluations"))
                .isBetween(ROWS * 0.01, ROWS * 0.04);
    }

    @Test
    @Order(2)
    void evaluationsCrossTheRegionsThroughTheStreamAndAreAcknowledged() throws Exception {
        long before = servers.written();
        Eventually.holds(PATIENCE, "evaluations arrive", () -> servers.written() > before + 20);
        assertThat(number("SELECT count(*) FROM evaluations")).isGreaterThan(ROWS + 20);
        try (Jedis redis = redis(Region.US_EAST_1)) {
            assertThat(redis.xlen(EvaluationFlow.STREAM)).isGreaterThan(20);
            assertThat(redis.xinfoGroups(EvaluationFlow.STREAM)).singleElement().satisfies(group -> {
                assertThat(group.getName()).isEqualTo(EvaluationFlow.GROUP);
                assertThat(group.getPending()).isLessThan(100);
            });
            assertThat(redis.xrevrange(EvaluationFlow.STREAM, "+", "-", 1)
                            .get(0)
                            .getFields())
                    .containsKeys("id", "agent_id", "_source_region", "_target_region", "_timestamp")
                    .doesNotContainKey("_trace_context");
        }
    }

    @Test
    @Order(3)
    void metricsAreThoseOfTheServers() throws Exception {
        double before = value(Servers.POSTGRESQL, "pg_stat_database_xact_commit");
        long commits = (long) number("SELECT xact_commit FROM pg_stat_database WHERE datname = 'tars'");
        assertThat(before).isLessThanOrEqualTo(commits + 50.0);
        Eventually.holds(
                PATIENCE, "commits go on", () -> value(Servers.POSTGRESQL, "pg_stat_database_xact_commit") > before);
        assertThat(value(Servers.POSTGRESQL, "pg_up")).isOne();
        assertThat(value(Servers.POSTGRESQL, "pg_settings_max_connections")).isEqualTo(100);
        for (Region region : Region.values()) {
            String key = Servers.redisKey(region.id());
            assertThat(value(key, "redis_up")).isOne();
            assertThat(value(key, "redis_memory_max_bytes")).isEqualTo(2.0 * 1024 * 1024 * 1024);
            assertThat(value(key, "redis_memory_used_bytes")).isBetween(100_000.0, 60e6);
            double hits = value(key, "redis_keyspace_hits");
            double misses = value(key, "redis_keyspace_misses");
            assertThat(hits / (hits + misses)).as(key).isGreaterThan(0.9);
        }
    }

    @Test
    @Order(3)
    void troublesComeToIndexBuildsAndGo() throws Exception {
        servers.trouble(Set.of(Trouble.LONG_TRANSACTION, Trouble.DISK_FULL));
        Eventually.holds(PATIENCE, "a report is open", () -> number(REPORTS) == 1);
        Eventually.holds(PATIENCE, "the disk is full", () -> number(TRIGGERS) == 1);
        servers.trouble(Set.of(Trouble.DISK_FULL));
        Eventually.holds(PATIENCE, "the report has ended", () -> number(REPORTS) == 0);
        assertThat(build()).isEqualTo("53100");
        assertThat(number(INVALID)).as("an invalid index is left").isEqualTo(1);
        servers.trouble(Set.of(Trouble.DUPLICATE_ROWS));
        Eventually.holds(PATIENCE, "another fault", () -> build().equals("23505"));

        servers.trouble(Set.of(Trouble.LINE_CUT));
        assertThatThrownBy(() -> number("SELECT 1")).isInstanceOf(SQLException.class);
        long before = servers.written();
        Eventually.holds(PATIENCE, "agents go on", () -> servers.written() > before);

        servers.trouble(Set.of());
        Eventually.holds(PATIENCE, "whole again", () -> number(TRIGGERS) == 0);
        assertThat(build()).isEqualTo("built");
        execute("DROP INDEX CONCURRENTLY idx_trouble");
    }

    private static final String REPORTS = "SELECT count(*) FROM pg_stat_activity"
            + " WHERE application_name = 'nightly-report.py' AND state = 'idle in transaction'";
    private static final String TRIGGERS = "SELECT count(*) FROM pg_event_trigger";
    private static final String INVALID = "SELECT count(*) FROM pg_index WHERE NOT indisvalid";

    /** "built", or the SQLSTATE of the fault; what an earlier one left is taken away first. */
    private String build() throws SQLException {
        execute("DROP INDEX CONCURRENTLY IF EXISTS idx_trouble");
        try {
            execute("CREATE INDEX CONCURRENTLY idx_trouble ON evaluations (agent_id)");
            return "built";
        } catch (SQLException e) {
            return e.getSQLState();
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(servers.jdbcUrl());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    @Order(4)
    void withoutTrafficNothingIsWritten() throws Exception {
        flowing = false;
        Eventually.holds(PATIENCE, "the stream is drained", () -> {
            long written = servers.written();
            return Eventually.staysFor(Duration.ofSeconds(1), () -> servers.written() == written);
        });
        flowing = true;
    }

    @Test
    @Order(5)
    void aDatabaseThatIsDownTellsSoAndLosesNothing() throws Exception {
        servers.want(Servers.POSTGRESQL, false);
        Eventually.holds(PATIENCE, "it is down", () -> value(Servers.POSTGRESQL, "pg_up") == 0);
        assertThat(names(Servers.POSTGRESQL)).containsExactly("pg_up");
        Eventually.holds(
                PATIENCE, "the status bar says so", () -> database(reports).status() == Status.FAILING);
        assertThat(database(reports)).satisfies(report -> {
            assertThat(report.status()).isEqualTo(Status.FAILING);
            assertThat(report.problem().orElseThrow().mend()).isEqualTo("End the drill.");
        });
        long stuck;
        try (Jedis redis = redis(Region.US_EAST_1)) {
            long length = redis.xlen(EvaluationFlow.STREAM);
            Eventually.holds(PATIENCE, "agents go on", () -> redis.xlen(EvaluationFlow.STREAM) > length + 10);
            stuck = redis.xlen(EvaluationFlow.STREAM);
        }
        servers.want(Servers.POSTGRESQL, true);
        Eventually.holds(PATIENCE, "it is back", () -> value(Servers.POSTGRESQL, "pg_up") == 1);
        // Every message of the stream is a row, once.
        Eventually.holds(PATIENCE, "all arrives", () -> number("SELECT count(*) FROM evaluations") >= ROWS + stuck);
    }

    @Test
    @Order(6)
    void aRedisThatIsDownStopsTheFlowAndTheFlowComesBack() throws Exception {
        servers.want(US_REDIS, false);
        Eventually.holds(PATIENCE, "it is down", () -> value(US_REDIS, "redis_up") == 0);
        assertThat(names(US_REDIS)).containsExactly("redis_up");
        assertThat(value(Servers.redisKey(Region.EU_WEST_1.id()), "redis_up")).isOne();
        servers.want(US_REDIS, true);
        Eventually.holds(PATIENCE, "it is back", () -> value(US_REDIS, "redis_up") == 1);
        long before = servers.written();
        Eventually.holds(PATIENCE, "evaluations arrive again", () -> servers.written() > before + 5);
    }

    /** Read, never written, and trimmed off the stream since: an id is all that is left of them. */
    @Test
    @Order(7)
    void messagesThatTheStreamNoLongerKeepsDoNotStopTheFlow() throws Exception {
        servers.want(Servers.POSTGRESQL, false);
        Eventually.holds(PATIENCE, "it is down", () -> value(Servers.POSTGRESQL, "pg_up") == 0);
        try (Jedis redis = redis(Region.US_EAST_1)) {
            long length = redis.xlen(EvaluationFlow.STREAM);
            Eventually.holds(PATIENCE, "agents go on", () -> redis.xlen(EvaluationFlow.STREAM) > length + 10);
            // Read it is by hand here: agents that do not reach the database do not even read.
            redis.xreadGroup(
                    EvaluationFlow.GROUP,
                    EvaluationFlow.CONSUMER,
                    XReadGroupParams.xReadGroupParams().count(5),
                    Map.of(EvaluationFlow.STREAM, StreamEntryID.XREADGROUP_UNDELIVERED_ENTRY));
            assertThat(pending(redis)).isPositive();
            redis.xtrim(EvaluationFlow.STREAM, 0, false);
            redis.xadd(EvaluationFlow.STREAM, StreamEntryID.NEW_ENTRY, Map.of("from", "somebody else"));
            servers.want(Servers.POSTGRESQL, true);
            long before = servers.written();
            Eventually.holds(PATIENCE, "evaluations arrive again", () -> servers.written() > before + 20);
            Eventually.holds(PATIENCE, "nothing waits", () -> pending(redis) == 0);
        }
    }

    private static ConnectionReport database(Map<String, ConnectionReport> reports) {
        return Objects.requireNonNull(reports.get("PostgreSQL"), "no report of PostgreSQL");
    }

    private static long pending(Jedis redis) {
        return redis.xinfoGroups(EvaluationFlow.STREAM).get(0).getPending();
    }

    @Test
    void aFolderThatCannotBeMadeIsTheFailureOfEach(@TempDir Path folder) throws Exception {
        Path inTheWay = Files.writeString(folder.resolve("tmp"), "a file where a folder should be");
        Map<String, ConnectionReport> told = new ConcurrentHashMap<>();
        try (Servers broken = Servers.prepare(
                new Servers.Setting(inTheWay, ShippedRules.programs(), 1),
                Clock.systemUTC(),
                Ticker.system(),
                () -> true)) {
            AutoCloseable unused = broken.subscribe(report -> told.put(report.name(), report));
            broken.begin();
            Eventually.holds(
                    PATIENCE,
                    "all have failed",
                    () -> told.values().stream().allMatch(report -> report.status() == Status.FAILING));
            assertThat(told).hasSize(3);
            assertThat(told.values())
                    .allSatisfy(report ->
                            assertThat(report.problem().orElseThrow().details()).contains(inTheWay.toString()));
            assertThat(broken.exporter(US_REDIS).metrics().orElseThrow().stream()
                            .map(m -> m.getMetadata().getName()))
                    .containsExactly("redis_up");
        }
    }

    @Test
    void aServerThatCannotStartIsNamedAndItsFiguresAreMissing(@TempDir Path folder) throws Exception {
        Path inTheWay = Files.writeString(folder.resolve("programs"), "a file where a folder should be");
        Map<String, ConnectionReport> told = new ConcurrentHashMap<>();
        try (Servers broken = Servers.prepare(
                new Servers.Setting(folder, inTheWay, 1), Clock.systemUTC(), Ticker.system(), () -> true)) {
            AutoCloseable unused = broken.subscribe(report -> told.put(report.name(), report));
            broken.begin();
            Eventually.holds(PATIENCE, "it has failed", () -> database(told).status() == Status.FAILING);
            assertThat(database(told).problem().orElseThrow().consequence()).contains("none are made up");
            assertThat(broken.exporter(Servers.POSTGRESQL).metrics().orElseThrow().stream()
                            .map(m -> m.getMetadata().getName()))
                    .containsExactly("pg_up");
            assertThat(broken.exporter(US_REDIS).metrics()).isPresent();
        }
    }

    private Jedis redis(Region region) {
        String[] address = servers.redisAddress(region.id()).split(":", -1);
        return new Jedis(address[0], Integer.parseInt(address[1]));
    }

    private double number(String query) throws Exception {
        try (Connection connection = DriverManager.getConnection(servers.jdbcUrl());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getDouble(1);
        }
    }

    private List<String> names(String key) {
        return servers.exporter(key).metrics().orElseThrow().stream()
                .map(metric -> metric.getMetadata().getName())
                .toList();
    }

    private double value(String key, String name) {
        MetricSnapshots all = servers.exporter(key).metrics().orElseThrow();
        for (MetricSnapshot metric : all) {
            if (metric.getMetadata().getName().equals(name)) {
                var point = metric.getDataPoints().get(0);
                if (point instanceof io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot gauge) {
                    return gauge.getValue();
                }
                if (point
                        instanceof
                        io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot counter) {
                    return counter.getValue();
                }
                return ((io.prometheus.metrics.model.snapshots.UnknownSnapshot.UnknownDataPointSnapshot) point)
                        .getValue();
            }
        }
        return Double.NaN;
    }
}
