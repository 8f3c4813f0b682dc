package dev.tars.console.connect.prometheus;

import dev.tars.console.base.Ticker;
import dev.tars.console.connect.http.Auth;
import dev.tars.console.connect.http.HttpCalls;
import dev.tars.console.connect.http.HttpEndpoint;
import java.net.InetAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mockwebserver3.MockWebServer;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A scripted server on loopback and clients of it, closed at the end. */
abstract class ServerTest {
    final MockWebServer server = new MockWebServer();
    private final List<PrometheusClient> clients = new ArrayList<>();

    @BeforeEach
    void startServer() throws Exception {
        server.start(InetAddress.getByName("127.0.0.1"), 0);
    }

    @AfterEach
    void closeAll() {
        clients.forEach(PrometheusClient::close);
        server.close();
    }

    URI address(String path) {
        return URI.create("http://127.0.0.1:" + server.getPort() + path);
    }

    PrometheusClient client() {
        return client(address(""));
    }

    PrometheusClient client(URI base) {
        return client(new HttpEndpoint(base, Auth.none(), Map.of(), Optional.empty(), Duration.ofSeconds(5)));
    }

    PrometheusClient client(HttpEndpoint endpoint) {
        return client(endpoint, Clock.systemUTC(), Ticker.system());
    }

    PrometheusClient client(HttpEndpoint endpoint, Clock clock, Ticker ticker) {
        return client(endpoint, HttpCalls.Limits.DEFAULT, clock, ticker);
    }

    PrometheusClient client(HttpEndpoint endpoint, HttpCalls.Limits limits, Clock clock, Ticker ticker) {
        PrometheusClient client = new PrometheusClient(endpoint, limits, clock, ticker);
        clients.add(client);
        return client;
    }

    static InstantAnswer ask(PrometheusClient client, String expr) throws Exception {
        return client.query(expr, Optional.empty());
    }

    /** The failure of a question. */
    static PrometheusException failure(PrometheusClient client, String expr) {
        return Assertions.catchThrowableOfType(PrometheusException.class, () -> client.query(expr, Optional.empty()));
    }
}
