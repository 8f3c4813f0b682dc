package dev.tars.console.migration.view;

import static dev.tars.console.migration.Samples.AT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tars.console.base.Problem;
import dev.tars.console.migration.Finding;
import dev.tars.console.migration.MigrationBoard;
import dev.tars.console.migration.MigrationBoard.Busy;
import dev.tars.console.migration.MigrationBoard.Link;
import dev.tars.console.migration.MigrationBoard.Part;
import dev.tars.console.migration.MigrationRun;
import dev.tars.console.migration.Samples;
import dev.tars.console.migration.StatementState;
import dev.tars.console.migration.view.MigrationActs.Act;
import dev.tars.console.ui.Texts;
import dev.tars.console.ui.background.ManualBackground;
import dev.tars.console.ui.controls.Look;
import dev.tars.console.ui.controls.PaneLook;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;

class MigrationViewModelTest {

    private final Texts texts = new Texts();
    private final ScriptedMigrationDesk desk = new ScriptedMigrationDesk();
    private final RecordedActs acts = new RecordedActs();
    private final ManualBackground background = new ManualBackground();
    private final SimpleObjectProperty<Instant> tick = new SimpleObjectProperty<>(AT);
    private final MigrationWords words = MigrationWords.of(texts, ZoneOffset.UTC);
    private final MigrationViewModel model = new MigrationViewModel(
            desk, acts, background, Clock.fixed(AT, ZoneOffset.UTC), tick, new MigrationAvailability(texts));

    private MigrationHead head(MigrationBoard board) {
        show(board);
        return words.head().of(model.getState());
    }

    private void show(MigrationBoard board) {
        desk.publish(board);
        background.deliver();
    }

    private PaneLook look(MigrationBoard board) {
        show(board);
        return new LookOfPage(words).of(model.getState());
    }

    @Test
    void openingAsksAndClosingEndsTheCountingOfAges() {
        model.open();
        model.open();
        assertThat(desk.refreshed).isEqualTo(1);
        tick.set(AT.plusSeconds(9));
        assertThat(model.getState().now()).isEqualTo(AT.plusSeconds(9));
        model.close();
        tick.set(AT.plusSeconds(99));
        assertThat(model.getState().now()).isEqualTo(AT.plusSeconds(9));
        model.dispose();
        assertThat(desk.receivers()).isZero();
    }

    @Test
    void theOrderIsMeasureLookRunMeasure() {
        show(SampleMigrations.ready());
        assertThat(model.next()).contains(Act.BENCHMARK);
        show(SampleMigrations.ready().with(SampleMigrations.before()));
        assertThat(model.isPreflightNext()).isTrue();
        assertThat(model.unavailable(Act.RUN)).isEqualTo("the preflight comes first");
        show(SampleMigrations.ready().with(SampleMigrations.before()).with(SampleMigrations.clear()));
        assertThat(model.isPreflightNext()).isFalse();
        assertThat(model.next()).contains(Act.RUN);
        show(SampleMigrations.done().with(SampleMigrations.before()));
        assertThat(model.next()).contains(Act.BENCHMARK);
        show(SampleMigrations.done().with(SampleMigrations.proven()));
        assertThat(model.next()).isEmpty();
        assertThat(model.unavailable(Act.RUN)).isEqualTo("every index stands");
        assertThat(model.unavailable(Act.ROLL_BACK)).isEmpty();
    }

    @Test
    void nothingRunsOnABlockedPreflightOrARefusedFile() {
        show(SampleMigrations.ready().with(SampleMigrations.before()).with(SampleMigrations.blocked()));
        model.ask(Act.RUN);
        assertThat(acts.asked).isEmpty();
        assertThat(head(desk.board()).look()).isEqualTo(Look.MISSED);
        assertThat(head(desk.board()).sentence()).contains("standby");

        Finding lint = new Finding(
                Finding.Weight.BLOCKS,
                "concurrently-in-transaction",
                "V1.0.1__add_indexes.sql:12",
                "CREATE INDEX CONCURRENTLY stands between BEGIN and COMMIT.",
                "Take BEGIN and COMMIT out.");
        MigrationBoard refused = SampleMigrations.ready()
                .with(Optional.of(SampleMigrations.MIGRATION), List.of(lint))
                .with(SampleMigrations.clear());
        assertThat(head(refused).sentence()).contains("is refused").contains("between BEGIN and COMMIT");
        assertThat(head(refused).facts()).isEqualTo("V1.0.1__add_indexes.sql:12: Take BEGIN and COMMIT out.");
        assertThat(model.unavailable(Act.RUN)).isEqualTo("the file is refused");
    }

