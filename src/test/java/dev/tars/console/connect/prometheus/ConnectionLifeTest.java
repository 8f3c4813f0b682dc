package dev.tars.console.connect.prometheus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tars.console.base.ConnectionReport;
import dev.tars.console.base.ConnectionReport.Status;
import dev.tars.console.connect.Eventually;
import dev.tars.console.connect.HandClock;
import dev.tars.console.connect.http.Auth;
import dev.tars.console.connect.http.HttpEndpoint;
import dev.tars.console.connect.http.Subscription;
import dev.tars.console.connect.prometheus.PrometheusException.Kind;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Interrupts, closing, the circuit and the report of a connection. */
@Timeout(30)
class ConnectionLifeTest extends ServerTest {

    private PrometheusClient within(Duration limit) {
        return client(new HttpEndpoint(address(""), Auth.none(), Map.of(), Optional.empty(), limit));
    }

    private static MockResponse silence() {
        return new MockResponse.Builder().headersDelay(60, TimeUnit.SECONDS).build();
    }

    @Test
    void anInterruptEndsTheQuestionAtOnce() throws Exception {
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
    void anInterruptBreaksTheSocketOfTheQuestion() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            PrometheusClient client = client(URI.create("http://127.0.0.1:" + silent.getLocalPort()));
            Thread asking = new Thread(() -> failureOrInterrupt(client));
            asking.start();
            try (Socket peer = silent.accept()) {
                peer.setSoTimeout(2000);
                assertThat(peer.getInputStream().read()).isEqualTo('G');
                asking.interrupt();
                // Ends before the time-out of two seconds, far inside the client's five.
                peer.getInputStream().readAllBytes();
            }
            asking.join(2000);
            assertThat(asking.isAlive()).isFalse();
        }
    }

    private static void failureOrInterrupt(PrometheusClient client) {
        try {
            client.query("x", Optional.empty());
        } catch (InterruptedException | PrometheusException e) {
            Thread.currentThread().interrupt();
        }
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
            answers.add(CompletableFuture.supplyAsync(() -> value(client)));
        }
        for (CompletableFuture<Double> answer : answers) {
            assertThat(answer.get(10, TimeUnit.SECONDS)).isEqualTo(7);
        }
    }

    private static double value(PrometheusClient client) {
        try {
            return client.query("x", Optional.empty()).samples().get(0).value();
        } catch (InterruptedException | PrometheusException e) {
            throw new IllegalStateException(e);
        }
    }
}
