package dev.tars.console.connect.prometheus;

import static org.junit.jupiter.api.Assumptions.abort;

import dev.tars.console.connect.Eventually;
import java.io.File;
import java.io.IOException;
import java.net.ConnectException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The program {@code prometheus} on loopback, scraping itself each second; without it tests abort, in CI they fail. */
public final class RealPrometheus implements AutoCloseable {
    private final Process process;
    private final URI address;

    private RealPrometheus(Process process, URI address) {
        this.process = process;
        this.address = address;
    }

    public static RealPrometheus start(Path folder) throws Exception {
        Optional<Path> program = program();
        if (program.isEmpty()) {
            String reason = "no program prometheus on the PATH";
            if ("true".equals(System.getenv("CI"))) {
                throw new AssertionError(reason);
            }
            abort(reason);
        }
        int port = freePort();
        Path rules = Files.writeString(
                folder.resolve("rules.yml"),
                "groups: [{name: g, interval: 1s, rules: [{record: 'job:up:sum', expr: 'sum by (job) (up)'}]}]\n");
        Path config = Files.writeString(
                folder.resolve("prometheus.yml"),
                "global: {scrape_interval: 1s, evaluation_interval: 1s}\nrule_files: [" + rules + "]\n"
                        + "scrape_configs: [{job_name: self, metrics_path: /prom/metrics,"
                        + " static_configs: [{targets: ['127.0.0.1:" + port + "']}]}]\n");
        Process process = new ProcessBuilder(
                        program.orElseThrow().toString(),
                        "--config.file=" + config,
                        "--storage.tsdb.path=" + folder.resolve("data"),
                        "--web.listen-address=127.0.0.1:" + port,
                        "--web.external-url=http://127.0.0.1:" + port + "/prom")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        RealPrometheus real = new RealPrometheus(process, URI.create("http://127.0.0.1:" + port + "/prom"));
        Eventually.holds(Duration.ofSeconds(30), "Prometheus is ready", () -> isReady(real.address));
        return real;
    }

    public URI address() {
        return address;
    }

    private static boolean isReady(URI address) throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) URI.create(address + "/-/ready").toURL().openConnection();
        try {
            return connection.getResponseCode() == 200;
        } catch (ConnectException e) {
            return false;
        } finally {
            connection.disconnect();
        }
    }

    private static Optional<Path> program() {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .map(folder -> Path.of(folder, "prometheus"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }
}
