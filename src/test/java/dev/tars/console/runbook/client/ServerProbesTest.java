package dev.tars.console.runbook.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tars.console.base.Ticker;
import dev.tars.console.base.Verdict.Unknown;
import dev.tars.console.connect.Eventually;
import dev.tars.console.runbook.Answer;
import dev.tars.console.runbook.Block;
import dev.tars.console.runbook.Blocks;
import dev.tars.console.runbook.Check;
import dev.tars.console.runbook.ProbeContext;
import dev.tars.console.runbook.ProbeFailed;
import dev.tars.console.runbook.Probed;
import dev.tars.console.runbook.Probing;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.StreamEntryID;
import redis.clients.jedis.params.XAddParams;
import redis.embedded.RedisServer;
import redis.embedded.core.ExecutableProvider;

/** SQL asked of a real PostgreSQL, commands of a real Redis. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(120)
@SuppressWarnings("NullAway.Init") // JUnit fills them
class ServerProbesTest {

    private final ExecutorService waiting = Executors.newCachedThreadPool();
    private EmbeddedPostgres postgres;
    private RedisServer redisServer;
    private SqlProbe sql;
    private RedisProbe redis;
    private Supplier<Jedis> jedis;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        postgres = EmbeddedPostgres.builder()
                .setServerConfig("listen_addresses", "127.0.0.1")
                .start();
        try (Connection connection = open();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE evaluations (id int, region text, ms numeric, ok boolean);"
                    + "INSERT INTO evaluations VALUES (1,'us',40,true),(2,'eu',90.5,true),(3,'ap',NULL,false)");
        }
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        redisServer = RedisServer.newRedisServer()
                .executableProvider(ExecutableProvider.newJarResourceProvider(folder.toFile()))
                .bind("127.0.0.1")
                .port(port)
                .setting("save \"\"")
                .build();
        redisServer.start();
        jedis = () -> new Jedis(
                new HostAndPort("127.0.0.1", port),
                DefaultJedisClientConfig.builder().autoNegotiateProtocol(false).build());
        try (Jedis client = jedis.get()) {
            client.xadd("whole", Map.of("_trace_context", "{\"traceparent\":\"00-ab\"}"), XAddParams.xAddParams());
            client.xadd("torn", Map.of("_trace_context", "{\"traceparent\":\"00-ab\"}"), XAddParams.xAddParams());
            client.xadd("torn", Map.of("id", "7"), XAddParams.xAddParams());
            client.xgroupCreate("torn", "agents", new StreamEntryID(0, 0), false);
        }
        sql = new SqlProbe(this::open, "tars at 127.0.0.1", waiting);
        redis = new RedisProbe(Map.of("us-east-1", jedis), waiting);
    }

    @AfterAll
    void stop() throws Exception {
        waiting.shutdownNow();
        redisServer.stop();
        postgres.close();
    }

    private Connection open() throws java.sql.SQLException {
        return DriverManager.getConnection(postgres.getJdbcUrl("postgres", "postgres"));
    }

    private Answer sql(Block block) throws Exception {
        sql.check(block);
        return sql.ask(block, Blocks.context(Map.of("region", "us")));
    }

    @ParameterizedTest(name = "{0} of {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            expect="all = 3"                        | SELECT count(*) FROM evaluations                       | met
            expect="all = 4"                        | SELECT count(*) FROM evaluations                       | missed
            expect="all < 100ms" unit=ms            | SELECT region, ms FROM evaluations WHERE ms > 0        | met
            expect="all < 90ms" unit=ms             | SELECT region, ms FROM evaluations WHERE ms > 0        | missed
            expect="all < 100ms" unit=ms            | SELECT region, ms FROM evaluations                     | unknown
            expect="all < 100ms" unit=ms            | SELECT region, ms FROM evaluations WHERE id > 99       | unknown
            expect="all = 1"                        | SELECT id, ok FROM evaluations WHERE id < 3            | met
            expect="all = 1"                        | SELECT id, ok FROM evaluations                         | missed
            expect="all >= 140000"                  | SHOW server_version_num                                | met
            expect="none given=SELECT id FROM evaluations" | SELECT id FROM evaluations WHERE id > 99        | met
            expect="none given=SELECT id FROM evaluations WHERE id > 99" | SELECT 1 FROM evaluations WHERE id > 99 | unknown
            expect="none given=SELECT id FROM evaluations" | SELECT id FROM evaluations                      | missed
            expect="matches /^us$/"                 | SELECT region FROM evaluations WHERE region='${region}' | met
            expect="all = 1"                        | SELECT 1 FROM evaluations WHERE id = 1;                | met
            """)
    void aStatementIsJudged(String info, String statement, String expected) throws Exception {
        Block block = Blocks.of("sql " + info, statement);

        assertThat(Blocks.word(sql(block), block)).isEqualTo(expected);
    }

    @Test
    void theEvidenceNamesTheDatabaseByItsOwnNumber() throws Exception {
        Answer answer = sql(Blocks.of("sql expect=\"all = 3\"", "SELECT count(*) FROM evaluations"));

        assertThat(answer.fingerprints().get("database")).matches("[0-9]{15,}/postgres");
        assertThat(answer.raw()).isEqualTo("3\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "WITH gone AS (DELETE FROM evaluations RETURNING id) SELECT count(*) FROM gone",
                "SELECT set_config('transaction_read_only', 'off', true) FROM evaluations"
            })
    void nothingCanBeWritten(String statement) throws Exception {
        Block block = Blocks.of("sql expect=\"all = 3\"", statement);

        assertThatThrownBy(() -> sql(block))
                .isInstanceOfSatisfying(
                        ProbeFailed.class, e -> assertThat(e.why()).isEqualTo("refused"));
        try (Connection connection = open();
                Statement look = connection.createStatement();
                ResultSet row = look.executeQuery("SELECT count(*) FROM evaluations")) {
            row.next();
            assertThat(row.getInt(1)).isEqualTo(3);
        }
    }

    @Test
    void whatAReadOnlyTransactionLetsThroughIsRolledBack() throws Exception {
        sql(Blocks.of("sql expect=\"all > 0\"", "SELECT lo_create(0) FROM evaluations"));
        Block left = Blocks.of("sql expect=\"all = 0\"", "SELECT count(*) FROM pg_largeobject_metadata");

        assertThat(Blocks.word(sql(left), left)).isEqualTo("met");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DELETE FROM evaluations", "COMMIT; DELETE FROM evaluations", "SELECT 1 FROM a; DROP TABLE a",
                "SELECT 1 FROM a /* ; */; COMMIT", "SELECT 1", "SET x = 1"
            })
    void whatDoesNotOnlyReadIsRefused(String statement) throws Exception {
        Block block = Blocks.of("sql expect=\"all = 1\"", statement);

        assertThatThrownBy(() -> sql.check(block)).isInstanceOf(dev.tars.console.document.DocumentException.class);
    }

    @Test
    void aLimitWithAUnitNeedsAnAnswerWithOne() throws Exception {
        Block block = Blocks.of("sql expect=\"all < 100ms\"", "SELECT ms FROM evaluations");

        assertThatThrownBy(() -> sql.check(block)).hasMessageContaining("the limit has a unit, and the answer none");
    }

    @Test
    void aSlowStatementIsEndedByTheServerAndAWrongOneIsRefused() throws Exception {
        Block slow = Blocks.of("sql expect=\"all = 1\" timeout=100ms", "SELECT 1 FROM pg_sleep(60)");
        Block wrong = Blocks.of("sql expect=\"all = 1\"", "SELECT nosuch FROM evaluations");

        assertThatThrownBy(() -> sql(slow))
                .isInstanceOfSatisfying(
                        ProbeFailed.class, e -> assertThat(e.why()).isEqualTo("timed out"));
        assertThatThrownBy(() -> sql(wrong)).hasMessageContaining("nosuch").hasMessageContaining("42703");
    }

    @Test
    void aCancelledStatementIsGoneFromTheServer() throws Exception {
        Block block = Blocks.of("sql expect=\"all = 1\" timeout=1h", "SELECT 77 FROM pg_sleep(600)");
        ExecutorService executor = Executors.newCachedThreadPool();
        try {
            Probing probing = new Probing(List.of(sql), executor, Ticker.system(), 1, Duration.ofSeconds(10));
            var running = executor.submit(
                    () -> probing.run(List.of(new Check("i", block, List.of())), Blocks.context(Map.of()), p -> {}));
            Eventually.holds(Duration.ofSeconds(20), "it runs", () -> sleepers() == 1);
            running.cancel(true);
            Eventually.holds(Duration.ofSeconds(20), "it is gone", () -> sleepers() == 0);
        } finally {
            executor.shutdownNow();
        }
    }

    private int sleepers() throws Exception {
        try (Connection connection = open();
                Statement look = connection.createStatement();
                ResultSet row = look.executeQuery("SELECT count(*) FROM pg_stat_activity WHERE state = 'active'"
                        + " AND query LIKE 'SELECT 77%'")) {
            row.next();
            return row.getInt(1);
        }
    }

    @Test
    void aDatabaseThatIsNotThereIsUnreachable() throws Exception {
        SqlProbe nobody = new SqlProbe(
                () -> DriverManager.getConnection("jdbc:postgresql://127.0.0.1:9/tars", "x", "y"), "nobody", waiting);
        Block block = Blocks.of("sql expect=\"all = 1\"", "SELECT 1 FROM evaluations");

        assertThatThrownBy(() -> nobody.ask(block, Blocks.context(Map.of())))
                .isInstanceOfSatisfying(
                        ProbeFailed.class, e -> assertThat(e.why()).isEqualTo("unreachable"));
    }

    @ParameterizedTest(name = "{0} of {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            expect="matches /^PONG$/"                        | PING                           | met
            expect="all = 2"                                 | XLEN torn                      | met
            expect="all = 0"                                 | XLEN absent                    | met
            expect="all < 50"                                | XLEN torn                      | met
            expect="all < 1GiB" take=used_memory unit=B      | INFO memory                    | met
            expect="all < 1GiB" take=no_such_field unit=B    | INFO memory                    | unknown
            expect="all = 0" take=pending                    | XINFO GROUPS torn              | met
            expect="all = 2" take=length                     | XINFO STREAM torn              | met
            expect="matches /traceparent/" take=_trace_context | XREVRANGE whole + - COUNT 100 | met
            expect="matches /traceparent/" take=_trace_context | XREVRANGE torn + - COUNT 100  | missed
            expect="matches /traceparent/" take=_trace_context | XREVRANGE none + - COUNT 100  | unknown
            expect="matches /traceparent/" take=_trace_context | XREVRANGE torn + - COUNT 1    | missed
            expect="all < 15min" take=age                    | LASTSAVE                       | met
            expect="matches /^master$/" take=role on=us-east-1 | INFO replication             | met
            """)
    void aRedisCommandIsJudged(String info, String command, String expected) throws Exception {
        Block block = Blocks.of("redis " + info, command);
        redis.check(block);
        ProbeContext now = new ProbeContext(Map.of(), n -> Optional.empty(), List::of, Clock.systemUTC());

        assertThat(Blocks.word(redis.ask(block, now), block)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"FLUSHALL", "SET a b", "CONFIG SET save x", "EVAL x 0", "PING\nFLUSHALL", "INFO"})
    void onlyReadingCommandsAreAsked(String command) throws Exception {
        Block block = Blocks.of("redis expect=\"all = 1\"", command);

        assertThatThrownBy(() -> redis.check(block)).isInstanceOf(dev.tars.console.document.DocumentException.class);
    }

    @Test
    void aRedisThatIsNotThereOrNotNamedIsUnknown() throws Exception {
        RedisProbe nobody = new RedisProbe(Map.of("a", () -> new Jedis("127.0.0.1", 9, 500)), waiting);
        Block block = Blocks.of("redis expect=\"matches /PONG/\"", "PING");
        ExecutorService executor = Executors.newCachedThreadPool();
        try {
            Probing probing = new Probing(List.of(nobody), executor, Ticker.system(), 1, Duration.ofSeconds(10));
            List<Probed> probed =
                    probing.run(List.of(new Check("i", block, List.of())), Blocks.context(Map.of()), p -> {});
            assertThat(probed.get(0).evidence().verdict())
                    .isInstanceOfSatisfying(
                            Unknown.class, u -> assertThat(u.why()).isEqualTo("unreachable"));
        } finally {
            executor.shutdownNow();
        }
        RedisProbe two = new RedisProbe(Map.of("a", jedis, "b", jedis), waiting);
        assertThatThrownBy(() -> two.ask(block, Blocks.context(Map.of()))).hasMessageContaining("several servers");
    }
}
