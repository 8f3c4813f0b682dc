package dev.tars.console.connect.prometheus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tars.console.base.ConnectionReport.Status;
import dev.tars.console.base.Ticker;
import dev.tars.console.connect.http.Auth;
import dev.tars.console.connect.http.HttpCalls;
import dev.tars.console.connect.http.HttpEndpoint;
import dev.tars.console.connect.http.Secret;
import dev.tars.console.connect.prometheus.PrometheusException.Kind;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.SocketEffect;
import okio.Buffer;
import okio.GzipSink;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A server, or what stands before it, at its worst. */
@Timeout(30)
class HostileServerTest extends ServerTest {
    private static final HttpCalls.Limits SMALL = new HttpCalls.Limits(100_000, Duration.ofSeconds(5));

    private PrometheusClient within(Duration limit) {
        return client(new HttpEndpoint(address(""), Auth.none(), Map.of(), Optional.empty(), limit));
    }

    private PrometheusClient capped() {
        return client(HttpEndpoint.of(address("")), SMALL, Clock.systemUTC(), Ticker.system());
    }

    private static MockResponse silence() {
        return new MockResponse.Builder().headersDelay(60, TimeUnit.SECONDS).build();
    }

    private static Duration taken(Runnable work) {
        long begun = System.nanoTime();
        work.run();
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    @Test
    void aRefusedConnectionIsUnreachable() throws Exception {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            port = socket.getLocalPort();
        }
        PrometheusClient client = client(URI.create("http://127.0.0.1:" + port));
        PrometheusException failure = failure(client, "x");
        assertThat(failure.kind()).isEqualTo(Kind.UNREACHABLE);
        assertThat(failure.problem().what()).isEqualTo("Prometheus refuses the connection.");
        assertThat(failure.problem().where()).isEqualTo("http://127.0.0.1:" + port);
        assertThat(client.report().status()).isEqualTo(Status.FAILING);
        assertThat(client.report().lastAnswer()).isEmpty();
    }

    @Test
    void anUnknownHostIsNamedAsSuch() {
        PrometheusException failure = failure(client(URI.create("http://no-such-host.invalid:9090")), "x");
        assertThat(failure.kind()).isEqualTo(Kind.UNREACHABLE);
        assertThat(failure.problem().what()).isEqualTo("The host of Prometheus is not known.");
    }

