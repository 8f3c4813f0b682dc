package dev.tars.console.connect.prometheus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tars.console.base.ConnectionReport.Status;
import dev.tars.console.base.Problem;
import dev.tars.console.connect.HandClock;
import dev.tars.console.connect.http.HttpEndpoint;
import dev.tars.console.connect.prometheus.PrometheusException.Kind;
import java.time.Duration;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Field case SLO-03: error bodies and what to do about them. */
class ErrorBodiesTest extends ServerTest {

    private static void noParserSpeaks(PrometheusException failure) {
        Problem p = failure.problem();
        assertThat(p.what() + p.where() + p.consequence() + p.mend() + p.details())
                .doesNotContainIgnoringCase("jackson")
                .doesNotContainIgnoringCase("token")
                .doesNotContain("Unexpected character", "line:", "column", "JsonParse", "com.fasterxml");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400|bad_data|parse error",
                "422|execution|found duplicate series",
                "422|422|error when executing query",
                "200|bad_data|parse error"
            })
    void aRefusedQueryIsNotAskedAgainAndTheServersTextIsShown(int status, String type, String error) {
        server.enqueue(Answers.json(
                status, "{\"status\":\"error\",\"errorType\":\"" + type + "\",\"error\":\"" + error + "\"}"));
        PrometheusClient client = client();
        PrometheusException failure = failure(client, "x");
        assertThat(failure.kind()).isEqualTo(Kind.BAD_QUERY);
        assertThat(failure.problem().what()).isEqualTo("Prometheus refuses the query: " + error + ".");
        assertThat(server.getRequestCount()).isEqualTo(1);
        assertThat(client.report().status()).isEqualTo(Status.ANSWERING);
    }

    @Test
    void aServerSideTimeoutIsTriedAgainWithItsTextShown() {
        for (int i = 0; i < 3; i++) {
            server.enqueue(Answers.json(
                    503, "{\"status\":\"error\",\"errorType\":\"timeout\",\"error\":\"query timed out\"}"));
        }
        PrometheusException failure = failure(client(), "x");
        assertThat(failure.kind()).isEqualTo(Kind.OVERLOADED);
        assertThat(failure.problem().what()).isEqualTo("Prometheus is overloaded: query timed out.");
        assertThat(server.getRequestCount()).isEqualTo(3);
    }

    @Test
    void anOverloadedServersPlainTextIsShown() {
        for (int i = 0; i < 3; i++) {
            server.enqueue(Answers.text(503, "text/plain", "too many outstanding requests\n"));
        }
        PrometheusClient client = client();
        PrometheusException failure = failure(client, "x");
        assertThat(failure.kind()).isEqualTo(Kind.OVERLOADED);
        assertThat(failure.problem().what()).contains("too many outstanding requests");
        assertThat(server.getRequestCount()).isEqualTo(3);
        assertThat(client.report().status()).isEqualTo(Status.FAILING);
        assertThat(client.report().problem()).contains(failure.problem());
    }

    @Test
    void aServerThatRecoversBetweenTriesAnswers() throws Exception {
        server.enqueue(Answers.text(503, "text/plain", "later"));
        server.enqueue(Answers.text(502, "text/html", "<h1>Bad Gateway</h1>"));
        server.enqueue(Answers.vector("1"));
        assertThat(ask(client(), "x").samples()).hasSize(1);
        assertThat(server.getRequestCount()).isEqualTo(3);
    }

    @Test
    void afterTooManyRequestsNothingIsAskedBeforeTheTimeGiven() throws Exception {
        HandClock clock = new HandClock();
        server.enqueue(limited("7"));
        server.enqueue(Answers.vector("1"));
        PrometheusClient client = client(HttpEndpoint.of(address("")), clock, clock);

        PrometheusException first = failure(client, "x");
        assertThat(first.kind()).isEqualTo(Kind.RATE_LIMITED);
        assertThat(first.notBefore()).contains(Duration.ofSeconds(7));

        clock.move(Duration.ofMillis(6_900));
        PrometheusException second = failure(client, "x");
        assertThat(second.kind()).isEqualTo(Kind.RATE_LIMITED);
        assertThat(second.notBefore()).contains(Duration.ofMillis(100));
        assertThat(server.getRequestCount()).isEqualTo(1);

        clock.move(Duration.ofMillis(100));
        assertThat(ask(client, "x").samples()).hasSize(1);
    }

    @Test
    void theTimeGivenMayBeADateOfTheServersClock() {
        HandClock clock = new HandClock();
        server.enqueue(limited("Wed, 25 Nov 2026 14:00:30 GMT")
                .newBuilder()
                .addHeader("Date", "Wed, 25 Nov 2026 14:00:00 GMT")
                .build());
        PrometheusException failure = failure(client(HttpEndpoint.of(address("")), clock, clock), "x");
        assertThat(failure.notBefore()).contains(Duration.ofSeconds(30));
    }

    @Test
    void aShortWaitIsWaitedInsideTheCall() throws Exception {
        server.enqueue(limited("1"));
        server.enqueue(Answers.vector("1"));
        InstantAnswer answer = ask(client(), "x");
        assertThat(answer.took()).isBetween(Duration.ofMillis(950), Duration.ofSeconds(4));
    }

    private static MockResponse limited(String retryAfter) {
        return new MockResponse.Builder()
                .code(429)
                .addHeader("Retry-After", retryAfter)
                .addHeader("Content-Type", "text/html")
                .body("<html>slow down</html>")
                .build();
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403})
    void rejectedCredentialsAreNotTriedAgain(int status) {
        server.enqueue(new MockResponse.Builder().code(status).build());
        PrometheusException failure = failure(client(), "x");
        assertThat(failure.kind()).isEqualTo(Kind.UNAUTHORIZED);
        assertThat(failure.problem().what()).contains("credentials rejected");
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void warningsMakeTheAnswerPartial() throws Exception {
        server.enqueue(
                Answers.json(
                        200,
                        "{\"status\":\"success\",\"warnings\":[\"store x unavailable\"],\"data\":{\"resultType\":\"vector\",\"result\":[]}}"));
        PrometheusClient client = client();
        InstantAnswer answer = ask(client, "x");
        assertThat(answer.isPartial()).isTrue();
        assertThat(answer.warnings()).containsExactly("store x unavailable");
        assertThat(client.report().status()).isEqualTo(Status.PARTIAL);
        assertThat(client.report().note()).isEqualTo("store x unavailable");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"message\":\"bad gateway config\"}",
                "[1,2]",
                "\"hello\"",
                "<html><body>Sign in</body></html>",
                "nonsense",
                "{\"status\":\"success\"}",
                "{\"status\":\"success\",\"data\":null}",
                "{\"status\":\"success\",\"data\":{}}",
                "{\"status\":\"success\",\"data\":{\"resultType\":\"vector\",\"result\":[7]}}",
                "{\"status\":\"success\",\"data\":{\"resultType\":\"vector\",\"result\":[{\"metric\":{},\"value\":[1,\"x\"]}]}}",
                "{\"status\":\"success\",\"data\":{\"resultType\":\"vector\",\"result\":[{\"metric\":{},\"value\":[1]}]}}",
                "{\"status\":\"success\",\"data\":{\"resultType\":\"vector\",\"result\":[{\"metric\":{\"a\":[]},\"value\":[1,\"1\"]}]}}",
                "{\"status\":\"success\",\"data\":{\"resultType\":\"vector\",\"result\":[{\"metric\":{}}]}}",
                "{\"status\":\"success\",\"data\":{\"resultType\":\"vector\",\"result\":[{\"metric\":{},\"values\":[[1,\"1\"]]}]}}",
                "{\"status\":\"success\",\"data\":{\"resultType\":\"matrix\",\"result\":[{\"metric\":{},\"value\":[1,\"1\"]}]}}",
                "{\"status\":\"success\",\"data\":{\"resultType\":\"vector\",\"result\":[1,\"1\"]}}",
                "{\"status\":\"success\",\"data\":{\"resultType\":\"scalar\",\"result\":[]}}",
                "{\"status\":\"success\",\"data\":{\"resultType\":\"cube\",\"result\":[]}}",
                "{\"status\":\"success\",\"data\":{\"resultType\":\"vector\",\"result\":[]}} trailing",
                "\u0000\u0001\u0002\u0003"
            })
    void whatIsNotPrometheusIsNeverNoData(String body) {
        server.enqueue(Answers.json(200, body));
        PrometheusException failure = failure(client(), "x");
        assertThat(failure.kind()).isEqualTo(Kind.NOT_PROMETHEUS);
        assertThat(failure.problem().details()).isEqualTo(body);
        noParserSpeaks(failure);
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void anEmptyBodyIsSaidToBeEmpty() {
        server.enqueue(Answers.json(200, ""));
        PrometheusException failure = failure(client(), "x");
        assertThat(failure.kind()).isEqualTo(Kind.NOT_PROMETHEUS);
        assertThat(failure.problem().what()).isEqualTo("The answer is empty.");
    }

    @Test
    void validJsonWithABadStatusShowsItsBody() {
        server.enqueue(Answers.json(400, "{\"message\":\"bad gateway config\"}"));
        PrometheusException failure = failure(client(), "x");
        assertThat(failure.kind()).isEqualTo(Kind.NOT_PROMETHEUS);
        assertThat(failure.problem().what()).contains("bad gateway config");
    }

    @Test
    void aWrongPathSaysSo() {
        server.enqueue(Answers.text(404, "text/plain", "404 page not found\n"));
        PrometheusException failure = failure(client(), "x");
        assertThat(failure.kind()).isEqualTo(Kind.NOT_PROMETHEUS);
        assertThat(failure.problem().mend()).contains("path");
    }

    @ParameterizedTest
    @CsvSource({"500,SERVER_ERROR,1", "502,UNREACHABLE,3", "504,UNREACHABLE,3", "503,OVERLOADED,3"})
    void serverErrorsAreNamedAndGatewaysTriedAgain(int status, Kind kind, int requests) {
        for (int i = 0; i < 3; i++) {
            server.enqueue(Answers.text(status, "text/html", "<b>oops</b>"));
        }
        PrometheusException failure = failure(client(), "x");
        assertThat(failure.kind()).isEqualTo(kind);
        assertThat(failure.problem().what()).contains("oops");
        assertThat(server.getRequestCount()).isEqualTo(requests);
    }

    @Test
    void controlCharactersOfAServerStayOutOfTheSentence() {
        server.enqueue(Answers.text(500, "text/plain", "a\u001b[31mred\r\nFAKE LOG\u202e"));
        assertThat(failure(client(), "x").problem().what()).endsWith(": a [31mred FAKE LOG.");
    }

    @Test
    void deeplyNestedJsonIsRefused() {
        server.enqueue(Answers.json(200, "{\"x\":" + "[".repeat(100_000)));
        PrometheusException failure = failure(client(), "x");
        assertThat(failure.kind()).isEqualTo(Kind.NOT_PROMETHEUS);
        noParserSpeaks(failure);
    }
}
