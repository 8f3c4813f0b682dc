package dev.tars.console.practice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tars.console.practice.front.Fault;
import dev.tars.console.practice.model.Conditions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DrillsTest {
    private final Drills drills = new Drills();

    @Test
    void subscribersHearOfEveryChangeAndOfNoOther() throws Exception {
        List<Set<Drill>> heard = new ArrayList<>();
        AutoCloseable subscription = drills.subscribe(heard::add);
        drills.start(Drill.ERRORS_UP);
        drills.start(Drill.ERRORS_UP);
        drills.start(Drill.TARGET_DOWN);
        drills.end(Drill.ERRORS_UP);
        drills.endAll();
        drills.endAll();
        subscription.close();
        drills.start(Drill.LATENCY_UP);
        assertThat(heard)
                .containsExactly(
                        Set.of(Drill.ERRORS_UP),
                        Set.of(Drill.ERRORS_UP, Drill.TARGET_DOWN),
                        Set.of(Drill.TARGET_DOWN),
                        Set.of());
    }

    @Test
    void withoutDrillsNothingIsBroken() {
        assertThat(Faults.conditions(drills.active())).isEqualTo(Conditions.HEALTHY);
        assertThat(Faults.ofFront(drills.active())).isEqualTo(Fault.NONE);
    }

    @Test
    void theWorstFaultOfPrometheusWins() {
        assertThat(Faults.ofFront(Set.of(Drill.PROMETHEUS_SLOW))).isEqualTo(Fault.SLOW);
        assertThat(Faults.ofFront(Set.of(Drill.PROMETHEUS_SLOW, Drill.PROMETHEUS_GARBAGE)))
                .isEqualTo(Fault.GARBAGE);
        assertThat(Faults.ofFront(Set.of(Drill.values()))).isEqualTo(Fault.UNAVAILABLE);
    }

    @Test
    void everyDrillHasATitleAndASentence() {
        for (Drill drill : Drill.values()) {
            assertThat(drill.title()).isNotBlank();
            assertThat(drill.description()).endsWith(".");
        }
    }
}
