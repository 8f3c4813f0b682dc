package dev.tars.console.slo.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tars.console.base.Ticker;
import dev.tars.console.connect.http.HttpEndpoint;
import dev.tars.console.connect.prometheus.PrometheusClient;
import dev.tars.console.slo.SloSource;
import java.net.InetAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.Headers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Field case SLO-03 at the port, and how a batch goes over the wire. */
class PrometheusSloSourceTest {

    private static final Instant AT = Instant.parse("2026-08-18T14:32:15Z");
    private static final String ONE = """
            {"status":"success","data":{"resultType":"vector","result":[{"metric":{},"value":[1,"1"]}]}}""";

    private final MockWebServer server = new MockWebServer();
    private final ExecutorService executor = Executors.newFixedThreadPool(8);

    @SuppressWarnings("NullAway.Init")
    private PrometheusClient client;

    @SuppressWarnings("NullAway.Init")
    private SloSource source;

    @BeforeEach
    void start() throws Exception {
        server.start(InetAddress.getByName("127.0.0.1"), 0);
        URI address = URI.create("http://127.0.0.1:" + server.getPort());
        client = new PrometheusClient(HttpEndpoint.of(address), Clock.systemUTC(), Ticker.system());
        source = new PrometheusSloSource(client, executor, Ticker.system());
    }

    @AfterEach
    void close() {
        client.close();
        server.close();
        executor.shutdownNow();
    }

    private void always(int code, String body, String... headers) {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return new MockResponse(code, Headers.of(headers), body);
            }
        });
    }

    private SloSource.SourceFailed failure() {
        return catchThrowableOfType(SloSource.SourceFailed.class, () -> source.ask(List.of("a", "b"), AT));
    }

    @Test
    void aBusyServerAsksForPatienceAndIsGivenIt() {
        always(429, "<html>slow down</html>", "Retry-After", "7");
        SloSource.SourceFailed failed = failure();
        assertThat(failed.notBefore().orElseThrow()).isBetween(Duration.ofSeconds(5), Duration.ofSeconds(7));
        assertThat(failed.isFatal()).isFalse();
    }

    @Test
    void rejectedCredentialsAreFatal() {
        always(401, "");
        assertThat(failure().isFatal()).isTrue();
    }

    @Test
    void anotherServersAnswerIsAFailureAndNeverNoData() {
        always(200, "{\"message\":\"bad gateway config\"}");
        assertThat(failure().problem().what()).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource({"400, bad_data, parse error", "422, execution, found duplicate series"})
    void aRefusalIsAnAnswer(int code, String type, String text) throws Exception {
        always(code, "{\"status\":\"error\",\"errorType\":\"" + type + "\",\"error\":\"" + text + "\"}");
        SloSource.Answer answer = source.ask(List.of("a"), AT).answers().get("a");
        assertThat(answer).isInstanceOfSatisfying(SloSource.Answer.Refused.class, refused -> {
            assertThat(refused.problem().what() + refused.problem().details()).contains(text);
        });
    }

    @Test
    void warningsStandWithTheAnswerAndTheBatch() throws Exception {
        always(
                200,
                "{\"status\":\"success\",\"warnings\":[\"store x unavailable\"],"
                        + "\"data\":{\"resultType\":\"vector\",\"result\":[]}}");
        SloSource.Batch batch = source.ask(List.of("a", "b"), AT);
        assertThat(batch.warnings()).containsExactly("store x unavailable");
        assertThat(batch.answers().get("a")).isInstanceOfSatisfying(SloSource.Answer.Samples.class, samples -> {
            assertThat(samples.warnings()).containsExactly("store x unavailable");
            assertThat(samples.samples()).isEmpty();
            assertThat(samples.raw()).contains("store x unavailable");
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"resultType\":\"string\",\"result\":[1763978400,\"hi\"]}",
                "{\"resultType\":\"matrix\",\"result\":[{\"metric\":{},\"values\":[[1763978400,\"1\"]]}]}"
            })
    void whatIsNoInstantVectorIsNotTakenForNothing(String data) throws Exception {
        always(200, "{\"status\":\"success\",\"data\":" + data + "}");
        assertThat(source.ask(List.of("a"), AT).answers().get("a")).isInstanceOf(SloSource.Answer.Refused.class);
    }

    @Test
    void theServersClockIsCompared() throws Exception {
        always(200, ONE, "Date", "Tue, 18 Aug 2020 14:32:15 GMT");
        assertThat(source.ask(List.of("a"), AT).skew().orElseThrow()).isNegative();
    }

    @Test
    void afterTheFirstFourQuestionsAreUnderWayAtATime() throws Exception {
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        AtomicInteger duringTheFirst = new AtomicInteger();
        AtomicInteger asked = new AtomicInteger();
        CountDownLatch four = new CountDownLatch(4);
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
                if (asked.getAndIncrement() == 0) {
                    // Longer than three more questions would need to come in.
                    four.await(300, TimeUnit.MILLISECONDS);
                    duringTheFirst.set(asked.get());
                    return new MockResponse(200, Headers.of(), ONE);
                }
                most.accumulateAndGet(now.incrementAndGet(), Math::max);
                four.countDown();
                assertThat(four.await(10, TimeUnit.SECONDS)).isTrue();
                now.decrementAndGet();
                return new MockResponse(200, Headers.of(), ONE);
            }
        });
        List<String> expressions = IntStream.range(0, 13).mapToObj(i -> "e" + i).toList();
        assertThat(source.ask(expressions, AT).answers()).hasSize(13);
        assertThat(duringTheFirst.get()).isEqualTo(1);
        assertThat(most.get()).isEqualTo(4);
        assertThat(server.getRequestCount()).isEqualTo(13);
    }

    @Test
    void anInterruptEndsABatch() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
                asked.countDown();
                end.await(10, TimeUnit.SECONDS);
                return new MockResponse(200, Headers.of(), ONE);
            }
        });
        CountDownLatch interrupted = new CountDownLatch(1);
        Future<?> batch = executor.submit(() -> {
            try {
                return source.ask(List.of("a"), AT);
            } catch (InterruptedException e) {
                interrupted.countDown();
                throw e;
            }
        });
        assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();
        batch.cancel(true);
        assertThat(interrupted.await(5, TimeUnit.SECONDS)).isTrue();
        end.countDown();
    }

    @Test
    void aRangeThatIsRefusedFails() {
        always(400, "{\"status\":\"error\",\"errorType\":\"bad_data\",\"error\":\"parse error\"}");
        assertThatThrownBy(() -> source.range("a", AT.minusSeconds(60), AT, Duration.ofSeconds(15)))
                .isInstanceOf(SloSource.SourceFailed.class)
                .hasMessageContaining("parse error");
    }

    @Test
    void theSourceNamesItsServerWithoutSecrets() {
        assertThat(source.name()).isEqualTo("Prometheus at http://127.0.0.1:" + server.getPort());
    }
}
