package dev.tars.console.connect.prometheus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tars.console.connect.HandClock;
import dev.tars.console.connect.http.HttpEndpoint;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Rules, targets, build and runtime, and the clock, as a server tells them. */
class ServerAnswersTest extends ServerTest {

    @Test
    void rulesAreReadWithTheirHealth() throws Exception {
        server.enqueue(Answers.data("{\"groups\":[{\"name\":\"g\",\"file\":\"r.yaml\",\"interval\":15,\"limit\":0,"
                + "\"evaluationTime\":0.0007,\"lastEvaluation\":\"2026-11-25T01:21:27.673316793Z\",\"rules\":["
                + "{\"name\":\"job:up:sum\",\"query\":\"sum by (job) (up)\",\"health\":\"ok\",\"evaluationTime\":0.5,"
                + "\"lastEvaluation\":\"2026-11-25T03:21:27+02:00\",\"type\":\"recording\"},"
                + "{\"state\":\"firing\",\"name\":\"Down\",\"query\":\"up == 0\",\"duration\":90,\"labels\":{\"severity\":\"critical\"},"
                + "\"annotations\":{\"summary\":\"s\"},\"alerts\":[{\"state\":\"firing\"},{}],\"health\":\"err\",\"lastError\":\"many\","
                + "\"evaluationTime\":1e-05,\"lastEvaluation\":\"0001-01-01T00:00:00Z\",\"type\":\"alerting\"},"
                + "{\"name\":\"new\",\"query\":\"1\",\"health\":\"odd\",\"type\":\"recording\",\"labels\":null}]}]}"));
        List<RuleGroup> groups = client().rules();
        assertThat(server.takeRequest().getTarget()).isEqualTo("/api/v1/rules");
        assertThat(groups).hasSize(1);
        RuleGroup group = groups.get(0);
        assertThat(group.name()).isEqualTo("g");
        assertThat(group.interval()).isEqualTo(Duration.ofSeconds(15));
        assertThat(group.evaluationTime()).isEqualTo(Duration.ofNanos(700_000));
        assertThat(group.lastEvaluation()).contains(Instant.parse("2026-11-25T01:21:27.673316793Z"));
        RuleGroup.Rule record = group.rules().get(0);
        assertThat(record.type()).isEqualTo(RuleGroup.Type.RECORDING);
        assertThat(record.health()).isEqualTo(RuleGroup.Health.OK);
        assertThat(record.lastEvaluation()).contains(Instant.parse("2026-11-25T01:21:27Z"));
        assertThat(record.state()).isEmpty();
        RuleGroup.Rule alert = group.rules().get(1);
        assertThat(alert.type()).isEqualTo(RuleGroup.Type.ALERTING);
        assertThat(alert.health()).isEqualTo(RuleGroup.Health.ERR);
        assertThat(alert.lastError()).isEqualTo("many");
        assertThat(alert.lastEvaluation()).isEmpty();
        assertThat(alert.state()).contains("firing");
        assertThat(alert.holdFor()).isEqualTo(Duration.ofSeconds(90));
        assertThat(alert.labels()).isEqualTo(Map.of("severity", "critical"));
        assertThat(alert.activeAlerts()).isEqualTo(2);
        assertThat(group.rules().get(2).health()).isEqualTo(RuleGroup.Health.UNKNOWN);
    }

    @Test
    void targetsAreReadWithTheirHealth() throws Exception {
        server.enqueue(
                Answers.data(
                        "{\"activeTargets\":["
                                + "{\"labels\":{\"job\":\"a\"},\"scrapePool\":\"a\",\"scrapeUrl\":\"http://h/metrics\",\"lastError\":\"refused\","
                                + "\"lastScrape\":\"2026-11-25T01:21:27Z\",\"lastScrapeDuration\":0.25,\"health\":\"down\"},"
                                + "{\"labels\":{\"job\":\"b\"},\"scrapePool\":\"b\",\"scrapeUrl\":\"u\",\"lastError\":\"\","
                                + "\"lastScrape\":\"0001-01-01T00:00:00Z\",\"health\":\"unknown\"},{\"health\":\"up\"}],\"droppedTargets\":[{}]}"));
        List<Target> targets = client().targets();
        assertThat(server.takeRequest().getTarget()).isEqualTo("/api/v1/targets?state=active");
        assertThat(targets)
                .extracting(Target::health)
                .containsExactly(Target.Health.DOWN, Target.Health.UNKNOWN, Target.Health.UP);
        assertThat(targets.get(0).lastError()).isEqualTo("refused");
        assertThat(targets.get(0).lastScrapeDuration()).isEqualTo(Duration.ofMillis(250));
        assertThat(targets.get(1).lastScrape()).isEmpty();
    }

    @Test
    void buildAndRuntimeAreRead() throws Exception {
        PrometheusClient client = client();
        server.enqueue(Answers.data("{\"version\":\"2.42.0+ds\",\"goVersion\":\"go1.19.8\"}"));
        assertThat(client.buildInfo()).isEqualTo(new BuildInfo("2.42.0+ds", "", "", "", "go1.19.8"));
        assertThat(client.report().note()).isEqualTo("");
        server.enqueue(Answers.data("{\"startTime\":\"2026-11-25T01:21:19.8575211Z\",\"reloadConfigSuccess\":false,"
                + "\"lastConfigTime\":\"2026-11-25T01:21:19Z\",\"storageRetention\":\"15d\"}"));
        RuntimeInfo runtime = client.runtimeInfo();
        assertThat(runtime.reloadConfigSuccess()).isFalse();
        assertThat(runtime.lastConfigTime()).contains(Instant.parse("2026-11-25T01:21:19Z"));
        assertThat(runtime.storageRetention()).isEqualTo("15d");
        assertThat(client.report().note()).isEqualTo("2.42.0+ds");
    }

    @Test
    void anAnswerWithoutItsListIsNotAnEmptyList() {
        for (String data : List.of("{}", "[]", "\"x\"", "{\"other\":1}")) {
            server.enqueue(Answers.data(data));
            assertThatThrownBy(() -> client().rules())
                    .as(data)
                    .isInstanceOfSatisfying(
                            PrometheusException.class,
                            e -> assertThat(e.kind()).isEqualTo(PrometheusException.Kind.NOT_PROMETHEUS));
        }
    }

    @Test
    void theClockIsMeasuredFromDateHeaders() throws Exception {
        HandClock clock = new HandClock();
        PrometheusClient client = client(HttpEndpoint.of(address("")), clock, clock);
        server.enqueue(Answers.empty()
                .newBuilder()
                .addHeader("Date", "Wed, 25 Nov 2026 12:01:30 GMT")
                .build());
        ask(client, "x");
        assertThat(client.report().skew().orElseThrow()).isBetween(Duration.ofSeconds(90), Duration.ofSeconds(91));
    }

    @Test
    void theClockIsMeasuredBetterFromAnAnswersTime() throws Exception {
        HandClock clock = new HandClock();
        PrometheusClient client = client(HttpEndpoint.of(address("")), clock, clock);
        double server90 = HandClock.START.getEpochSecond() + 90.25;
        server.enqueue(Answers.data("{\"resultType\":\"scalar\",\"result\":[" + (long) server90 + ".250,\"1\"]}"));
        ask(client, "1");
        assertThat(client.report().skew().orElseThrow())
                .isBetween(Duration.ofMillis(90_000), Duration.ofMillis(90_600));
        assertThat(client.clockSkew().orElseThrow().within()).isLessThan(Duration.ofMillis(300));
    }
}
