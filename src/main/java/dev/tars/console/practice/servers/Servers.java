package dev.tars.console.practice.servers;

import dev.tars.console.base.ConnectionReport;
import dev.tars.console.base.Ticker;
import dev.tars.console.practice.model.Region;
import dev.tars.console.practice.targets.Exporter;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Practice's PostgreSQL and Redis. {@link #begin} returns at once; one thread starts them one after the other, and stops
 * and starts them again as drills want it, so nobody waits for a process.
 */
public final class Servers implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Servers.class);
    private static final int CLOSING_SECONDS = 10;

    /**
     * @param temporary where the folder of this run is made
     * @param binaries where PostgreSQL's programs are unpacked once and kept for the next start
     * @param rows evaluations in the database at the start, 1 to 10 million
     */
    public record Setting(Path temporary, Path binaries, int rows) {}

    private final RunFolder folder;
    private final LocalPostgres postgres;
    private final Map<Region, LocalRedis> redis = new EnumMap<>(Region.class);
    private final Map<String, Kept> kept = new LinkedHashMap<>();
    private final Map<String, ConnectionReport> reports = new LinkedHashMap<>();
    private final List<Consumer<ConnectionReport>> receivers = new CopyOnWriteArrayList<>();
    private final EvaluationFlow flow;
    private final CutLine line;
    private final Troubles troubles;
    private final ExecutorService keeper = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "practice-servers");
        thread.setDaemon(true);
        return thread;
    });
    private final Thread endWithConsole;
    private volatile boolean closed;

    private Servers(Setting setting, Clock clock, Ticker ticker, BooleanSupplier isFlowing) throws IOException {
        folder = new RunFolder(setting.temporary());
        StatementTimes times = new StatementTimes(ticker);
        postgres = new LocalPostgres(folder, setting.binaries(), setting.rows());
        line = new CutLine(postgres.port());
        troubles = new Troubles(postgres, line);
        for (Region region : Region.values()) {
            LocalRedis server = new LocalRedis(folder, region.id());
            redis.put(region, server);
            keep(redisKey(region.id()), server, new RedisExporter(server), clock);
        }
        keep(POSTGRESQL, postgres, new PostgresExporter(postgres, times), clock);
        endWithConsole = new Thread(folder::endAll, "practice-servers-end");
        Runtime.getRuntime().addShutdownHook(endWithConsole);
        flow = new EvaluationFlow(of(Region.US_EAST_1), of(Region.EU_WEST_1), postgres, times, clock, isFlowing);
    }

    /** The name of the database server in {@link #want} and {@link #exporter}. */
    public static final String POSTGRESQL = "postgresql";

    /** The name of a region's Redis in {@link #want} and {@link #exporter}. */
    public static String redisKey(String region) {
        return "redis/" + region;
    }

    private void keep(String key, LocalServer server, Kept.Source source, Clock clock) {
        kept.put(key, new Kept(server, source, clock, this::report));
    }

    private LocalRedis of(Region region) {
        LocalRedis server = redis.get(region);
        if (server == null) {
            throw new IllegalStateException("no Redis in " + region);
        }
        return server;
    }

    /**
     * Takes the ports; {@link #begin} starts the servers.
     *
     * @param isFlowing false while the agents are to make no evaluations
     * @throws IOException where there is no port
     */
    public static Servers prepare(Setting setting, Clock clock, Ticker ticker, BooleanSupplier isFlowing)
            throws IOException {
        return new Servers(setting, clock, ticker, isFlowing);
    }

    /** Begins to start the servers, behind whatever goes on. */
    public void begin() {
        keeper.execute(this::startAll);
    }

    private void startAll() {
        kept.forEach((key, server) -> {
            if (key.equals(POSTGRESQL)) {
                // Redis without look-ups has no hit rate; the slowest to start must not keep it waiting.
                flow.open();
                troubles.open();
            }
            if (!closed) {
                server.start();
            }
        });
    }

    /** What a target tells of its server; a target without one is the model's. */
    public Exporter exporter(String key) {
        Kept server = kept.get(key);
        return server == null ? Exporter.none() : server;
    }

    /** Takes a server down or brings it up again; soon, on the thread of the servers. */
    public void want(String key, boolean up) {
        Kept server = kept.get(key);
        if (server == null || closed) {
            return;
        }
        keeper.execute(() -> {
            if (!closed && up) {
                server.start();
            } else if (!closed) {
                server.stop();
            }
        });
    }

    /** Calls {@code receiver} with the state of each server, now and after every change. */
    public AutoCloseable subscribe(Consumer<ConnectionReport> receiver) {
        synchronized (reports) {
            receivers.add(receiver);
            new ArrayList<>(reports.values()).forEach(receiver);
        }
        return () -> receivers.remove(receiver);
    }

    private void report(ConnectionReport report) {
        synchronized (reports) {
            reports.put(report.name(), report);
            receivers.forEach(receiver -> receiver.accept(report));
        }
    }

    /** Whether all of them run. */
    public boolean areRunning() {
        return kept.values().stream().allMatch(Kept::isRunning);
    }

    /** The database of practice, for the console; no password. Its line is one that {@link Trouble#LINE_CUT} cuts. */
    public String jdbcUrl() {
        return postgres.jdbcUrl(line.port());
    }

    /** What is to go wrong with index builds from now on; nothing else does. */
    public void trouble(Set<Trouble> wanted) {
        troubles.want(wanted);
    }

    /** {@code 127.0.0.1:PORT} of a region's Redis. */
    public String redisAddress(String region) {
        return redis.entrySet().stream()
                .filter(entry -> entry.getKey().id().equals(region))
                .map(entry -> entry.getValue().address())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("practice has no region " + region));
    }

    /** Evaluations that came through the stream into the database since the start. */
    public long written() {
        return flow.written();
    }

    /** Ends the traffic, the processes and the folder; waits for a start that is under way. */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        troubles.close();
        flow.close();
        keeper.execute(() -> kept.values().forEach(Servers::end));
        keeper.shutdown();
        try {
            if (!keeper.awaitTermination(CLOSING_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("practice's servers did not end within {} s and are killed", CLOSING_SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        // Also what a failed start left behind: a server that came up too late is nobody's otherwise.
        folder.endAll();
        try {
            Runtime.getRuntime().removeShutdownHook(endWithConsole);
        } catch (IllegalStateException e) {
            LOG.debug("the console is ending already", e);
        }
    }

    private static void end(Kept server) {
        try {
            server.close();
        } catch (RuntimeException e) {
            LOG.warn("a server of practice does not end; the next start clears it", e);
        }
    }
}
