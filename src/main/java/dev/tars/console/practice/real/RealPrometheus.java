package dev.tars.console.practice.real;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.tars.console.base.ChildProcess;
import dev.tars.console.base.Progress;
import dev.tars.console.base.Ticker;
import dev.tars.console.practice.history.CoarseHistory;
import dev.tars.console.practice.server.ScrapeTarget;
import dev.tars.console.practice.store.TimeSeriesStore;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A running {@code prometheus} of this machine with a temporary folder, ended and cleared by {@link #close}. */
public final class RealPrometheus implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RealPrometheus.class);
    private static final Duration READY_WITHIN = Duration.ofSeconds(30);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(30);
    private static final Duration END_GENTLY = Duration.ofMillis(800);
    private static final int HTTP_TIMEOUT_MILLIS = 5000;
    private static final int PORT_ATTEMPTS = 3;

    /**
     * What it is to serve.
     *
     * @param rules text by file name
     * @param history detailed samples
     * @param coarse samples before those
     */
    public record Setting(
            List<ScrapeTarget> targets,
            Duration scrapeInterval,
            Map<String, String> rules,
            TimeSeriesStore history,
            List<CoarseHistory.Line> coarse) {}

    private final WorkFolder folder;
    private final Process process;
    private final URI address;
    private final String version;
    private final Thread endWithConsole;
    private Optional<WeeksBefore> weeks = Optional.empty();

    private RealPrometheus(WorkFolder folder, Process process, URI address, String version) {
        this.folder = folder;
        this.process = process;
        this.address = address;
        this.version = version;
        this.endWithConsole = new Thread(folder::endAll, "practice-end");
        Runtime.getRuntime().addShutdownHook(endWithConsole);
    }

    /**
     * Starts it and waits until it is ready.
     *
     * @throws IOException with the end of its log, where it does not become ready
     */
    public static RealPrometheus start(
            Path binary, Optional<Path> promtool, Path tempFolder, Setting setting, Ticker ticker, Progress progress)
            throws IOException, InterruptedException {
        WorkFolder folder = WorkFolder.create(tempFolder);
        boolean started = false;
        try {
            Path storage = Files.createDirectories(folder.path().resolve("data"));
            Optional<HistoryBlocks> blocks =
                    promtool.map(program -> new HistoryBlocks(program, folder.path(), storage));
            if (blocks.isPresent()) {
                blocks.get().detailed(setting.history(), progress);
            } else {
                LOG.info("there is no promtool beside prometheus: practice starts without history");
            }
            progress.report(0.8, "Starting Prometheus");
            RealPrometheus server = launch(binary, folder, storage, setting, ticker, progress);
            if (!setting.coarse().isEmpty()) {
                server.weeks = blocks.map(b -> WeeksBefore.begin(b, setting.coarse()));
            }
            started = true;
            return server;
        } finally {
            if (!started) {
                folder.close();
            }
        }
    }

    private static RealPrometheus launch(
            Path binary, WorkFolder folder, Path storage, Setting setting, Ticker ticker, Progress progress)
            throws IOException, InterruptedException {
        for (int attempt = 1; ; attempt++) {
            String listen = "127.0.0.1:" + freePort();
            Path log = folder.path().resolve("prometheus.log");
            Process process = ChildProcess.of(List.of(
                            binary.toString(),
                            "--config.file=" + configuration(folder.path(), setting, listen),
                            "--storage.tsdb.path=" + storage,
                            "--storage.tsdb.retention.time=40d",
                            "--web.listen-address=" + listen,
                            "--log.level=warn"))
                    .directory(folder.path().toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            boolean owned = false;
            try {
                folder.owns(process.toHandle());
                URI address = URI.create("http://" + listen);
                if (awaitReady(process, address, ticker, progress)) {
                    RealPrometheus server = new RealPrometheus(folder, process, address, version(address));
                    owned = true;
                    return server;
                }
            } finally {
                if (!owned) {
                    process.destroyForcibly().waitFor();
                }
            }
            String tail = Files.readString(log);
            if (attempt == PORT_ATTEMPTS || !tail.contains("address already in use")) {
                throw new IOException("prometheus does not become ready: " + tail.strip());
            }
        }
    }

    private static Path configuration(Path folder, Setting setting, String listen) throws IOException {
        List<String> files = new ArrayList<>();
        for (Map.Entry<String, String> rules : setting.rules().entrySet()) {
            Files.writeString(folder.resolve(rules.getKey()), rules.getValue());
            files.add(rules.getKey());
        }
        Path file = folder.resolve("prometheus.yml");
        Files.writeString(file, Configuration.text(setting.targets(), setting.scrapeInterval(), files, listen));
        return file;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static boolean awaitReady(Process process, URI address, Ticker ticker, Progress progress)
            throws InterruptedException {
        long end = ticker.nanos() + READY_WITHIN.toNanos();
        while (process.isAlive() && ticker.nanos() - end < 0) {
            progress.checkCancelled();
            if (Thread.interrupted()) {
                throw new InterruptedException("interrupted while prometheus was starting");
            }
            try {
                if (open(address, "/-/ready").getResponseCode() == 200) {
                    return true;
                }
            } catch (IOException notYet) {
                LOG.trace("prometheus is not there yet", notYet);
            }
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
        }
        return false;
    }

    private static String version(URI address) throws IOException {
        try (InputStream in = open(address, "/api/v1/status/buildinfo").getInputStream();
                JsonParser json = new JsonFactory().createParser(in)) {
            for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
                if (token == JsonToken.FIELD_NAME && json.currentName().equals("version")) {
                    // Distributions add their own after a plus sign.
                    return json.nextTextValue().replaceFirst("\\+.*", "");
                }
            }
        }
        return "of unknown version";
    }

    private static HttpURLConnection open(URI address, String path) throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) address.resolve(path).toURL().openConnection();
        connection.setConnectTimeout(HTTP_TIMEOUT_MILLIS);
        connection.setReadTimeout(HTTP_TIMEOUT_MILLIS);
        return connection;
    }

    public URI address() {
        return address;
    }

    /** For example {@code 2.42.0}. */
    public String version() {
        return version;
    }

    /** Its process, for whoever wants to see that it ends. */
    public ProcessHandle process() {
        return process.toHandle();
    }

    public Path folder() {
        return folder.path();
    }

    @Override
    public void close() {
        weeks.ifPresent(WeeksBefore::close);
        process.destroy();
        boolean ended = false;
        try {
            ended = process.waitFor(END_GENTLY.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (!ended) {
            process.destroyForcibly().onExit().join();
        }
        try {
            Runtime.getRuntime().removeShutdownHook(endWithConsole);
        } catch (IllegalStateException e) {
            LOG.debug("the console itself is ending", e);
        }
        folder.close();
    }
}
