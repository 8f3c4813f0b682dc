package dev.tars.console.practice.servers;

import dev.tars.console.practice.model.Region;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.StreamEntryID;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.params.XAddParams;
import redis.clients.jedis.params.XReadGroupParams;
import redis.clients.jedis.resps.StreamEntry;

/**
 * Agents of us-east-1 finish evaluations and put them on the stream {@value #STREAM} of their Redis; agents of
 * eu-west-1 read it as a consumer group, keep the newest of each agent in their own Redis, write all to PostgreSQL and
 * acknowledge. What was read and not acknowledged is read again after a fault; the row's id makes the second writing
 * do nothing.
 */
final class EvaluationFlow implements AutoCloseable {

    static final String STREAM = "cross_region_updates";
    static final String GROUP = "eu-west-1";

    private static final Logger LOG = LoggerFactory.getLogger(EvaluationFlow.class);
    private static final String CONSUMER = "orchestration-0";
    private static final long PERIOD_MILLIS = 250;
    private static final int EACH_PERIOD = 3;
    private static final int BATCH = 100;
    private static final long KEPT_ON_STREAM = 10_000;
    private static final long QUERY_EVERY = 8;
    private static final int AGENTS_OF_A_TYPE = 5;
    private static final String[] TYPES = {"ppo", "dqn", "a2c", "ddpg", "sac", "td3", "rainbow", "impala"};
    private static final String INSERT =
            "INSERT INTO evaluations (id, agent_id, region, status, duration_ms, reward, created_at)"
                    + " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING";
    /** The query that TARS-1004 is about: it has no index in v1.0.0. */
    private static final String NEWEST = "SELECT id, status, duration_ms FROM evaluations"
            + " WHERE agent_id = ? AND region = ? AND deleted_at IS NULL ORDER BY created_at DESC LIMIT 100";

    private final LocalRedis from;
    private final LocalRedis to;
    private final LocalPostgres postgres;
    private final StatementTimes times;
    private final Clock clock;
    private final BooleanSupplier isFlowing;
    private final Random random = new Random(7);
    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(2, work -> {
        Thread thread = new Thread(work, "practice-agents");
        thread.setDaemon(true);
        return thread;
    });
    private @Nullable Jedis producer;
    private @Nullable Jedis reader;
    private @Nullable Jedis cache;
    private @Nullable Connection database;
    private boolean groupExists;
    private long round;
    private volatile long written;

    /** @param isFlowing false while no traffic is to be made */
    EvaluationFlow(
            LocalRedis from,
            LocalRedis to,
            LocalPostgres postgres,
            StatementTimes times,
            Clock clock,
            BooleanSupplier isFlowing) {
        this.from = from;
        this.to = to;
        this.postgres = postgres;
        this.times = times;
        this.clock = clock;
        this.isFlowing = isFlowing;
    }

