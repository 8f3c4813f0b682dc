package dev.tars.console.slo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tars.console.journal.Event;
import dev.tars.console.journal.Kinds;
import dev.tars.console.journal.Payload;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class AcknowledgementsTest {

    private static final Instant AT = Instant.parse("2026-08-18T14:00:00Z");
    private static final Instant UNTIL = AT.plus(Duration.ofHours(1));

    private final Acknowledgements all = new Acknowledgements();

    private void follow(String environment, String kind, Payload payload) {
        all.follow(new Event(1, "id", AT, "Otto", environment, kind, payload, "", ""));
    }

    private void acknowledge(SloState state, Instant until) {
        follow("production", Kinds.SLO_ACKNOWLEDGED, Acknowledgements.payload("api-p95", state, "TARS-77", until));
    }

    private boolean holds(String environment, String objective, SloState state, Instant now) {
        return all.of(environment, objective, state, now).isPresent();
    }

    @Test
    void itHoldsForThatStateOfThatObjectiveThereAndNoOther() {
        acknowledge(SloState.VIOLATED, UNTIL);
        assertThat(all.of("production", "api-p95", SloState.VIOLATED, AT))
                .contains(new Acknowledgement("api-p95", SloState.VIOLATED, "Otto", "TARS-77", AT, UNTIL));
        assertThat(holds("production", "api-p95", SloState.NO_DATA, AT)).isFalse();
        assertThat(holds("production", "api-p95", SloState.BURNING, AT)).isFalse();
        assertThat(holds("production", "api-p99", SloState.VIOLATED, AT)).isFalse();
        assertThat(holds("staging", "api-p95", SloState.VIOLATED, AT)).isFalse();
    }

    @Test
    void itEndsByItself() {
        acknowledge(SloState.NO_DATA, UNTIL);
        assertThat(holds("production", "api-p95", SloState.NO_DATA, UNTIL.minusNanos(1)))
                .isTrue();
        assertThat(holds("production", "api-p95", SloState.NO_DATA, UNTIL)).isFalse();
        assertThat(holds("production", "api-p95", SloState.NO_DATA, AT.minusSeconds(1)))
                .isFalse();
    }

    @Test
    void theNewestWordHolds() {
        acknowledge(SloState.VIOLATED, UNTIL);
        acknowledge(SloState.VIOLATED, AT.plusSeconds(60));
        assertThat(holds("production", "api-p95", SloState.VIOLATED, AT.plusSeconds(61)))
                .isFalse();
    }

    @Test
    void whatCannotBeReadSilencesNothing() {
        follow("production", Kinds.SLO_ACKNOWLEDGED, Payload.stored("{\"objective\":\"api-p95\"}"));
        follow("production", Kinds.SLO_ACKNOWLEDGED, Payload.stored("no json"));
        acknowledge(SloState.VIOLATED, AT.plus(Duration.ofDays(400)));
        assertThat(holds("production", "api-p95", SloState.VIOLATED, AT)).isFalse();
    }

    @Test
    void aSilenceHasAReasonAndAnEndWithinADay() {
        assertThatThrownBy(() -> new Acknowledgement("a", SloState.VIOLATED, "Otto", " ", AT, UNTIL))
                .hasMessageContaining("reason");
        assertThatThrownBy(() -> new Acknowledgement("a", SloState.VIOLATED, "Otto", "x", AT, AT.plusSeconds(86_401)))
                .hasMessageContaining("24 h");
        assertThatThrownBy(() -> new Acknowledgement("a", SloState.OK, "Otto", "x", AT, UNTIL))
                .hasMessageContaining("ok");
    }
}
