package dev.tars.console.runbook.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tars.console.base.Ticker;
import dev.tars.console.connect.http.HttpEndpoint;
import dev.tars.console.connect.prometheus.PrometheusClient;
import dev.tars.console.document.DocumentException;
import dev.tars.console.runbook.Answer;
import dev.tars.console.runbook.Block;
import dev.tars.console.runbook.Blocks;
import dev.tars.console.runbook.ProbeFailed;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Queries asked over HTTP, in the words of Prometheus' API. */
@SuppressWarnings("NullAway.Init") // JUnit fills them
class PromqlProbeTest {

    private static final long NOW = 1_790_000_000L;

    private final Map<String, String> results = new ConcurrentHashMap<>();
    private MockWebServer server;
    private PrometheusClient client;
    private PromqlProbe probe;

    @BeforeEach
    void start() throws Exception {
        results.put("time()", scalar(NOW));
        server = new MockWebServer();
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                HttpUrl asked = request.getMethod().equals("GET")
                        ? request.getUrl()
                        : HttpUrl.get("http://x/?"
                                + Objects.requireNonNull(request.getBody()).utf8());
                String result = results.get(Objects.requireNonNull(asked.queryParameter("query")));
                return result == null
                        ? new MockResponse.Builder()
                                .code(400)
                                .body("{\"status\":\"error\",\"errorType\":\"bad_data\",\"error\":\"no such query\"}")
                                .build()
                        : new MockResponse.Builder()
                                .body("{\"status\":\"success\",\"data\":" + result + "}")
                                .build();
            }
        });
        server.start();
        client = new PrometheusClient(
                HttpEndpoint.of(URI.create(server.url("/").toString())), Clock.systemUTC(), Ticker.system());
        probe = new PromqlProbe(client);
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    private static String scalar(double value) {
        return "{\"resultType\":\"scalar\",\"result\":[" + NOW + ",\"" + value + "\"]}";
    }

    private static String vector(String... samples) {
        StringBuilder all = new StringBuilder();
        for (String sample : samples) {
            String[] halves = sample.split(" ");
            all.append(all.length() == 0 ? "" : ",")
                    .append("{\"metric\":{\"region\":\"")
                    .append(halves[0])
                    .append("\"},\"value\":[" + NOW + ",\"")
                    .append(halves[1])
                    .append("\"]}");
        }
        return "{\"resultType\":\"vector\",\"result\":[" + all + "]}";
    }

    /** A series with a value at each of the last steps of 15 s, oldest first; "-" is a gap. */
    private static String matrix(String... values) {
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < values.length; i++) {
            if (!values[i].equals("-")) {
                long at = NOW - 15L * (values.length - 1 - i);
                all.append(all.length() == 0 ? "" : ",").append("[" + at + ",\"" + values[i] + "\"]");
            }
        }
        return "{\"resultType\":\"matrix\",\"result\":["
                + (all.length() == 0 ? "" : "{\"metric\":{},\"values\":[" + all + "]}") + "]}";
    }

    private String word(String info, String query) throws Exception {
        Block block = Blocks.of("promql " + info, query);
        probe.check(block);
        return Blocks.word(probe.ask(block, Blocks.context(Map.of("ns", "tars"))), block);
    }

    @Test
    void anAnswerIsInBaseUnitsUnlessTheBlockSaysOtherwise() throws Exception {
        results.put("latency", vector("us 0.05", "eu 0.09"));
        results.put("latency_ms", vector("us 50"));

        assertThat(word("expect=\"all < 100ms\"", "latency")).isEqualTo("met");
        assertThat(word("expect=\"all < 60ms\"", "latency")).isEqualTo("missed");
        assertThat(word("expect=\"all < 100ms\" unit=ms", "latency_ms")).isEqualTo("met");
        assertThat(word("expect=\"all < 100ms\"", "latency_ms")).isEqualTo("missed");
        assertThat(word("expect=\"all < 100ms\" unit=B", "latency_ms")).isEqualTo("unknown");
    }

    @Test
    void nothingAndNaNAreUnknown() throws Exception {
        results.put("nothing", vector());
        results.put("not_a_number", vector("us NaN"));

        assertThat(word("expect=\"all < 100ms\"", "nothing")).isEqualTo("unknown");
        assertThat(word("expect=\"count >= 1\"", "nothing")).isEqualTo("unknown");
        assertThat(word("expect=\"all < 100ms\"", "not_a_number")).isEqualTo("unknown");
    }

    @Test
    void noneAsksForItsProof() throws Exception {
        results.put("ALERTS", vector());
        results.put("up", vector("us 1"));
        results.put("down", vector());

        assertThat(word("expect=\"none given=up\"", "ALERTS")).isEqualTo("met");
        assertThat(word("expect=\"none given=down\"", "ALERTS")).isEqualTo("unknown");
        assertThat(word("expect=\"none given=up\"", "up")).isEqualTo("missed");
    }

    @Test
    void overATimeEachStepHasToHold() throws Exception {
        results.put("good", matrix("1", "1", "1", "1", "1"));
        results.put("spike", matrix("1", "1", "9", "1", "1"));
        results.put("gap", matrix("1", "1", "-", "1", "1"));
        results.put("late", matrix("-", "-", "1", "1", "1"));
        results.put("gapAndSpike", matrix("1", "-", "9", "1", "1"));
        results.put("none", matrix());

        assertThat(word("expect=\"all < 5\" for=1m", "good")).isEqualTo("met");
        assertThat(word("expect=\"all < 5\" for=1m", "spike")).isEqualTo("missed");
        assertThat(word("expect=\"all < 5\" for=1m", "gap")).isEqualTo("unknown");
        assertThat(word("expect=\"all < 5\" for=1m", "late")).isEqualTo("unknown");
        assertThat(word("expect=\"all < 5\" for=1m", "gapAndSpike")).isEqualTo("missed");
        assertThat(word("expect=\"all < 5\" for=1m", "none")).isEqualTo("unknown");
        assertThat(word("expect=\"none given=good\" for=1m", "none")).isEqualTo("met");
        assertThat(word("expect=\"none given=gap\" for=1m", "none")).isEqualTo("unknown");
        assertThat(word("expect=\"none given=good\" for=1m", "spike")).isEqualTo("missed");
    }

    @Test
    void theEvidenceNamesQueryTimeAndServer() throws Exception {
        results.put("up{ns=\"tars\"}", vector("us 1"));
        Block block = Blocks.of("promql expect=\"all = 1\"", "up{ns=\"${ns}\"}");
        Answer answer = probe.ask(block, Blocks.context(Map.of("ns", "tars")));

        assertThat(answer.question()).isEqualTo("up{ns=\"tars\"}");
        assertThat(answer.askedOf()).startsWith("Prometheus at http://");
        assertThat(answer.raw()).contains("\"region\":\"us\"");
        assertThat(answer.values().get(0).name()).isEqualTo("region=us");
    }

    @Test
    void aRefusalAndASilentServerAreFailures() throws Exception {
        Block block = Blocks.of("promql expect=\"all = 1\"", "unheard_of");

        assertThatThrownBy(() -> probe.ask(block, Blocks.context(Map.of())))
                .isInstanceOfSatisfying(
                        ProbeFailed.class, e -> assertThat(e.why()).isEqualTo("refused"));
        server.close();
        assertThatThrownBy(() -> probe.ask(block, Blocks.context(Map.of())))
                .isInstanceOfSatisfying(
                        ProbeFailed.class, e -> assertThat(e.why()).isEqualTo("unreachable"));
    }

    @ParameterizedTest(name = "{0} of {1}")
    @CsvSource(delimiter = '|', textBlock = """
            all < 1              | sum(                       | not PromQL
            all < 1              | up[5m]                     | gives no numbers
            all = 1              | vector(1)                  | asks for no series
            all = 0              | sum(rate(x[5m])) or vector(0) | stand-in after "or" meets the limit
            all < 1%             | x / y or vector(0)         | stand-in after "or" meets the limit
            all < 100ms          | x < 0.1                    | leaves only values that meet the limit
            all < 100ms          | (x < 0.05)                 | leaves only values that meet the limit
            all = 1              | x == 1                     | leaves only values that meet the limit
            all = 0              | count(up == 0)             | count of nothing is no series
            all < 1              | count(up == 0)             | count of nothing is no series
            none given=vector(1) | ALERTS                     | asks for no series
            none given=up{       | ALERTS                     | given= is not PromQL
            matches /x/          | up                         |
            exit 0               | up                         | has no exit
            all < 1              | x or vector(5)             |
            all < 100ms          | x < 0.2                    |
            all < 100ms          | x > 0.01                   |
            count = 3            | up == 1                    |
            all = 0              | count(up) - count(up == 1) |
            all < 100ms          | x > bool 0.1               |
            all < 1%             | (sum(a) or vector(0)) / sum(b) |
            all < 1              | up{ns="${ns}"}             |
            """)
    void aQueryThatCannotFailIsRefused(String expectation, String query, String refusal) throws Exception {
        Block block = Blocks.of("promql expect='" + expectation + "'", query);
        DocumentException refused = catchThrowableOfType(DocumentException.class, () -> probe.check(block));

        if (refusal == null) {
            assertThat(refused).isNull();
        } else {
            assertThat(refused.reason()).contains(refusal);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"take=x", "onn=us"})
    void anUnknownAttributeIsRefused(String attribute) throws Exception {
        Block block = Blocks.of("promql expect=\"all = 1\" " + attribute, "up");

        assertThatThrownBy(() -> probe.check(block)).hasMessageContaining("unknown attribute");
    }

    @Test
    void anErrorInAQueryHasItsPlaceInTheFile() throws Exception {
        Block block = Blocks.of("promql expect=\"all = 1\"", "sum(\n  up +\n)");
        DocumentException refused = catchThrowableOfType(DocumentException.class, () -> probe.check(block));

        assertThat(refused.line()).isBetween(3, 5);
        assertThat(refused.file()).isEqualTo("x.md");
    }
}