    void open() {
        threads.scheduleWithFixedDelay(this::produce, 0, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
        threads.scheduleWithFixedDelay(this::consume, PERIOD_MILLIS, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Rows written since the start. */
    long written() {
        return written;
    }

    private void produce() {
        if (!isFlowing.getAsBoolean()) {
            return;
        }
        try {
            Jedis client = producer == null ? warm(from.connect(), "agent_state:") : producer;
            producer = client;
            for (int i = 0; i < EACH_PERIOD; i++) {
                client.xadd(
                        STREAM, XAddParams.xAddParams().maxLen(KEPT_ON_STREAM).approximateTrimming(), evaluation());
            }
            // Each agent looks up its own state; one in forty has none yet.
            for (int i = 0; i < 10; i++) {
                String key = "agent_state:" + agent();
                client.get(random.nextInt(40) == 0 ? key + ":none" : key);
            }
        } catch (JedisException e) {
            producer = closed(producer, e);
        }
    }

    private String agent() {
        return TYPES[random.nextInt(TYPES.length)] + "_agent_" + (1 + random.nextInt(AGENTS_OF_A_TYPE));
    }

    /** An empty cache would miss for minutes, as one does after a restart; practice begins with a warm one. */
    private static Jedis warm(Jedis client, String prefix) {
        for (String type : TYPES) {
            for (int i = 1; i <= AGENTS_OF_A_TYPE; i++) {
                client.set(prefix + type + "_agent_" + i, "idle");
            }
        }
        return client;
    }

    private Map<String, String> evaluation() {
        return Map.of(
                "id", UUID.randomUUID().toString(),
                "agent_id", agent(),
                "status", random.nextInt(50) == 0 ? "failed" : "completed",
                "duration_ms", String.valueOf(Math.round(200 * Math.exp(3 * random.nextDouble()))),
                "reward", String.valueOf(400 * random.nextDouble() - 200),
                "_source_region", Region.US_EAST_1.id(),
                "_target_region", Region.EU_WEST_1.id(),
                "_timestamp", clock.instant().toString());
    }

    private void consume() {
        try {
            Jedis client = reader == null ? from.connect() : reader;
            reader = client;
            if (!groupExists) {
                createGroup(client);
                // What was read and not acknowledged before the fault.
                take(client, new StreamEntryID("0-0"));
            }
            take(client, StreamEntryID.XREADGROUP_UNDELIVERED_ENTRY);
        } catch (JedisException e) {
            groupExists = false;
            reader = closed(reader, e);
            cache = closed(cache, e);
        } catch (SQLException e) {
            LOG.debug("practice's agents do not reach PostgreSQL", e);
            groupExists = false;
            closeDatabase();
        }
    }

    private void createGroup(Jedis client) {
        try {
            client.xgroupCreate(STREAM, GROUP, new StreamEntryID("0-0"), true);
        } catch (JedisDataException e) {
            if (!String.valueOf(e.getMessage()).startsWith("BUSYGROUP")) {
                throw e;
            }
        }
        groupExists = true;
    }

    private void take(Jedis client, StreamEntryID after) throws SQLException {
        var answer = client.xreadGroup(
                GROUP, CONSUMER, XReadGroupParams.xReadGroupParams().count(BATCH), Map.of(STREAM, after));
        List<StreamEntry> entries =
                answer == null || answer.isEmpty() ? List.of() : answer.get(0).getValue();
        Connection connection = database == null ? postgres.connect() : database;
        database = connection;
        if (!entries.isEmpty()) {
            write(connection, entries);
            remember(entries);
            client.xack(STREAM, GROUP, entries.stream().map(StreamEntry::getID).toArray(StreamEntryID[]::new));
            written += entries.size();
        }
        if (++round % QUERY_EVERY == 0 && isFlowing.getAsBoolean()) {
            readNewest(connection);
        }
    }

    private void write(Connection connection, List<StreamEntry> entries) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            for (StreamEntry entry : entries) {
                Map<String, String> fields = entry.getFields();
                insert.setObject(1, UUID.fromString(fields.get("id")));
                insert.setString(2, fields.get("agent_id"));
                insert.setString(3, fields.get("_source_region"));
                insert.setString(4, fields.get("status"));
                insert.setDouble(5, Double.parseDouble(fields.get("duration_ms")));
                insert.setDouble(6, Double.parseDouble(fields.get("reward")));
                insert.setTimestamp(7, Timestamp.from(clock.instant()));
                int unused = times.time(insert::executeUpdate);
            }
        }
    }

    /** The newest of each agent, in the cache of the region that reads. */
    private void remember(List<StreamEntry> entries) {
        Jedis client = cache == null ? warm(to.connect(), "newest:") : cache;
        cache = client;
        for (StreamEntry entry : entries) {
            String key = "newest:" + entry.getFields().get("agent_id");
            client.get(key);
            client.set(key, entry.getFields().get("id"));
            client.get(key);
        }
    }

    private void readNewest(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(NEWEST)) {
            query.setString(1, agent());
            query.setString(2, Region.US_EAST_1.id());
            List<String> ids = new ArrayList<>();
            times.time(() -> {
                try (var rows = query.executeQuery()) {
                    while (rows.next()) {
                        ids.add(rows.getString(1));
                    }
                }
                return ids;
            });
        }
    }

    private static @Nullable Jedis closed(@Nullable Jedis client, JedisException why) {
        LOG.debug("practice's agents do not reach Redis", why);
        if (client != null) {
            try {
                client.close();
            } catch (JedisException e) {
                LOG.debug("the connection was gone already", e);
            }
        }
        return null;
    }

    private void closeDatabase() {
        Connection open = database;
        database = null;
        if (open != null) {
            try {
                open.close();
            } catch (SQLException e) {
                LOG.debug("the connection was gone already", e);
            }
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
        try {
            if (!threads.awaitTermination(2, TimeUnit.SECONDS)) {
                LOG.warn("practice's agents are still busy");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        closeDatabase();
        for (Jedis client : new Jedis[] {producer, reader, cache}) {
            if (client != null) {
                client.close();
            }
        }
    }
}
