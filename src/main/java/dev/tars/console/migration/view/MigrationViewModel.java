package dev.tars.console.migration.view;

import dev.tars.console.base.Background;
import dev.tars.console.base.Background.Relay;
import dev.tars.console.journal.Subscription;
import dev.tars.console.migration.Blocker;
import dev.tars.console.migration.MigrationBoard;
import dev.tars.console.migration.MigrationDesk;
import dev.tars.console.migration.Proof;
import dev.tars.console.migration.StatementRun;
import dev.tars.console.migration.StatementState;
import dev.tars.console.migration.view.MigrationActs.Act;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;

/** The state of the migration page: the desk's newest board, what a person chose, and what can be done. */
final class MigrationViewModel {

    private static final long EVERY_SECONDS = 15;

    private final MigrationDesk desk;
    private final MigrationActs acts;
    private final ObservableValue<Instant> tick;
    private final MigrationAvailability availability;
    private final ReadOnlyObjectWrapper<MigrationState> state;
    private final ChangeListener<Instant> ticked = (o, before, now) -> tick(now);
    private Instant asked = Instant.EPOCH;
    private final Relay<MigrationBoard> boards;
    private final Subscription subscription;
    private boolean open;

    MigrationViewModel(
            MigrationDesk desk,
            MigrationActs acts,
            Background background,
            Clock clock,
            ObservableValue<Instant> tick,
            MigrationAvailability availability) {
        this.desk = desk;
        this.acts = acts;
        this.tick = tick;
        this.availability = availability;
        state = new ReadOnlyObjectWrapper<>(new MigrationState(desk.board(), clock.instant(), 0, ""));
        boards = background.relay(board -> change(s -> s.with(board)));
        // Also while the page is hidden: the navigation tells of it.
        subscription = desk.subscribe(boards::send);
    }

    ReadOnlyObjectProperty<MigrationState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    MigrationState getState() {
        return state.get();
    }

    /** Asks for newer and counts ages. */
    void open() {
        if (!open) {
            open = true;
            tick.addListener(ticked);
            refresh();
        }
    }

    void close() {
        open = false;
        tick.removeListener(ticked);
    }

    /** Ends the page for good. */
    void dispose() {
        close();
        subscription.close();
        boards.close();
    }

    /** Ages go on; what is older than {@value #EVERY_SECONDS} s is asked for again. */
    private void tick(Instant now) {
        change(s -> s.at(now));
        if (Duration.between(asked, now).toSeconds() >= EVERY_SECONDS) {
            refresh();
        }
    }

    void refresh() {
        asked = getState().now();
        desk.refresh();
    }

    /** Only looks, so it runs at once. */
    void preflight() {
        if (preflightUnavailable().isEmpty()) {
            desk.preflight();
        }
    }

    void stopBenchmark() {
        desk.stopBenchmark();
    }

    /** Brings an act before the guard, where it can be done. */
    void ask(Act act) {
        if (unavailable(act).isEmpty()) {
            acts.ask(act);
        }
    }

    void ask(Blocker blocker, boolean terminate) {
        if (acts.unavailable().isEmpty()) {
            acts.ask(blocker, terminate);
        }
    }

    /** Why an act cannot be done now; empty text where it can. */
    String unavailable(Act act) {
        String own = availability.reason(act, getState().board());
        return own.isEmpty() ? acts.unavailable() : own;
    }

    String blockersUnavailable() {
        return acts.unavailable();
    }

    String preflightUnavailable() {
        return availability.preflight(getState().board());
    }

    /** The one next act; empty where there is none, or it is the preflight. */
    Optional<Act> next() {
        return availability.next(getState().board());
    }

    boolean isPreflightNext() {
        return availability.isPreflightNext(getState().board());
    }

    void choose(int number) {
        change(s -> s.choose(number));
    }

    void choose(String query) {
        change(s -> s.choose(query));
    }

    /** The statement whose phases are shown: the chosen one, else the one that runs, failed or comes next. */
    Optional<StatementRun> current() {
        List<StatementRun> all = getState().board().statements();
        return all.stream()
                .filter(s -> s.statement().number() == getState().statement())
                .findFirst()
                .or(() -> all.stream().filter(MigrationViewModel::isOpen).findFirst())
                .or(() -> all.stream()
                        .filter(s -> s.state() == StatementState.PENDING)
                        .findFirst())
                .or(() -> all.stream().findFirst());
    }

    private static boolean isOpen(StatementRun run) {
        return switch (run.state()) {
            case RUNNING, WAITING, FAILED, INVALID_LEFT, UNKNOWN, CANCELLED -> true;
            case PENDING, DONE, ALREADY_THERE -> false;
        };
    }

    List<Proof> proofs() {
        return getState()
                .board()
                .migration()
                .map(m -> getState().board().sheet().proofs(m.queries()))
                .orElse(List.of());
    }

    /** The proof whose plan is shown: the chosen one, else the first. */
    Optional<Proof> proof() {
        List<Proof> all = proofs();
        return all.stream()
                .filter(p -> p.query().id().equals(getState().query()))
                .findFirst()
                .or(() -> all.stream().findFirst());
    }

    private void change(UnaryOperator<MigrationState> by) {
        state.set(by.apply(state.get()));
    }
}
