package dev.tars.console.practice.servers;

import dev.tars.console.practice.real.WorkFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.JedisClientConfig;
import redis.clients.jedis.exceptions.JedisException;
import redis.embedded.RedisServer;
import redis.embedded.core.ExecutableProvider;
import redis.embedded.error.OsArchitectureNotFound;

/** A region's Redis. Its data is in memory only, so that a stop loses it, as a cache may. */
final class LocalRedis implements LocalServer {

    private static final JedisClientConfig CLIENT = DefaultJedisClientConfig.builder()
            .connectionTimeoutMillis(3000)
            .socketTimeoutMillis(3000)
            .autoNegotiateProtocol(false)
            .build();
    /** The limit of the model, so that used / limit has no jump where history ends; a few megabytes are used. */
    private static final String MAX_MEMORY = "2gb";

    private final WorkFolder folder;
    private final String region;
    private final int port;
    private @Nullable RedisServer server;

    LocalRedis(WorkFolder folder, String region) throws IOException {
        this.folder = folder;
        this.region = region;
        this.port = LocalPostgres.freePort();
    }

    @Override
    public String name() {
        return "Redis " + region;
    }

    @Override
    public String address() {
        return "127.0.0.1:" + port;
    }

    @Override
    public String start() throws IOException {
        stop();
        try {
            RedisServer built = RedisServer.newRedisServer()
                    .executableProvider(ExecutableProvider.newJarResourceProvider(
                            folder.path().toFile()))
                    .bind("127.0.0.1")
                    .port(port)
                    .setting("save \"\"")
                    .setting("appendonly no")
                    .setting("dir " + folder.path())
                    .setting("maxmemory " + MAX_MEMORY)
                    .setting("maxmemory-policy allkeys-lru")
                    .build();
            built.start();
            server = built;
        } catch (OsArchitectureNotFound e) {
            throw new IOException("there is no Redis program for this platform in the console: " + e.getMessage(), e);
        }
        Map<String, String> info = info();
        String pid = info.getOrDefault("process_id", "");
        folder.owns(ProcessHandle.of(Long.parseLong(pid))
                .orElseThrow(() -> new IOException("Redis' process " + pid + " is gone")));
        return "Redis " + info.getOrDefault("redis_version", "");
    }

    /** A client with timeouts; the caller closes it. */
    Jedis connect() {
        return new Jedis("127.0.0.1", port, CLIENT);
    }

    /** What the server tells of itself, by name. */
    Map<String, String> info() throws IOException {
        try (Jedis client = connect()) {
            Map<String, String> facts = new HashMap<>();
            client.info().lines().filter(line -> line.contains(":")).forEach(line -> {
                int colon = line.indexOf(':');
                facts.put(line.substring(0, colon), line.substring(colon + 1));
            });
            return facts;
        } catch (JedisException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    @Override
    public void ping() throws IOException {
        try (Jedis client = connect()) {
            client.ping();
        } catch (JedisException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    @Override
    public void stop() {
        RedisServer running = server;
        server = null;
        if (running != null) {
            try {
                running.stop();
            } catch (IOException e) {
                throw new UncheckedIOException(name() + " does not stop", e);
            }
        }
    }
}
