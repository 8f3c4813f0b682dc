package dev.tars.console.connect.prometheus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tars.console.connect.http.Auth;
import dev.tars.console.connect.http.HttpEndpoint;
import dev.tars.console.connect.http.Secret;
import dev.tars.console.connect.http.SecretMissing;
import dev.tars.console.connect.prometheus.PrometheusException.Kind;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import okhttp3.Credentials;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Field case SLO-04: a base URL with a path; what goes with a call and what nobody sees. */
class AddressTest extends ServerTest {
    private static final String EXPR = "sum(rate(x{a=~\"b+c\"}[5m]))";
    private static final String PASSWORD = "s3cr3t-p4ss";

    /** A secret a test can print by mistake. */
    private record Known(String reference, String value) implements Secret {
        @Override
        public String resolve() throws SecretMissing {
            if (value.isEmpty()) {
                throw new SecretMissing(reference, "the variable is not set", "Set it.");
            }
            return value;
        }

        @Override
        public String toString() {
            return reference;
        }
    }

    private RecordedRequest asked(URI base) throws Exception {
        server.enqueue(Answers.empty());
        ask(client(base), EXPR);
        return server.takeRequest();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/prom|/prom/api/v1/query",
                "/prom/|/prom/api/v1/query",
                "''|/api/v1/query",
                "/|/api/v1/query",
                "/select/7/prometheus/?team=x|/select/7/prometheus/api/v1/query",
                "/a%2Fb|/a%2Fb/api/v1/query"
            })
    void thePathOfTheBaseIsAPrefix(String path, String expected) throws Exception {
        assertThat(asked(address(path)).getUrl().encodedPath()).isEqualTo(expected);
    }

    @Test
    void aPlusInTheQueryArrivesAsAPlus() throws Exception {
        RecordedRequest request = asked(address("/prom"));
        assertThat(request.getTarget()).contains("%22b%2Bc%22").doesNotContain("+");
        assertThat(request.getUrl().queryParameter("query")).isEqualTo(EXPR);
    }

    @Test
    void parametersOfTheBaseAreKeptOnEachCallAndUserInfoBecomesBasicAuth() throws Exception {
        URI base = URI.create(
                "http://u:" + PASSWORD + "@127.0.0.1:" + server.getPort() + "/select/7/prometheus/?team=x&team=y%26z");
        RecordedRequest request = asked(base);
        assertThat(request.getTarget())
                .startsWith("/select/7/prometheus/api/v1/query?team=x&team=y%26z&query=")
                .doesNotContain(PASSWORD);
        assertThat(request.getHeaders().get("Authorization")).isEqualTo(Credentials.basic("u", PASSWORD));
    }

    @Test
    void theFourBasesOfTheFieldCase() {
        assertThat(HttpEndpoint.of(URI.create("http://mon.example:9090/prom")).address())
                .isEqualTo("http://mon.example:9090/prom");
        assertThat(HttpEndpoint.of(URI.create("http://mon.example:9090/prom/")).address())
                .isEqualTo("http://mon.example:9090/prom");
        assertThat(HttpEndpoint.of(URI.create("http://mon.example:9090")).address())
                .isEqualTo("http://mon.example:9090");
        HttpEndpoint last = HttpEndpoint.of(URI.create("https://u:p@mon.example/select/7/prometheus/?team=x"));
        assertThat(last.address()).isEqualTo("https://mon.example/select/7/prometheus");
        assertThat(last.base()).isEqualTo(URI.create("https://mon.example/select/7/prometheus/?team=x"));
        assertThat(last.auth()).isInstanceOf(Auth.Basic.class);
    }

    @Test
    void noTextShowsASecret() {
        server.enqueue(new MockResponse.Builder().code(401).build());
        HttpEndpoint endpoint = new HttpEndpoint(
                URI.create("http://u:" + PASSWORD + "@127.0.0.1:" + server.getPort() + "/?token=" + PASSWORD),
                Auth.none(),
                Map.of("X-Token", PASSWORD),
                Optional.empty(),
                Duration.ofSeconds(2));
        PrometheusClient client = client(endpoint);
        PrometheusException failure = failure(client, "x");
        StringBuilder all = new StringBuilder()
                .append(endpoint)
                .append(endpoint.auth())
                .append(endpoint.address())
                .append(client.report())
                .append(failure)
                .append(failure.problem());
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            all.append(cause);
        }
        assertThat(all.toString()).contains("X-Token").doesNotContain(PASSWORD);
        assertThat(endpoint.base().toString()).doesNotContain("u:" + PASSWORD);
    }

    @Test
    void aBearerTokenIsReadAnewForEachCall() throws Exception {
        StringBuilder value = new StringBuilder("first");
        Secret renewed = new Secret() {
            @Override
            public String reference() {
                return "file:token";
            }

            @Override
            public String resolve() {
                return value + "\n";
            }
        };
        PrometheusClient client = client(new HttpEndpoint(
                address(""),
                new Auth.Bearer(renewed),
                Map.of("X-Scope-OrgID", "tenant"),
                Optional.empty(),
                Duration.ofSeconds(2)));
        server.enqueue(Answers.empty());
        server.enqueue(Answers.empty());
        ask(client, "x");
        value.replace(0, 5, "second");
        ask(client, "x");
        RecordedRequest one = server.takeRequest();
        assertThat(one.getHeaders().get("Authorization")).isEqualTo("Bearer first");
        assertThat(one.getHeaders().get("X-Scope-OrgID")).isEqualTo("tenant");
        assertThat(server.takeRequest().getHeaders().get("Authorization")).isEqualTo("Bearer second");
    }

    @Test
    void aMissingSecretIsSaidAndNothingIsAsked() {
        Auth auth = new Auth.Bearer(new Known("env:PROM_TOKEN", ""));
        PrometheusException failure = failure(
                client(new HttpEndpoint(address(""), auth, Map.of(), Optional.empty(), Duration.ofSeconds(2))), "x");
        assertThat(failure.kind()).isEqualTo(Kind.SECRET_MISSING);
        assertThat(failure.problem().what())
                .isEqualTo("The secret env:PROM_TOKEN cannot be read: the variable is not set.");
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void aTokenThatNoHeaderCarriesIsRefusedWithoutShowingIt() {
        Auth auth = new Auth.Bearer(new Known("env:PROM_TOKEN", "tok\nen-value"));
        PrometheusException failure = failure(
                client(new HttpEndpoint(address(""), auth, Map.of(), Optional.empty(), Duration.ofSeconds(2))), "x");
        assertThat(failure.kind()).isEqualTo(Kind.SECRET_MISSING);
        assertThat(failure.problem().toString()).doesNotContain("en-value");
    }

    @Test
    void aLongQueryTravelsAsAForm() throws Exception {
        server.enqueue(Answers.empty());
        String expr = "x{a=~\"b+c&d=ä\"} or " + "y".repeat(2500);
        PrometheusClient client = client(address("/prom/?team=x"));
        client.query(expr, Optional.of(Instant.ofEpochMilli(1_763_978_400_283L)));
        RecordedRequest request = server.takeRequest();
        assertThat(request.getMethod()).isEqualTo("POST");
        assertThat(request.getTarget()).isEqualTo("/prom/api/v1/query?team=x");
        assertThat(request.getHeaders().get("Content-Type")).startsWith("application/x-www-form-urlencoded");
        String body = request.getBody().utf8();
        assertThat(URLDecoder.decode(body, StandardCharsets.UTF_8)).isEqualTo("query=" + expr + "&time=1763978400.283");
    }

    @Test
    void whereFormsAreRefusedTheQueryTravelsInTheAddressFromThenOn() throws Exception {
        server.enqueue(Answers.text(405, "text/plain", "Method Not Allowed"));
        server.enqueue(Answers.empty());
        server.enqueue(Answers.empty());
        String expr = "y".repeat(2500);
        PrometheusClient client = client();
        ask(client, expr);
        ask(client, expr);
        assertThat(server.takeRequest().getMethod()).isEqualTo("POST");
        RecordedRequest second = server.takeRequest();
        assertThat(second.getMethod()).isEqualTo("GET");
        assertThat(second.getUrl().queryParameter("query")).isEqualTo(expr);
        assertThat(server.takeRequest().getMethod()).isEqualTo("GET");
    }

    @ParameterizedTest
    @ValueSource(strings = {"de-DE", "ar-EG", "tr-TR"})
    void noLocaleChangesWhatIsSent(String tag) throws Exception {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag(tag));
        try {
            server.enqueue(Answers.data("{\"resultType\":\"matrix\",\"result\":[]}"));
            client().queryRange(
                            "x > 14.4",
                            Instant.ofEpochMilli(1_763_978_400_283L),
                            Instant.ofEpochMilli(1_763_978_500_283L),
                            Duration.ofMillis(1500));
            assertThat(server.takeRequest().getTarget())
                    .isEqualTo(
                            "/api/v1/query_range?query=x%20%3E%2014.4&start=1763978400.283&end=1763978500.283&step=1.500");
        } finally {
            Locale.setDefault(before);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://host/", "host:9090", "mailto:a@b", "/prom"})
    void anAddressThatIsNoneIsRefused(String address) {
        assertThatThrownBy(() -> HttpEndpoint.of(URI.create(address)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("http://HOST");
    }

    @Test
    void aBadHeaderOrTimeLimitIsRefusedWithoutItsValue() {
        URI base = address("");
        assertThatThrownBy(() -> new HttpEndpoint(
                        base, Auth.none(), Map.of("X", "va\nlue"), Optional.empty(), Duration.ofSeconds(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the value of header X has a character that no header can carry");
        assertThatThrownBy(() -> new HttpEndpoint(
                        base, Auth.none(), Map.of("a b", "v"), Optional.empty(), Duration.ofSeconds(1)))
                .hasMessageContaining("\"a b\"");
        assertThatThrownBy(() -> new HttpEndpoint(base, Auth.none(), Map.of(), Optional.empty(), Duration.ZERO))
                .hasMessageContaining("timeout must be above 0");
    }
}
