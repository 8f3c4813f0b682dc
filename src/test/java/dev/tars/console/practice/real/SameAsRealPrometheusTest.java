package dev.tars.console.practice.real;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tars.console.base.Progress;
import dev.tars.console.base.Ticker;
import dev.tars.console.practice.Eventually;
import dev.tars.console.practice.Http;
import dev.tars.console.practice.RealBinary;
import dev.tars.console.practice.ShippedRules;
import dev.tars.console.practice.front.Fault;
import dev.tars.console.practice.front.Front;
import dev.tars.console.practice.history.CoarseHistory;
import dev.tars.console.practice.history.DetailedHistory;
import dev.tars.console.practice.model.Simulation;
import dev.tars.console.practice.rules.Rule;
import dev.tars.console.practice.rules.RuleFile;
import dev.tars.console.practice.rules.RuleGroup;
import dev.tars.console.practice.server.BuiltInPrometheus;
import dev.tars.console.practice.store.TimeSeriesStore;
import dev.tars.console.promql.PromqlEngine;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The built-in server beside a real Prometheus that holds the very same samples: eighty minutes of practice, its records and
 * coarse weeks before them. Values may differ by 1e-9 of their size, as sums are taken in another order; words and
 * everything else not at all.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SameAsRealPrometheusTest {
    private static final double TOLERANCE = 1e-9;

    private final Instant now = Instant.now(Clock.systemUTC()).truncatedTo(ChronoUnit.SECONDS);
    private final Instant from = now.minus(Duration.ofMinutes(80));
    private final TimeSeriesStore store = new TimeSeriesStore();
    private final PromqlEngine engine = new PromqlEngine(store, Duration.ofMinutes(5));
    private final List<RuleGroup> groups = new ArrayList<>();
    private final ExecutorService workers = Executors.newCachedThreadPool();

    private RealPrometheus real;
    private BuiltInPrometheus builtIn;
    private Front front;

    @BeforeAll
    void loadBoth(@TempDir Path folder) throws Exception {
        Path prometheus = RealBinary.require("prometheus");
        Path promtool = RealBinary.require("promtool");
        Duration interval = Duration.ofSeconds(15);
        new DetailedHistory(new Simulation(11, from), store, interval).simulate(now);
        for (RuleFile.Group group : RuleFile.read(ShippedRules.recording(), "recording_rules.yaml", interval)) {
            RuleGroup running = new RuleGroup(group, engine, store, Ticker.system());
            running.backfill(from, now);
            groups.add(running);
        }
        List<CoarseHistory.Line> coarse = CoarseHistory.of(store, from, Duration.ofDays(2), 11);
        real = RealPrometheus.start(
                prometheus,
                Optional.of(promtool),
                folder,
                new RealPrometheus.Setting(List.of(), interval, Map.of(), store, coarse),
                Ticker.system(),
                Progress.ignored());
        // A running Prometheus looks for new blocks once a minute.
        Eventually.holds(
                Duration.ofSeconds(100),
                "the weeks are in",
                () -> !Http.query(real.address(), "tars:slo:api_latency_p95:5m offset 30h")
                        .isEmpty());
        coarse.forEach(line -> store.putCoarse(line.labels(), line.millis(), line.values()));
        builtIn = new BuiltInPrometheus(
                store,
                engine,
                groups,
                List.of(),
                interval,
                new BuiltInPrometheus.Retention(Duration.ofHours(3), Duration.ofDays(40)),
                Clock.systemUTC(),
                Ticker.system());
        front = new Front(builtIn.api(), () -> Fault.NONE, Duration.ZERO, Ticker.system(), workers);
    }

    @AfterAll
    void closeBoth() {
        if (real != null) {
            real.close();
        }
        if (front != null) {
            front.close();
            builtIn.close();
        }
        workers.shutdownNow();
    }

    @Test
    void allShippedRecordsAgree() throws Exception {
        int compared = 0;
        for (RuleGroup group : groups) {
            for (Rule rule : group.group().rules()) {
                String range = "&start=" + from.plusSeconds(60).getEpochSecond() + "&end=" + now.getEpochSecond();
                compared += sameMatrix(rule.name(), rule.query(), range + "&step=61");
                compared += sameMatrix(rule.name() + ", recorded", rule.name(), range + "&step=30");
            }
        }
        // Only what a Prometheus tells of itself is missing in this history.
        assertThat(compared).isGreaterThan(50_000);
    }

    @Test
    void coarseHistoryAgreesAndMeetsTheDetailedWithoutAGap() throws Exception {
        String range = "&start=" + now.minus(Duration.ofHours(40)).getEpochSecond() + "&end=" + now.getEpochSecond()
                + "&step=300";
        int points = sameMatrix("coarse", "tars:slo:api_latency_p95:5m{region=\"us-east-1\"}", range);
        assertThat(points).isEqualTo(40 * 12 + 1);
    }

    private int sameMatrix(String what, String query, String range) throws Exception {
        String path = "/api/v1/query_range?query=" + Http.encode(query) + range;
        Map<String, JsonNode> expected = bySeries(Http.json(real.address(), path), what);
        Map<String, JsonNode> actual = bySeries(Http.json(front.address(), path), what);
        assertThat(actual.keySet()).as(what).isEqualTo(expected.keySet());
        int points = 0;
        for (Map.Entry<String, JsonNode> series : expected.entrySet()) {
            JsonNode theirs = series.getValue();
            JsonNode ours = Objects.requireNonNull(actual.get(series.getKey()));
            assertThat(ours.size()).as(what + series.getKey()).isEqualTo(theirs.size());
            for (int i = 0; i < theirs.size(); i++) {
                sameValue(what + series.getKey(), theirs.get(i), ours.get(i));
            }
            points += theirs.size();
        }
        return points;
    }

    private static void sameValue(String what, JsonNode theirs, JsonNode ours) {
        assertThat(ours.get(0)).as(what).isEqualTo(theirs.get(0));
        String left = theirs.get(1).asText();
        String right = ours.get(1).asText();
        if (!left.equals(right)) {
            double expected = Double.parseDouble(left);
            assertThat(Math.abs(Double.parseDouble(right) - expected))
                    .as("%s at %s: %s, not %s", what, theirs.get(0), right, left)
                    .isLessThanOrEqualTo(TOLERANCE * Math.max(1e-12, Math.abs(expected)));
        }
    }

    private static Map<String, JsonNode> bySeries(JsonNode answer, String what) {
        assertThat(answer.path("status").asText()).as("%s: %s", what, answer).isEqualTo("success");
        Map<String, JsonNode> series = new TreeMap<>();
        answer.path("data").path("result").forEach(one -> series.put(labels(one), one.path("values")));
        return series;
    }

    private static String labels(JsonNode series) {
        Map<String, String> labels = new TreeMap<>();
        series.path("metric")
                .fields()
                .forEachRemaining(
                        label -> labels.put(label.getKey(), label.getValue().asText()));
        return labels.toString();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "query?query=up&time=NOW",
                "query?query=1%2F3&time=NOW",
                "query?query=1e-7*3&time=NOW.25",
                "query?query=2e21%2B1&time=NOW",
                "query?query=vector(3e-7)&time=NOW.25",
                "query?query=vector(-2e21)&time=NOW.25",
                "query?query=vector(0.1%2B0.2)&time=NOW.007",
                "query_range?query=3e-7&start=NOW&end=NOW&step=1m",
                "series?match%5B%5D=up&start=never",
                "query?query=-1%2F0&time=NOW",
                "query?query=0%2F0&time=NOW",
                "query?query=%22hi%22&time=NOW.1",
                "query?query=nothing_here&time=NOW",
                "query?query=up%7Bjob%3D%22redis%22%7D%5B1m%5D&time=NOW",
                "query?query=tars:slo:availability:1m&time=2026-01-01T00:00:00Z",
                "query?query=sum(up)&time=yesterday",
                "query?query=sum(rate(foo%5B5m%5D))%20by",
                "query?query=",
                "query",
                "query?query=histogram_percentile(1,up)",
                "query?query=up*on()pg_up%7D",
                "query?query=up*on()scrape_samples_scraped&time=NOW",
                "query_range?query=up&start=NOW&end=NOW&step=0",
                "query_range?query=up&start=NOW&end=NOW&step=abc",
                "query_range?query=up&start=NOW&end=1&step=15",
                "query_range?query=up&start=1&end=NOW&step=1",
                "query_range?query=up&start=&end=NOW&step=1",
                "query_range?query=up%5B5m%5D&start=NOW&end=NOW&step=1m",
                "query_range?query=%22hi%22&start=NOW&end=NOW&step=1m",
                "query_range?query=sum(up)by(job)&start=NOW&end=NOW&step=1m",
                "series?match%5B%5D=pg_up&match%5B%5D=redis_up",
                "series",
                "series?match%5B%5D=up%7B",
                "labels?match%5B%5D=container_cpu_usage_seconds_total",
                "label/region/values",
                // The real one also scrapes itself, from its start on.
                "label/job/values?match%5B%5D=up%7Bjob!%3D%22prometheus%22%7D",
                "label/__name__/values?match%5B%5D=%7Bjob%3D%22dashboards%22%7D",
                "label/9lives/values",
                "format_query?query=sum(rate(up%5B5m%5D))by(job)",
                "format_query?query=sum(",
                "alerts",
                "nonsense"
            })
    void answersLikeTheRealOne(String request) throws Exception {
        String path = "/api/v1/" + request.replace("NOW", String.valueOf(now.getEpochSecond()));
        HttpResponse<String> theirs = Http.get(real.address(), path);
        HttpResponse<String> ours = Http.get(front.address(), path);
        assertThat(ours.statusCode()).as(ours.body()).isEqualTo(theirs.statusCode());
        assertThat(ours.headers().firstValue("content-type"))
                .isEqualTo(theirs.headers().firstValue("content-type"));
        if (theirs.body().startsWith("{")) {
            assertThat(Http.parse(ours.body())).isEqualTo(Http.parse(theirs.body()));
        } else {
            assertThat(ours.body()).isEqualTo(theirs.body());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"status/buildinfo", "status/runtimeinfo", "rules", "targets"})
    void whatItTellsOfItselfHasTheShapeOfTheRealOne(String what) throws Exception {
        JsonNode theirs = Http.json(real.address(), "/api/v1/" + what).path("data");
        JsonNode ours = Http.json(front.address(), "/api/v1/" + what).path("data");
        List<String> names = new ArrayList<>();
        theirs.fieldNames().forEachRemaining(names::add);
        assertThat(ours.fieldNames()).toIterable().containsExactlyElementsOf(names);
    }

    @Test
    void aLongQueryMayComeAsAForm() throws Exception {
        String form = "query=" + Http.encode("sum by (job) (up)") + "&time=" + now.getEpochSecond();
        URI[] both = {real.address(), front.address()};
        assertThat(Http.parse(Http.post(both[1], "/api/v1/query", form).body()))
                .isEqualTo(Http.parse(Http.post(both[0], "/api/v1/query", form).body()));
    }
}
