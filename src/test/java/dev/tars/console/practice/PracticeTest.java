package dev.tars.console.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tars.console.base.Progress;
import dev.tars.console.base.Ticker;
import java.net.ConnectException;
import java.net.URI;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

/** Practice as a whole, over its own address. */
class PracticeTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Intervals of one second, so that nobody waits. */
    private static PracticeOptions quick(boolean real) {
        String fast = "interval: 1s";
        return new PracticeOptions(
                ShippedRules.recording().replaceAll("interval: [0-9]+s", fast),
                ShippedRules.alerts().replaceAll("interval: [0-9]+s", fast),
                real,
                42,
                Duration.ofMinutes(6),
                Duration.ofDays(2),
                Duration.ofSeconds(1),
                0,
                ShippedRules.programs());
    }

    private static Practice start(PracticeOptions options) throws Exception {
        return Practice.start(options, Clock.systemUTC(), Ticker.system(), Progress.ignored());
    }

    @Test
    void theBuiltInServerLivesOnFromHistoryAndATargetGoesDownAndComesBack() throws Exception {
        try (Practice practice = start(quick(false))) {
            assertThat(practice.serverName()).isEqualTo("built-in server");
            assertThat(practice.usesRealPrometheus()).isFalse();
            livesOnFromHistory(practice);
            hasCoarseWeeks(practice.prometheus());
            theTargetGoesDownAndComesBack(practice);
        }
    }

    @Test
    void aRealPrometheusLivesOnFromHistoryAndATargetGoesDownAndComesBack() throws Exception {
        RealBinary.require("prometheus");
        RealBinary.require("promtool");
        try (Practice practice = start(quick(true))) {
            assertThat(practice.serverName()).matches("Prometheus [0-9.]+ of this machine");
            assertThat(practice.usesRealPrometheus()).isTrue();
            livesOnFromHistory(practice);
            theTargetGoesDownAndComesBack(practice);
        }
        assertThat(folders()).isEmpty();
    }

    private static void livesOnFromHistory(Practice practice) throws Exception {
        URI base = practice.prometheus();
        long started = Instant.now(Clock.systemUTC()).getEpochSecond();
        Eventually.holds(PATIENCE, "fresh records", () -> {
            JsonNode newest = Http.query(base, "max(timestamp(tars:slo:api_latency_p95:5m))");
            return newest.size() == 1 && newest.path(0).path("value").path(1).asDouble() > started;
        });
        // A counter that began anew would be a reset.
        assertThat(Http.query(base, "resets(http_requests_total[5m]) > 0")).isEmpty();
        assertThat(Http.query(base, "resets(tars_evaluation_duration_seconds_bucket[5m]) > 0"))
                .isEmpty();
        assertThat(Http.query(base, "count_over_time(up{job=\"redis\"}[5m]) < 200"))
                .isEmpty();
        assertThat(number(Http.query(base, "count(up == 1)"))).isGreaterThanOrEqualTo(8);
    }

    private static void hasCoarseWeeks(URI base) throws Exception {
        Eventually.holds(
                PATIENCE,
                "coarse weeks",
                () -> !Http.query(base, "tars:slo:api_latency_p95:5m offset 30h")
                        .isEmpty());
    }

    private static void theTargetGoesDownAndComesBack(Practice practice) throws Exception {
        URI base = practice.prometheus();
        long started = Instant.now(Clock.systemUTC()).getEpochSecond();
        // A target that was never scraped leaves nothing that a server could mark as ended.
        Eventually.holds(
                PATIENCE,
                "every target is scraped",
                () -> number(Http.query(base, "min(timestamp({__name__=~\"tars_websocket_connections_active\"}))"))
                        > started);
        practice.drills().start(Drill.TARGET_DOWN);
        Eventually.holds(
                PATIENCE,
                "the target is down",
                () -> number(Http.query(base, "up{job=\"tars\",region=\"eu-west-1\"}")) == 0);
        Eventually.holds(
                PATIENCE,
                "its series end",
                () -> Http.query(base, "tars_websocket_connections_active{region=\"eu-west-1\"}")
                        .isEmpty());
        assertThat(Http.query(base, "tars_websocket_connections_active{region=\"us-east-1\"}"))
                .hasSize(1);
        assertThat(number(Http.query(base, "count(up == 0)"))).isEqualTo(1);
        practice.drills().end(Drill.TARGET_DOWN);
        Eventually.holds(
                PATIENCE,
                "the target is back",
                () -> number(Http.query(base, "up{job=\"tars\",region=\"eu-west-1\"}")) == 1);
    }

    private static double number(JsonNode result) {
        assertThat(result).hasSize(1);
        return result.path(0).path("value").path(1).asDouble();
    }

    @Test
    void closingEndsTheServersAndMayBeDoneTwice() throws Exception {
        Practice practice = start(quick(false));
        URI base = practice.prometheus();
        assertThat(Http.get(base, "/-/ready").statusCode()).isEqualTo(200);
        practice.close();
        practice.close();
        assertThatThrownBy(() -> Http.get(base, "/-/ready")).isInstanceOf(ConnectException.class);
        Eventually.holds(
                PATIENCE,
                "no thread is left",
                () -> Thread.getAllStackTraces().keySet().stream()
                        .noneMatch(thread -> thread.getName().startsWith("practice-") && thread.isAlive()));
    }

    @Test
    void aCancelledStartLeavesNothingBehind() throws Exception {
        Progress cancelled = new Progress() {
            @Override
            public void report(double fraction, String message) {}

            @Override
            public boolean isCancelled() {
                return true;
            }
        };
        assertThatThrownBy(() -> Practice.start(quick(true), Clock.systemUTC(), Ticker.system(), cancelled))
                .isInstanceOf(CancellationException.class);
        assertThat(folders()).isEmpty();
    }

    @Test
    void rulesThatDoNotReadAreRefusedWithTheirPlace() {
        PracticeOptions broken = PracticeOptions.of(
                "groups:\n- name: a\n  rules:\n  - record: b\n    expr: sum(up\n",
                ShippedRules.alerts(),
                ShippedRules.programs());
        assertThatThrownBy(() -> start(broken))
                .isInstanceOfSatisfying(
                        PracticeFailed.class,
                        failed -> assertThat(failed.problem().where()).isEqualTo("recording_rules.yaml:5"));
    }

    /** Of this process: others may rehearse on the same machine. */
    private static List<Path> folders() throws Exception {
        String own = ProcessHandle.current().pid() + " ";
        List<Path> folders = new ArrayList<>();
        try (DirectoryStream<Path> all =
                Files.newDirectoryStream(Path.of(System.getProperty("java.io.tmpdir")), "tars-practice-*")) {
            for (Path folder : all) {
                Path marker = folder.resolve("practice.processes");
                if (Files.exists(marker) && Files.readString(marker).startsWith(own)) {
                    folders.add(folder);
                }
            }
        }
        return folders;
    }
}