    @Test
    void aWaitIsBurningAndNamesWhomItWaitsFor() {
        MigrationHead head = head(SampleMigrations.waiting());
        assertThat(head.look()).isEqualTo(Look.BURNING);
        assertThat(head.word()).isEqualTo("2 of 2 waits");
        assertThat(head.sentence())
                .isEqualTo("idx_evaluations_region_status waits for one session, 4\u00a0min 2\u00a0s."
                        + " Reads and writes go on; nothing is locked.");
        assertThat(model.current().orElseThrow().statement().number()).isEqualTo(2);
        assertThat(model.unavailable(Act.CANCEL)).isEmpty();
        assertThat(model.unavailable(Act.BENCHMARK)).isEqualTo("a run is under way");
        model.ask(SampleMigrations.REPORT, true);
        model.ask(Act.CANCEL);
        assertThat(acts.asked).containsExactly("terminate 18823", "CANCEL");
    }

    @Test
    void readOnlyModeMakesNothingAvailable() {
        acts.unavailable = "The console is in read-only mode.";
        show(SampleMigrations.waiting());
        model.ask(SampleMigrations.REPORT, false);
        model.ask(Act.CANCEL);
        assertThat(acts.asked).isEmpty();
        assertThat(model.unavailable(Act.CANCEL)).contains("read-only");
        model.close();
    }

    @Test
    void aLostLineIsUnknownAndOldNeverDone() {
        MigrationBoard lost = SampleMigrations.waiting().with(Link.LOST, Optional.of(AT));
        MigrationHead head = head(lost);
        assertThat(head.look()).isEqualTo(Look.UNKNOWN);
        assertThat(head.sentence()).contains("is looked for");
        assertThat(model.current().orElseThrow().state()).isEqualTo(StatementState.UNKNOWN);
        tick.set(AT.plusSeconds(190));
        model.open();
        tick.set(AT.plusSeconds(191));
        assertThat(new LookOfPage(words).of(model.getState()))
                .isEqualTo(new PaneLook.Stale(
                        "Everything here is 3\u00a0min 11\u00a0s old: the database does not answer"));
        MigrationBoard idle =
                SampleMigrations.done().with(SampleMigrations.proven()).with(Link.LOST, Optional.of(AT));
        assertThat(head(idle).look()).as("what was done may be gone").isEqualTo(Look.UNKNOWN);
        assertThat(model.unavailable(Act.ROLL_BACK)).isEqualTo("the database does not answer");
    }

    @Test
    void workThatBrokeOffIsUnknownUntilTheNextTry() {
        Problem closed = Problem.of("Run broke off.", "", "", "Look again.");
        MigrationBoard broken = SampleMigrations.waiting().broken(Part.RUN, closed);
        assertThat(broken.isRunning()).isFalse();
        assertThat(head(broken).look()).isEqualTo(Look.UNKNOWN);
        assertThat(head(broken).sentence()).isEqualTo("Run broke off.");

        MigrationBoard unmeasured = SampleMigrations.done()
                .with(SampleMigrations.proven())
                .broken(Part.BENCHMARK, Problem.of("Benchmark broke off.", "", "", ""));
        assertThat(head(unmeasured).look()).isEqualTo(Look.UNKNOWN);
        assertThat(head(unmeasured.problem(Part.BENCHMARK, Optional.empty())).look())
                .isEqualTo(Look.MET);
    }

