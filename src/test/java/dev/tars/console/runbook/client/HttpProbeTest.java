package dev.tars.console.runbook.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tars.console.base.Ticker;
import dev.tars.console.connect.http.Auth;
import dev.tars.console.connect.http.HttpEndpoint;
import dev.tars.console.connect.http.Tls;
import dev.tars.console.runbook.Block;
import dev.tars.console.runbook.Blocks;
import dev.tars.console.runbook.ProbeFailed;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@SuppressWarnings("NullAway.Init") // JUnit fills them
class HttpProbeTest {

    @TempDir
    private Path folder;

    private final MockWebServer server = new MockWebServer();

    @BeforeEach
    void start() throws Exception {
        server.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private String ask(String info) throws Exception {
        return ask(info, HttpEndpoint::of, server.url("/health?deep=1").toString());
    }

    private static String ask(String info, Function<URI, HttpEndpoint> endpoints, String address) throws Exception {
        HttpProbe probe = new HttpProbe(endpoints, Ticker.system());
        Block block = Blocks.of("http " + info, "GET ${url}");
        probe.check(block);
        return Blocks.word(
                probe.ask(
                        block,
                        new dev.tars.console.runbook.ProbeContext(
                                Map.of("url", address.replace("?deep=1", "")),
                                n -> Optional.empty(),
                                java.util.List::of,
                                Clock.systemUTC())),
                block);
    }

    private void answers(int status, String body) {
        server.enqueue(new MockResponse.Builder()
                .code(status)
                .addHeader("X-Version", "1.0.1")
                .body(body)
                .build());
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "200, ok, expect=\"status 200\", met",
                "204, , expect=\"status 200\", missed",
                "401, no, expect=\"status 401\", met",
                "500, no, expect=\"status 200\", missed",
                "200, {\"status\":\"healthy\"}, expect=\"matches /^(healthy|ok)$/\" take=/status, met",
                "200, {\"status\":\"degraded\"}, expect=\"matches /^(healthy|ok)$/\" take=/status, missed",
                "200, {\"state\":\"healthy\"}, expect=\"matches /^(healthy|ok)$/\" take=/status, unknown",
                "200, {\"queue\":{\"depth\":49}}, expect=\"all < 50\" take=/queue/depth, met",
                "200, {\"took\":49}, expect=\"all < 50ms\" take=/took unit=ms, met",
                "200, x, expect=\"matches /^1\\.0\\.1$/\" take=header:X-Version, met",
                "200, x, expect=\"matches /./\" take=header:X-None, unknown",
                "200, fine, expect=\"matches /fine/\" take=body, met",
                "200, fine, expect=\"all < 30s\" take=latency, met"
            })
    void aPartOfTheAnswerIsJudged(int status, String body, String info, String expected) throws Exception {
        answers(status, body == null ? "" : body);

        assertThat(ask(info)).isEqualTo(expected);
    }

    @Test
    void theBodyOfAnErrorIsNoAnswer() {
        answers(500, "{\"status\":\"healthy\"}");
        assertThatThrownBy(() -> ask("expect=\"matches /healthy/\" take=/status"))
                .isInstanceOfSatisfying(
                        ProbeFailed.class, e -> assertThat(e.words()).contains("it answered 500"));
        answers(200, "<html>login</html>");
        assertThatThrownBy(() -> ask("expect=\"matches /healthy/\" take=/status"))
                .isInstanceOfSatisfying(
                        ProbeFailed.class, e -> assertThat(e.why()).isEqualTo("not JSON"));
    }

    @Test
    void pathAndParametersArriveAsWritten() throws Exception {
        answers(200, "");
        HttpProbe probe = new HttpProbe(HttpEndpoint::of, Ticker.system());
        Block block = Blocks.of("http expect=\"status 200\"", "GET " + server.url("/api/v1/a%20b?x=1%262&y=") + "");
        probe.check(block);
        probe.ask(block, Blocks.context(Map.of()));

        assertThat(server.takeRequest().getTarget()).isEqualTo("/api/v1/a%20b?x=1%262&y=");
    }

    @Test
    void whoDoesNotAnswerIsUnreachable() {
        String address = server.url("/").toString();
        server.close();

        assertThatThrownBy(() -> ask("expect=\"status 200\"", HttpEndpoint::of, address))
                .isInstanceOfSatisfying(
                        ProbeFailed.class, e -> assertThat(e.why()).isEqualTo("unreachable"));
    }

    @Test
    void daysLeftOfACertificateAreCounted() throws Exception {
        HeldCertificate held = new HeldCertificate.Builder()
                .addSubjectAlternativeName("localhost")
                .duration(20, java.util.concurrent.TimeUnit.DAYS)
                .build();
        Path trust = Files.writeString(folder.resolve("ca.pem"), held.certificatePem());
        try (MockWebServer secure = new MockWebServer()) {
            secure.useHttps(new HandshakeCertificates.Builder()
                    .heldCertificate(held)
                    .build()
                    .sslSocketFactory());
            secure.start();
            Function<URI, HttpEndpoint> trusting = origin -> new HttpEndpoint(
                    origin, Auth.none(), Map.of(), Optional.of(Tls.trusting(trust)), Duration.ofSeconds(10));
            String address = "https://localhost:" + secure.getPort() + "/";
            secure.enqueue(new MockResponse.Builder().build());
            secure.enqueue(new MockResponse.Builder().build());

            assertThat(ask("expect=\"all > 30d\" take=certificate", trusting, address))
                    .isEqualTo("missed");
            assertThat(ask("expect=\"all > 19d\" take=certificate", trusting, address))
                    .isEqualTo("met");
        }
        answers(200, "");
        assertThatThrownBy(() -> ask("expect=\"all > 30d\" take=certificate"))
                .isInstanceOfSatisfying(
                        ProbeFailed.class, e -> assertThat(e.why()).isEqualTo("no certificate"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            expect="status 200"               | POST http://x/ | not one line GET ADDRESS
            expect="status 200"               | /health        | not one line GET ADDRESS
            expect="status 200" take=latency  | GET http://x/  | status is not taken
            expect="all < 5" take=latency     | GET http://x/  | the limit has a unit
            expect="all < 5ms" take=/a        | GET http://x/  | the limit has a unit
            expect="all < 5" take=speed       | GET http://x/  | "speed" cannot be taken
            expect="none given=x"             | GET http://x/  | none given= cannot be asked of http
            expect="status 200" for=5m        | GET http://x/  | for asks for the past
            """)
    void whatCannotBeAskedIsRefused(String info, String body, String refusal) throws Exception {
        Block block = Blocks.of("http " + info, body);

        assertThatThrownBy(() -> new HttpProbe(HttpEndpoint::of, Ticker.system()).check(block))
                .hasMessageContaining(refusal);
    }
}
