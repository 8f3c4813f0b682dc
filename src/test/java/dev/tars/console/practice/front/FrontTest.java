package dev.tars.console.practice.front;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpHandler;
import dev.tars.console.base.Ticker;
import dev.tars.console.practice.Http;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FrontTest {
    private static final HttpHandler ECHO = exchange -> {
        byte[] body = (exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                        + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8))
                .getBytes(StandardCharsets.UTF_8);
        int status = exchange.getRequestURI().getPath().equals("/refused") ? 422 : 200;
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    };

    private final ExecutorService workers = Executors.newCachedThreadPool();
    private final AtomicReference<Fault> fault = new AtomicReference<>(Fault.NONE);
    private final CountDownLatch asked = new CountDownLatch(2);
    private Front front;

    @BeforeEach
    void open() throws IOException {
        front = new Front(
                ECHO,
                () -> {
                    asked.countDown();
                    return fault.get();
                },
                Duration.ofSeconds(30),
                Ticker.system(),
                workers);
    }

    @AfterEach
    void close() {
        front.close();
        workers.shutdownNow();
    }

    @Test
    void withoutAFaultRequestsPassAsTheyAre() throws Exception {
        assertThat(Http.get(front.address(), "/api?x=a%20b").body()).isEqualTo("GET /api?x=a%20b ");
    }

    @Test
    void aServerBehindIsReachedWithMethodFormAndStatus() throws Exception {
        PassOn passOn = new PassOn(front.address(), Duration.ofSeconds(5));
        try (Front second = new Front(passOn, () -> Fault.NONE, Duration.ZERO, Ticker.system(), workers)) {
            assertThat(Http.post(second.address(), "/api?x=1", "query=up").body())
                    .isEqualTo("POST /api?x=1 query=up");
            assertThat(Http.get(second.address(), "/refused").statusCode()).isEqualTo(422);
        }
    }

    @Test
    void aServerBehindThatIsGoneIsABadGateway() throws Exception {
        PassOn passOn = new PassOn(front.address(), Duration.ofSeconds(5));
        front.close();
        try (Front second = new Front(passOn, () -> Fault.NONE, Duration.ZERO, Ticker.system(), workers)) {
            assertThat(Http.get(second.address(), "/api").statusCode()).isEqualTo(502);
        }
    }

    @Test
    void unavailableIs503WithText() throws Exception {
        fault.set(Fault.UNAVAILABLE);
        HttpResponse<String> answer = Http.get(front.address(), "/api");
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).isEqualTo("Service Unavailable");
    }

    @Test
    void garbageIsAWebPageOrBrokenJsonWithStatus200() throws Exception {
        fault.set(Fault.GARBAGE);
        HttpResponse<String> first = Http.get(front.address(), "/api");
        HttpResponse<String> second = Http.get(front.address(), "/api");
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(first.body()).contains("<html>");
        assertThat(second.body()).startsWith("{\"status\":\"success\"").doesNotEndWith("}");
    }

    @Test
    void aSlowAnswerIsHeldBackUntilTheFaultIsOver() throws Exception {
        fault.set(Fault.SLOW);
        CompletableFuture<String> answer = ask();
        assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(answer).isNotDone();
        fault.set(Fault.NONE);
        front.faultChanged();
        assertThat(answer.get(10, TimeUnit.SECONDS)).startsWith("GET /api");
    }

    @Test
    void closingDoesNotWaitForAnswersThatAreHeldBack() throws Exception {
        fault.set(Fault.SLOW);
        CompletableFuture<String> answer = ask();
        assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();
        CompletableFuture.runAsync(front::close, workers).get(3, TimeUnit.SECONDS);
        assertThat(answer.handle((body, failure) -> failure != null).get(10, TimeUnit.SECONDS))
                .isTrue();
    }

    private CompletableFuture<String> ask() {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return Http.get(front.address(), "/api").body();
                    } catch (IOException | InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                },
                workers);
    }
}