    @Test
    void anInvalidIndexIsAMissWithRepair() {
        MigrationBoard wreck = SampleMigrations.ready()
                .with(SampleMigrations.run(
                        MigrationRun.State.FAILED,
                        "",
                        SampleMigrations.statement(1, StatementState.INVALID_LEFT, "Duplicate key (agent_1)."),
                        SampleMigrations.statement(2, StatementState.PENDING, "")));
        MigrationHead head = head(wreck);
        assertThat(head.look()).isEqualTo(Look.MISSED);
        assertThat(head.word()).isEqualTo("invalid index left");
        assertThat(head.facts()).isEqualTo("Duplicate key (agent_1).");
        assertThat(model.next()).contains(Act.REPAIR);
    }

    @Test
    void builtIsNotProven() {
        assertThat(head(SampleMigrations.done()).look()).isEqualTo(Look.UNKNOWN);
        assertThat(head(SampleMigrations.done().with(SampleMigrations.proven())).look())
                .isEqualTo(Look.MET);
        MigrationBoard slower = SampleMigrations.done()
                .with(SampleMigrations.before()
                        .with(Samples.before(Samples.OF_AGENT, Samples.profile(20, 200)))
                        .with(Samples.after(Samples.OF_AGENT, Samples.profile(60, 200))));
        MigrationHead head = head(slower);
        assertThat(head.look()).isEqualTo(Look.MISSED);
        assertThat(head.sentence()).startsWith("2 indexes stand. Slower than before");
    }

    @Test
    void theSixLooks() {
        assertThat(look(MigrationBoard.EMPTY)).isInstanceOf(PaneLook.NotAsked.class);
        assertThat(look(MigrationBoard.EMPTY.busy(Optional.of(new Busy(Part.DATABASE, -1, "Reading the catalogue")))))
                .isEqualTo(new PaneLook.Loading("Reading the catalogue", -1));
        assertThat(look(MigrationBoard.EMPTY.with(Link.NONE, Optional.empty())))
                .isInstanceOfSatisfying(
                        PaneLook.Empty.class, e -> assertThat(e.detail()).contains("environments.yaml"));
        Problem problem = Problem.of("Quote opens and never closes.", "V1.sql:7", "Nothing runs.", "Close it.");
        assertThat(look(MigrationBoard.EMPTY.problem(Part.FILES, Optional.of(problem))))
                .isEqualTo(new PaneLook.Failed(problem, Optional.empty()));
        assertThat(look(MigrationBoard.EMPTY
                        .with(Link.LOST, Optional.empty())
                        .problem(Part.DATABASE, Optional.of(problem))))
                .as("it never answered")
                .isInstanceOf(PaneLook.Failed.class);
        assertThat(look(SampleMigrations.ready().with(Link.LOST, Optional.of(AT))))
                .isInstanceOf(PaneLook.Stale.class);
        assertThat(look(SampleMigrations.ready())).isEqualTo(new PaneLook.Full());
    }

    @Test
    void phasesHaveABarOnlyWhereTheServerCounts() {
        List<PhaseCell> cells =
                PhaseCell.strip(SampleMigrations.waiting().statements().get(1).progress(), false);
        assertThat(cells).hasSize(8);
        assertThat(cells.subList(0, 7)).allMatch(c -> c.stage() == PhaseCell.Stage.PAST && c.fraction() < 0);
        assertThat(cells.get(2).clock()).as("sorting and loading together").isEqualTo(Duration.ofSeconds(44));
        PhaseCell last = cells.get(7);
        assertThat(last.stage()).isEqualTo(PhaseCell.Stage.NOW);
        assertThat(last.fraction()).as("a wait has no bar").isNegative();
        assertThat(last.done()).isEqualTo(1);
        assertThat(last.total()).isEqualTo(2);
        var scanning = new dev.tars.console.migration.BuildProgress(
                "building index: scanning table", 30, 120, java.util.OptionalInt.empty(), java.util.Map.of());
        assertThat(PhaseCell.strip(Optional.of(scanning), false).get(1).fraction())
                .isEqualTo(0.25);
        assertThat(PhaseCell.strip(Optional.of(scanning), false).get(2).stage()).isEqualTo(PhaseCell.Stage.AHEAD);
    }

    @Test
    void aChosenStatementStaysChosen() {
        show(SampleMigrations.waiting());
        model.choose(1);
        show(SampleMigrations.waiting());
        assertThat(model.current().orElseThrow().statement().number()).isEqualTo(1);
    }
}
