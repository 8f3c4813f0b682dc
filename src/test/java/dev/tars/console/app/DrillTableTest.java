package dev.tars.console.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tars.console.practice.Drill;
import dev.tars.console.practice.Eventually;
import dev.tars.console.practice.servers.Servers;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each drill turns exactly the objectives it should, from the agents to the board. */
class DrillTableTest {

    private static final Duration SCRAPE = Duration.ofSeconds(2);
    private static final List<String> FROM_THE_API = List.of("api-latency-p95", "multi-region-latency");
    private static final List<String> COUNTING_REQUESTS = List.of(
            "api-error-rate",
            "api-latency-p95",
            "evaluation-latency-p95",
            "evaluation-success",
            "multi-region-latency",
            "queue-wait-p95");
    private static final List<String> EXPOSED_BY_AGENTS = List.of(
            "api-error-rate",
            "api-latency-p95",
            "evaluation-latency-p95",
            "evaluation-success",
            "multi-region-latency",
            "queue-wait-p95",
            "replication-lag",
            "websocket-stability");

    /** What turns into what; every other objective stays OK. */
    private static final Map<Drill, Map<String, String>> TABLE = new EnumMap<>(Map.of(
            Drill.LATENCY_UP,
            all(FROM_THE_API, "VIOLATED"),
            Drill.ERRORS_UP,
            all(List.of("api-error-rate", "evaluation-success"), "VIOLATED"),
            Drill.TRAFFIC_STOPS,
            all(COUNTING_REQUESTS, "NO_TRAFFIC"),
            Drill.TARGET_DOWN,
            with(all(EXPOSED_BY_AGENTS, "TARGET_DOWN"), "availability", "VIOLATED"),
            Drill.DATABASE_DOWN,
            all(List.of("database-connections", "database-query-p95"), "TARGET_DOWN"),
            Drill.REDIS_DOWN,
            all(List.of("redis-hit-rate", "redis-memory"), "TARGET_DOWN")));

    /** These break the server itself: everything is unknown, at once. */
    @Test
    void aServerThatDoesNotAnswerUsefullyMakesEverythingUnknownAndComesBack() throws Exception {
        try (LivePractice live = LivePractice.start(false, SCRAPE)) {
            Map<String, String> rest = atRest(live);
            for (Drill drill : List.of(Drill.PROMETHEUS_UNAVAILABLE, Drill.PROMETHEUS_GARBAGE, Drill.PROMETHEUS_SLOW)) {
                live.practice().drills().start(drill);
                Map<String, String> unknown = all(rest.keySet(), "UNREACHABLE");
                live.await(board -> LivePractice.words(board).equals(unknown), Duration.ofSeconds(20));
                live.practice().drills().end(drill);
                live.await(board -> LivePractice.words(board).equals(rest), Duration.ofSeconds(30));
            }
        }
    }

    @Test
    void aTargetThatIsDownIsNeverJudgedByItsOldSamples() throws Exception {
        try (LivePractice live = LivePractice.start(false, SCRAPE)) {
            turns(live, Drill.TARGET_DOWN, Duration.ofSeconds(40));
        }
    }

    /** Their exporters answer, and the rates of the last five minutes give numbers still: neither is a sign of life. */
    @Test
    void aServerThatIsDownBehindItsExporterIsNeverJudgedByItsOldSamples() throws Exception {
        try (LivePractice live = LivePractice.start(false, SCRAPE)) {
            Servers servers = live.practice().servers().orElseThrow();
            Eventually.holds(Duration.ofSeconds(60), "all servers run", servers::areRunning);
            Map<String, String> rest = atRest(live);
            for (Drill drill : List.of(Drill.DATABASE_DOWN, Drill.REDIS_DOWN)) {
                turns(live, drill, Duration.ofSeconds(40));
                live.practice().drills().end(drill);
                live.await(board -> LivePractice.words(board).equals(rest), Duration.ofSeconds(60));
            }
        }
    }

    /** Takes minutes, the windows are real ones: {@code mvn test -Dtests.excluded=none -Dtest=DrillTableTest}. */
    @Tag("long")
    @ParameterizedTest
    @EnumSource(names = {"LATENCY_UP", "ERRORS_UP", "TRAFFIC_STOPS", "TARGET_DOWN", "DATABASE_DOWN", "REDIS_DOWN"})
    void everyDrillTurnsExactlyItsObjectives(Drill drill) throws Exception {
        try (LivePractice live = LivePractice.start(true, SCRAPE)) {
            turns(live, drill, Duration.ofMinutes(5));
        }
    }

    private static void turns(LivePractice live, Drill drill, Duration limit) throws Exception {
        Map<String, String> rest = atRest(live);
        live.practice().drills().start(drill);
        Map<String, String> expected = new TreeMap<>(rest);
        expected.putAll(TABLE.get(drill));
        live.await(board -> LivePractice.words(board).equals(expected), limit);
    }

    private static Map<String, String> atRest(LivePractice live) throws Exception {
        Map<String, String> rest = LivePractice.words(live.await(
                board -> LivePractice.words(board).values().stream().allMatch("OK"::equals), Duration.ofSeconds(40)));
        assertThat(rest).hasSizeGreaterThanOrEqualTo(12);
        return rest;
    }

    private static Map<String, String> all(Collection<String> ids, String state) {
        Map<String, String> states = new TreeMap<>();
        ids.forEach(id -> states.put(id, state));
        return states;
    }

    private static Map<String, String> with(Map<String, String> states, String id, String state) {
        states.put(id, state);
        return states;
    }
}