    @Test
    void silenceEndsWithTheTimeLimit() {
        server.enqueue(silence());
        PrometheusClient client = within(Duration.ofSeconds(1));
        PrometheusException[] failure = new PrometheusException[1];
        Duration taken = taken(() -> failure[0] = failure(client, "x"));
        assertThat(failure[0].kind()).isEqualTo(Kind.TIMED_OUT);
        assertThat(failure[0].problem().what()).isEqualTo("Prometheus did not answer within 1\u00a0s.");
        assertThat(taken).isBetween(Duration.ofMillis(900), Duration.ofSeconds(4));
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void aTrickleEndsWithTheTimeLimitToo() {
        server.enqueue(Answers.vector("1")
                .newBuilder()
                .throttleBody(3, 200, TimeUnit.MILLISECONDS)
                .build());
        PrometheusClient client = within(Duration.ofSeconds(1));
        PrometheusException[] failure = new PrometheusException[1];
        Duration taken = taken(() -> failure[0] = failure(client, "x"));
        assertThat(failure[0].kind()).isEqualTo(Kind.TIMED_OUT);
        assertThat(taken).isLessThan(Duration.ofSeconds(4));
    }

    @Test
    void anAnswerCutOffInTheMiddleIsAskedForAgain() throws Exception {
        MockResponse cut = Answers.vector("1")
                .newBuilder()
                .onResponseBody(new SocketEffect.CloseSocket())
                .build();
        server.enqueue(cut);
        server.enqueue(Answers.vector("2"));
        assertThat(ask(client(), "x").samples().get(0).value()).isEqualTo(2);
        for (int i = 0; i < 3; i++) {
            server.enqueue(cut);
        }
        PrometheusException failure = failure(client(), "x");
        assertThat(failure.kind()).isEqualTo(Kind.CUT_OFF);
        assertThat(failure.problem().what()).isEqualTo("The answer of Prometheus broke off or arrived damaged.");
    }

    @Test
    void anAnswerWithoutLengthThatEndsEarlyIsCutOff() {
        for (int i = 0; i < 3; i++) {
            server.enqueue(new MockResponse.Builder()
                    .body(new Buffer().writeUtf8("{\"status\":\"success\",\"data\":{\"resultTy"))
                    .removeHeader("Content-Length")
                    .onResponseEnd(new SocketEffect.CloseSocket())
                    .build());
        }
        assertThat(failure(client(), "x").kind()).isEqualTo(Kind.CUT_OFF);
    }

    @Test
    void aConnectionClosedWithoutAnAnswerIsUnreachable() {
        for (int i = 0; i < 8; i++) {
            server.enqueue(new MockResponse.Builder()
                    .onResponseStart(new SocketEffect.CloseSocket())
                    .build());
        }
        PrometheusException failure = failure(client(), "x");
        assertThat(failure.kind()).isEqualTo(Kind.UNREACHABLE);
        assertThat(failure.problem().what()).isEqualTo("The connection to Prometheus broke before it answered.");
    }

    @Test
    void whatDoesNotSpeakHttpIsNotPrometheus() throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 8, InetAddress.getByName("127.0.0.1"))) {
            CompletableFuture<Void> greeting = CompletableFuture.runAsync(() -> greet(socket));
            PrometheusException failure = failure(client(URI.create("http://127.0.0.1:" + socket.getLocalPort())), "x");
            assertThat(failure.kind()).isEqualTo(Kind.NOT_PROMETHEUS);
            assertThat(failure.problem().what()).isEqualTo("What answers here does not speak HTTP.");
            greeting.get(5, TimeUnit.SECONDS);
        }
    }

    private static void greet(ServerSocket socket) {
        try (Socket peer = socket.accept();
                OutputStream out = peer.getOutputStream()) {
            out.write("SSH-2.0-OpenSSH_9.2\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            out.flush();
            peer.getInputStream().read(new byte[4096]);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aZippedAnswerIsRead() throws Exception {
        server.enqueue(zipped(new Buffer()
                .writeUtf8("{\"status\":\"success\",\"data\":{\"resultType\":\"scalar\",\"result\":[1,\"3\"]}}")));
        assertThat(ask(client(), "x").samples().get(0).value()).isEqualTo(3);
        assertThat(server.takeRequest().getHeaders().get("Accept-Encoding")).contains("gzip");
    }

    @Test
    void damagedGzipIsAFaultAndNoAnswer() {
        for (int i = 0; i < 3; i++) {
            server.enqueue(Answers.empty()
                    .newBuilder()
                    .addHeader("Content-Encoding", "gzip")
                    .build());
        }
        assertThat(failure(client(), "x").kind()).isEqualTo(Kind.CUT_OFF);
    }

    @Test
    void aZipBombStopsAtTheCap() throws Exception {
        Buffer blanks = new Buffer().writeUtf8("{\"x\":\"").writeUtf8(" ".repeat(20_000_000));
        MockResponse bomb = zipped(blanks);
        server.enqueue(bomb);
        PrometheusException failure = failure(capped(), "x");
        assertThat(failure.kind()).isEqualTo(Kind.TOO_LARGE);
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    private static MockResponse zipped(Buffer plain) throws IOException {
        Buffer zipped = new Buffer();
        try (GzipSink sink = new GzipSink(zipped)) {
            sink.write(plain, plain.size());
        }
        return new MockResponse.Builder()
                .addHeader("Content-Encoding", "gzip")
                .body(zipped)
                .build();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anAnswerAboveTheCapIsRefusedAnnouncedOrNot(boolean announced) throws Exception {
        String big = "{\"status\":\"success\",\"pad\":\"" + "p".repeat(150_000) + "\"}";
        MockResponse.Builder response = new MockResponse.Builder();
        server.enqueue((announced ? response.body(big) : response.chunkedBody(big, 4096)).build());
        server.enqueue(Answers.vector("1"));
        PrometheusClient client = capped();
        PrometheusException failure = failure(client, "x");
        assertThat(failure.kind()).isEqualTo(Kind.TOO_LARGE);
        assertThat(client.report().status()).isEqualTo(Status.ANSWERING);
        assertThat(ask(client, "x").samples()).hasSize(1);
    }

    @Test
    void aRedirectInsideTheOriginIsFollowed() throws Exception {
        server.enqueue(new MockResponse.Builder()
                .code(302)
                .addHeader("Location", "/moved/api/v1/query?query=x")
                .build());
        server.enqueue(Answers.vector("1"));
        assertThat(ask(client(), "x").samples()).hasSize(1);
        server.takeRequest();
        assertThat(server.takeRequest().getTarget()).isEqualTo("/moved/api/v1/query?query=x");
    }

    @Test
    void credentialsNeverFollowARedirectToAnotherOrigin() throws Exception {
        try (MockWebServer other = new MockWebServer()) {
            other.start(InetAddress.getByName("127.0.0.1"), 0);
            server.enqueue(new MockResponse.Builder()
                    .code(307)
                    .addHeader("Location", "http://127.0.0.1:" + other.getPort() + "/api/v1/query?query=x")
                    .build());
            PrometheusException failure = failure(
                    client(new HttpEndpoint(
                            address(""),
                            new Auth.Bearer(Secret.written("a test", "token-value")),
                            Map.of(),
                            Optional.empty(),
                            Duration.ofSeconds(5))),
                    "x");
            assertThat(failure.kind()).isEqualTo(Kind.REDIRECTED);
            assertThat(other.getRequestCount()).isZero();
        }
    }

    @Test
    void redirectsInACircleEnd() {
        for (int i = 0; i < 10; i++) {
            server.enqueue(new MockResponse.Builder()
                    .code(301)
                    .addHeader("Location", "/again")
                    .build());
        }
        assertThat(failure(client(), "x").kind()).isEqualTo(Kind.REDIRECTED);
        assertThat(server.getRequestCount()).isEqualTo(6);
    }
}
