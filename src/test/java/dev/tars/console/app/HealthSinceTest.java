package dev.tars.console.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tars.console.release.view.GuardHealth;
import dev.tars.console.slo.SloBoard;
import dev.tars.console.slo.SloReading;
import dev.tars.console.slo.view.SampleBoards;
import dev.tars.console.ui.Texts;
import dev.tars.console.ui.controls.Look;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import org.junit.jupiter.api.Test;

/** What the guard's dialog says of the environment: what is so now, and what became so while it is open. */
class HealthSinceTest {

    private static final Instant AT = SampleBoards.AT;

    private final SimpleObjectProperty<Optional<SloBoard>> boards = new SimpleObjectProperty<>(Optional.empty());
    private final SimpleObjectProperty<Instant> now = new SimpleObjectProperty<>(AT);

    private ObservableValue<GuardHealth> opened() {
        return HealthSince.of(boards, now, new Texts());
    }

    /** The mixed board with none but the readings that are ok. */
    private static SloBoard good(Instant at, long tick) {
        return with(SampleBoards.mixed(at, tick), 5);
    }

    private static SloBoard with(SloBoard board, int from) {
        List<SloReading> rest = board.readings().subList(from, board.readings().size());
        return new SloBoard(board.at(), board.tick(), rest, board.violations(), board.observedSince(), board.health());
    }

    @Test
    void withoutABoardItIsNotKnown() {
        ObservableValue<GuardHealth> health = opened();
        assertThat(health.getValue().look()).isEqualTo(Look.UNKNOWN);
        boards.set(Optional.of(SampleBoards.notAsked(AT)));
        assertThat(health.getValue().look()).isEqualTo(Look.UNKNOWN);
        assertThat(health.getValue().now()).isEqualTo("Not known: no objective has been judged yet");
    }

    @Test
    void theWorstIsTheLookAndAllAreCounted() {
        boards.set(Optional.of(SampleBoards.mixed(AT, 1)));
        now.set(AT.plusSeconds(4));
        GuardHealth health = opened().getValue();
        assertThat(health.look()).isEqualTo(Look.MISSED);
        assertThat(health.now())
                .isEqualTo("Now: 1 missed, 1 no data, 1 no traffic, 2 burning, 10 ok, asked 4\u00a0s ago");
        assertThat(health.since()).isEqualTo("Nothing has changed since you opened this");
    }

    @Test
    void whatChangesWhileItIsOpenIsNamed() {
        boards.set(Optional.of(SampleBoards.mixed(AT, 1)));
        ObservableValue<GuardHealth> health = opened();
        SloBoard mixed = SampleBoards.mixed(AT.plusSeconds(15), 2);
        SloReading first = mixed.readings().get(0);
        SloReading second = mixed.readings().get(5);
        // The one that was ok is now as the first, which is missed.
        SloReading turned = new SloReading(
                second.slo(),
                first.state(),
                first.noData(),
                first.since(),
                first.severity(),
                first.values(),
                first.valuesAt(),
                first.bySeries(),
                first.sentence(),
                first.lastHour(),
                first.budget(),
                first.evidence());
        List<SloReading> readings = new java.util.ArrayList<>(mixed.readings());
        readings.set(5, turned);
        boards.set(Optional.of(new SloBoard(
                mixed.at(), mixed.tick(), readings, mixed.violations(), mixed.observedSince(), mixed.health())));
        now.set(AT.plusSeconds(16));
        assertThat(health.getValue().since())
                .isEqualTo("Since you opened this: " + second.slo().title() + " from ok to missed");
    }

    @Test
    void aBoardThatIsNotRenewedSaysNothingOfNow() {
        boards.set(Optional.of(good(AT, 1)));
        ObservableValue<GuardHealth> health = opened();
        assertThat(health.getValue().look()).isEqualTo(Look.MET);
        now.set(AT.plus(Duration.ofSeconds(46)));
        assertThat(health.getValue().look()).isEqualTo(Look.UNKNOWN);
        assertThat(health.getValue().now()).startsWith("Not known: the last answer is ");
        assertThat(health.getValue().since()).isEmpty();
    }
}
