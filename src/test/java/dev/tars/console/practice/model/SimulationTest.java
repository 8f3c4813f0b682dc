package dev.tars.console.practice.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import dev.tars.console.practice.targets.FlatSeries;
import dev.tars.console.promql.Labels;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SimulationTest {
    private static final Instant START = Instant.parse("2026-11-24T08:00:00Z");
    private static final Duration STEP = Duration.ofSeconds(15);

    @Test
    void theSameSeedAndStepsGiveTheSameFigures() {
        assertThat(after(new Simulation(7, START), 40)).isEqualTo(after(new Simulation(7, START), 40));
    }

    @Test
    void anotherSeedGivesOtherFigures() {
        assertThat(after(new Simulation(7, START), 40)).isNotEqualTo(after(new Simulation(8, START), 40));
    }

    @Test
    void countersNeverFallFromOneStepToTheNextWhateverIsBroken() {
        Simulation simulation = new Simulation(3, START);
        Map<Labels, Double> before = read(simulation);
        List<Conditions> conditions = List.of(
                Conditions.HEALTHY,
                new Conditions("us-east-1", "eu-west-1", true),
                new Conditions("", "", false),
                Conditions.HEALTHY);
        for (int i = 1; i <= 120; i++) {
            simulation.advance(START.plus(STEP.multipliedBy(i)), conditions.get(i % conditions.size()));
            Map<Labels, Double> now = read(simulation);
            for (Map.Entry<Labels, Double> series : now.entrySet()) {
                if (isCumulative(series.getKey().name())) {
                    assertThat(series.getValue())
                            .as("%s at step %d", series.getKey(), i)
                            .isGreaterThanOrEqualTo(before.get(series.getKey()));
                }
            }
            before = now;
        }
    }

    @Test
    void bucketsOfAHistogramAddUpToItsCount() {
        Simulation simulation = new Simulation(3, START);
        simulation.advance(START.plusSeconds(600), Conditions.HEALTHY);
        Map<Labels, Double> all = read(simulation);
        List<Labels> counts = all.keySet().stream()
                .filter(labels -> labels.name().endsWith("_count"))
                .toList();
        assertThat(counts).hasSizeGreaterThan(30);
        for (Labels count : counts) {
            String bucket = count.name().replace("_count", "_bucket");
            assertThat(all.get(count))
                    .as(count.toString())
                    .isEqualTo(all.get(count.with(Labels.NAME, bucket).with("le", "+Inf")));
        }
    }

    @Test
    void aStepBackInTimeChangesNothing() {
        Simulation simulation = new Simulation(3, START);
        simulation.advance(START.plusSeconds(60), Conditions.HEALTHY);
        Map<Labels, Double> before = read(simulation);
        simulation.advance(START.plusSeconds(30), Conditions.HEALTHY);
        assertThat(read(simulation)).isEqualTo(before);
    }

    @Test
    void withoutTrafficRequestsStandStillWhileSocketsAndDatabaseGoOn() {
        Simulation simulation = new Simulation(3, START);
        simulation.advance(START.plusSeconds(60), Conditions.HEALTHY);
        Map<Labels, Double> before = read(simulation);
        simulation.advance(START.plusSeconds(120), new Conditions("", "", false));
        Map<Labels, Double> now = read(simulation);
        now.forEach((labels, value) -> {
            if (labels.name().startsWith("http_requests") || labels.name().startsWith("tars_evaluation_total")) {
                assertThat(value).as(labels.toString()).isEqualTo(before.get(labels));
            }
            if (labels.name().equals("tars_eval_queue_depth")) {
                assertThat(value).isZero();
            }
            if (labels.name().equals("tars_websocket_connections_active")) {
                assertThat(value).isGreaterThan(300);
            }
            if (labels.name().equals("pg_stat_database_xact_commit")) {
                assertThat(value).isGreaterThan(before.get(labels));
            }
        });
    }

    @Test
    void aLogNormalPutsNineteenOfTwentyBelowItsP95() {
        LogNormal latency = new LogNormal(0.044, 0.46);
        assertThat(latency.share(latency.p95())).isCloseTo(0.95, offset(1e-6));
        assertThat(latency.slower(2.5).p95()).isCloseTo(latency.p95() * 2.5, offset(1e-12));
    }

    private static boolean isCumulative(String name) {
        return name.endsWith("_total")
                || name.endsWith("_bucket")
                || name.endsWith("_count")
                || name.endsWith("_sum")
                || name.startsWith("pg_stat_database_xact");
    }

    private static List<Map<Labels, Double>> after(Simulation simulation, int steps) {
        List<Map<Labels, Double>> all = new ArrayList<>();
        for (int i = 1; i <= steps; i++) {
            simulation.advance(START.plus(STEP.multipliedBy(i)), Conditions.HEALTHY);
            all.add(read(simulation));
        }
        return all;
    }

    private static Map<Labels, Double> read(Simulation simulation) {
        Map<Labels, Double> values = new LinkedHashMap<>();
        simulation
                .targets()
                .forEach(target -> FlatSeries.of(target)
                        .forEach(series ->
                                values.put(series.labels(), series.value().getAsDouble())));
        return values;
    }
}
