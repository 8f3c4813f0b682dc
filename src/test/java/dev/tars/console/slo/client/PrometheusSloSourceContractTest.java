package dev.tars.console.slo.client;

import dev.tars.console.base.Ticker;
import dev.tars.console.connect.http.HttpEndpoint;
import dev.tars.console.connect.prometheus.PrometheusClient;
import dev.tars.console.connect.prometheus.RealPrometheus;
import dev.tars.console.slo.SloSource;
import dev.tars.console.slo.SloSourceContract;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** The adapter against the real server. */
class PrometheusSloSourceContractTest extends SloSourceContract {

    @SuppressWarnings("NullAway.Init")
    private static RealPrometheus real;

    private final ExecutorService executor = Executors.newFixedThreadPool(4);
    private final List<PrometheusClient> clients = new ArrayList<>();

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        real = RealPrometheus.start(folder);
    }

    @AfterAll
    static void stop() throws Exception {
        if (real != null) {
            real.close();
        }
    }

    @AfterEach
    void close() {
        clients.forEach(PrometheusClient::close);
        executor.shutdownNow();
    }

    private SloSource sourceOf(URI address) {
        PrometheusClient client = new PrometheusClient(HttpEndpoint.of(address), Clock.systemUTC(), Ticker.system());
        clients.add(client);
        return new PrometheusSloSource(client, executor, Ticker.system());
    }

    @Override
    protected SloSource source() {
        return sourceOf(real.address());
    }

    @Override
    protected SloSource deadSource() throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return sourceOf(URI.create("http://127.0.0.1:" + socket.getLocalPort()));
        }
    }
}
