package dev.tars.console.connect.prometheus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tars.console.base.ConnectionReport;
import dev.tars.console.base.ConnectionReport.Status;
import dev.tars.console.base.Ticker;
import dev.tars.console.connect.Eventually;
import dev.tars.console.connect.HandClock;
import dev.tars.console.connect.http.Auth;
import dev.tars.console.connect.http.HttpCalls;
import dev.tars.console.connect.http.HttpEndpoint;
import dev.tars.console.connect.http.Secret;
import dev.tars.console.connect.http.Subscription;
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
import java.util.ArrayList;
import java.util.List;
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
        assertThat(taken).isBetween(Duration.ofMillis(900), Duration.ofMillis(2500));
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
        assertThat(taken).isLessThan(Duration.ofMillis(2500));
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

    @Test
    void anInterruptEndsTheQuestionAtOnceAndBreaksTheConnection() throws Exception {
        server.enqueue(silence());
        PrometheusClient client = within(Duration.ofSeconds(20));
        CompletableFuture<Throwable> outcome = new CompletableFuture<>();
        Thread asking = new Thread(() -> {
            try {
                client.query("x", Optional.empty());
                outcome.complete(new AssertionError("an answer"));
            } catch (InterruptedException | PrometheusException e) {
                outcome.complete(e);
            }
        });
        asking.start();
        server.takeRequest();
        long begun = System.nanoTime();
        asking.interrupt();
        assertThat(outcome.get(5, TimeUnit.SECONDS)).isInstanceOf(InterruptedException.class);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(1));
        server.enqueue(Answers.vector("1"));
        assertThat(ask(client, "x").samples()).hasSize(1);
    }

    @Test
    void anInterruptBetweenTwoTriesEndsTheQuestion() throws Exception {
        server.enqueue(new MockResponse.Builder()
                .code(503)
                .addHeader("Retry-After", "2")
                .build());
        PrometheusClient client = within(Duration.ofSeconds(20));
        CompletableFuture<Throwable> outcome = new CompletableFuture<>();
        Thread asking = new Thread(() -> {
            try {
                client.query("x", Optional.empty());
            } catch (InterruptedException | PrometheusException e) {
                outcome.complete(e);
            }
        });
        asking.start();
        Eventually.holds(
                Duration.ofSeconds(5),
                "it waits for the second try",
                () -> asking.getState() == Thread.State.TIMED_WAITING && server.getRequestCount() == 1);
        asking.interrupt();
        assertThat(outcome.get(1, TimeUnit.SECONDS)).isInstanceOf(InterruptedException.class);
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void closingEndsWhatIsUnderWayAndAllLaterQuestions() throws Exception {
        server.enqueue(silence());
        PrometheusClient client = within(Duration.ofSeconds(20));
        CompletableFuture<PrometheusException> outcome = CompletableFuture.supplyAsync(() -> failure(client, "x"));
        server.takeRequest();
        client.close();
        assertThat(outcome.get(2, TimeUnit.SECONDS).kind()).isEqualTo(Kind.CANCELLED);
        assertThat(failure(client, "x").kind()).isEqualTo(Kind.CANCELLED);
    }

    @Test
    void theCircuitOpensAfterRepeatedFailureAndClosesWithAGoodTrial() throws Exception {
        HandClock clock = new HandClock();
        for (int i = 0; i < 5; i++) {
            server.enqueue(Answers.text(500, "text/plain", "down"));
        }
        PrometheusClient client = client(HttpEndpoint.of(address("")), clock, clock);
        for (int i = 0; i < 4; i++) {
            assertThat(failure(client, "x").kind()).isEqualTo(Kind.SERVER_ERROR);
            assertThat(client.report().status()).isEqualTo(Status.FAILING);
        }
        assertThat(failure(client, "x").kind()).isEqualTo(Kind.SERVER_ERROR);
        assertThat(client.report().status()).isEqualTo(Status.OPEN_CIRCUIT);

        PrometheusException open = failure(client, "x");
        assertThat(open.kind()).isEqualTo(Kind.CIRCUIT_OPEN);
        assertThat(open.notBefore()).contains(Duration.ofSeconds(5));
        assertThat(server.getRequestCount()).isEqualTo(5);

        clock.move(Duration.ofSeconds(5));
        server.enqueue(Answers.text(500, "text/plain", "still down"));
        assertThat(failure(client, "x").kind()).isEqualTo(Kind.SERVER_ERROR);
        assertThat(failure(client, "x").kind()).isEqualTo(Kind.CIRCUIT_OPEN);
        assertThat(server.getRequestCount()).isEqualTo(6);

        clock.move(Duration.ofSeconds(5));
        server.enqueue(Answers.vector("1"));
        server.enqueue(Answers.vector("1"));
        assertThat(ask(client, "x").samples()).hasSize(1);
        assertThat(client.report().status()).isEqualTo(Status.ANSWERING);
        assertThat(ask(client, "x").samples()).hasSize(1);
    }

    @Test
    void refusedQueriesNeverOpenTheCircuit() throws Exception {
        PrometheusClient client = client();
        for (int i = 0; i < 7; i++) {
            server.enqueue(
                    Answers.json(400, "{\"status\":\"error\",\"errorType\":\"bad_data\",\"error\":\"parse error\"}"));
            assertThat(failure(client, "x").kind()).isEqualTo(Kind.BAD_QUERY);
        }
        server.enqueue(Answers.vector("1"));
        assertThat(ask(client, "x").samples()).hasSize(1);
    }

    @Test
    void anInterruptedTrialGivesItsPlaceToTheNext() throws Exception {
        HandClock clock = new HandClock();
        PrometheusClient client = client(HttpEndpoint.of(address("")), clock, clock);
        for (int i = 0; i < 5; i++) {
            server.enqueue(Answers.text(500, "text/plain", "down"));
            failure(client, "x");
        }
        clock.move(Duration.ofSeconds(6));
        server.enqueue(silence());
        CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
        Thread trial = new Thread(() -> {
            try {
                client.query("x", Optional.empty());
            } catch (InterruptedException e) {
                interrupted.complete(true);
            } catch (PrometheusException e) {
                interrupted.complete(false);
            }
        });
        trial.start();
        Eventually.holds(Duration.ofSeconds(5), "the trial is under way", () -> server.getRequestCount() == 6);
        assertThat(failure(client, "x").kind()).isEqualTo(Kind.CIRCUIT_OPEN);
        trial.interrupt();
        assertThat(interrupted.get(5, TimeUnit.SECONDS)).isTrue();
        server.enqueue(Answers.vector("1"));
        assertThat(ask(client, "x").samples()).hasSize(1);
    }

    @Test
    void everyChangeIsReportedWithItsTimes() throws Exception {
        HandClock clock = new HandClock();
        PrometheusClient client = client(HttpEndpoint.of(address("/prom")), clock, clock);
        List<ConnectionReport> seen = new ArrayList<>();
        Subscription subscription = client.subscribe(seen::add);
        server.enqueue(Answers.data("{\"version\":\"2.42.0\"}"));
        client.buildInfo();
        clock.move(Duration.ofSeconds(15));
        server.enqueue(Answers.vector("1"));
        ask(client, "up");
        clock.move(Duration.ofSeconds(15));
        server.enqueue(Answers.text(500, "text/plain", "down"));
        failure(client, "up");
        subscription.close();
        server.enqueue(Answers.vector("1"));
        ask(client, "up");

        assertThat(seen)
                .extracting(ConnectionReport::status)
                .containsExactly(Status.NOT_ASKED, Status.ANSWERING, Status.ANSWERING, Status.FAILING);
        ConnectionReport answering = seen.get(2);
        assertThat(answering.since()).isEqualTo(HandClock.START);
        assertThat(answering.lastAnswer()).contains(HandClock.START.plusSeconds(15));
        assertThat(answering.lastAsked()).isEqualTo("query up");
        assertThat(answering.address()).isEqualTo("http://127.0.0.1:" + server.getPort() + "/prom");
        ConnectionReport failing = seen.get(3);
        assertThat(failing.note()).isEqualTo("2.42.0");
        assertThat(failing.since()).isEqualTo(HandClock.START.plusSeconds(30));
        assertThat(failing.lastAnswer()).contains(HandClock.START.plusSeconds(15));
        assertThat(failing.problem()).isPresent();
        assertThat(seen.get(2).note()).isEqualTo("2.42.0");
    }

    @Test
    void manyThreadsShareOneClient() throws Exception {
        PrometheusClient client = client();
        List<CompletableFuture<Double>> answers = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            server.enqueue(Answers.vector("7"));
        }
        for (int i = 0; i < 60; i++) {
            answers.add(CompletableFuture.supplyAsync(() -> {
                try {
                    return ask(client, "x").samples().get(0).value();
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            }));
        }
        for (CompletableFuture<Double> answer : answers) {
            assertThat(answer.get(10, TimeUnit.SECONDS)).isEqualTo(7);
        }
    }
}
