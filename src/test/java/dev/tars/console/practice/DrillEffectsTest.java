package dev.tars.console.practice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tars.console.practice.model.Conditions;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Each drill turns exactly the objectives it should. TARGET_DOWN needs a real scrape: see {@link PracticeTest}. */
class DrillEffectsTest {
    private static final Instant START = Instant.parse("2026-11-24T08:00:00Z");
    private static final Duration NOW = Duration.ZERO;

    @Test
    void aWholeDayAtRestMeetsEveryObjectiveOverEveryWindow() throws Exception {
        Duration day = Duration.ofDays(1);
        Rehearsal rest = new Rehearsal(42, START).run(day.plusMinutes(10), Conditions.HEALTHY);
        for (String window : new String[] {"1m", "5m", "1h"}) {
            assertThat(rest.missed(window, day)).as(window).isEmpty();
            assertThat(rest.withoutTraffic(window, day)).as(window).isEmpty();
        }
    }

    @Test
    void latencyUpMissesTheTwoLatenciesOfTheApi() throws Exception {
        Rehearsal drill = drill(Drill.LATENCY_UP, Duration.ofSeconds(90));
        assertThat(drill.missed("1m", NOW)).containsExactly("api-latency-p95", "multi-region-latency");
        drill.run(Duration.ofMinutes(3), Faults.conditions(Set.of(Drill.LATENCY_UP)));
        assertThat(drill.missed("5m", NOW)).containsExactly("api-latency-p95", "multi-region-latency");
        assertThat(drill.withoutTraffic("5m", NOW)).isEmpty();
    }

    @Test
    void errorsUpMissesTheErrorRateAndTheSuccessOfEvaluations() throws Exception {
        Rehearsal drill = drill(Drill.ERRORS_UP, Duration.ofSeconds(90));
        assertThat(drill.missed("1m", NOW)).containsExactly("api-error-rate", "evaluation-success");
        drill.run(Duration.ofMinutes(3), Faults.conditions(Set.of(Drill.ERRORS_UP)));
        assertThat(drill.missed("5m", NOW)).containsExactly("api-error-rate", "evaluation-success");
        assertThat(drill.withoutTraffic("5m", NOW)).isEmpty();
    }

    @Test
    void withoutTrafficNothingIsMissedAndWhatCountsRequestsHasNoFigure() throws Exception {
        Rehearsal drill = drill(Drill.TRAFFIC_STOPS, Duration.ofMinutes(6));
        assertThat(drill.missed("5m", NOW)).isEmpty();
        assertThat(drill.withoutTraffic("5m", NOW))
                .containsExactly(
                        "api-error-rate",
                        "api-latency-p95",
                        "evaluation-latency-p95",
                        "evaluation-success",
                        "multi-region-latency",
                        "queue-wait-p95");
    }

    @Test
    void anEndedDrillHeals() throws Exception {
        Rehearsal drill = drill(Drill.LATENCY_UP, Duration.ofMinutes(5));
        drill.run(Duration.ofMinutes(6), Conditions.HEALTHY);
        assertThat(drill.missed("1m", NOW)).isEmpty();
        assertThat(drill.missed("5m", NOW)).isEmpty();
    }

    private static Rehearsal drill(Drill drill, Duration time) throws Exception {
        return new Rehearsal(42, START)
                .run(Duration.ofMinutes(75), Conditions.HEALTHY)
                .run(time, Faults.conditions(Set.of(drill)));
    }
}
