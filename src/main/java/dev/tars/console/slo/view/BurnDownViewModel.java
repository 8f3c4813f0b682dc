package dev.tars.console.slo.view;

import dev.tars.console.base.Background;
import dev.tars.console.slo.BudgetReading;
import dev.tars.console.slo.BurnDown;
import dev.tars.console.slo.Slo;
import dev.tars.console.slo.SloFeed;
import java.time.Instant;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Keeps the burn-down of the chosen objective's budget while its page is seen. Belongs to the FX thread. */
final class BurnDownViewModel {

    private final SloFeed feed;
    private final Background background;
    private final LiveWords words;
    private final ReadOnlyObjectWrapper<BurnDownState> state =
            new ReadOnlyObjectWrapper<>(BurnDownState.none("", Instant.EPOCH));
    private Optional<Background.Handle> running = Optional.empty();

    BurnDownViewModel(SloFeed feed, Background background, LiveWords words) {
        this.feed = feed;
        this.background = background;
        this.words = words;
    }

    ReadOnlyObjectProperty<BurnDownState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** The page changed, or a second went by. */
    void follow(LiveState live) {
        Optional<Slo> chosen = live.selectedRow()
                .map(LiveRow::slo)
                .filter(slo -> slo.budget().isPresent() && slo.budgetShare().signum() > 0);
        String id = chosen.map(Slo::id).orElse("");
        if (!state.get().objective().equals(id)) {
            cancel();
            state.set(BurnDownState.none(id, live.now()));
        }
        if (live.watch().pause().isEmpty() && state.get().isDue(hasFigure(live), live.now())) {
            chosen.ifPresent(slo -> ask(slo, live.now()));
        }
    }

    private static boolean hasFigure(LiveState live) {
        return live.selectedRow()
                .flatMap(row -> row.reading().budget())
                .flatMap(BudgetReading::budget)
                .isPresent();
    }

    /** Asks now. */
    void again(LiveState live) {
        live.selectedRow()
                .filter(row -> row.id().equals(state.get().objective()))
                .ifPresent(row -> {
                    cancel();
                    ask(row.slo(), live.now());
                });
    }

    private void ask(Slo slo, Instant now) {
        state.set(state.get().busy(now));
        running = Optional.of(background.<BurnDown>run(
                words.text("burndown.asking", slo.title()),
                progress -> feed.burnDown(slo, now),
                answer -> state.set(state.get().answered(answer, now)),
                problem -> state.set(state.get().failed(problem, now))));
    }

    /** Ends the one under way; nothing of it is shown. */
    void cancel() {
        running.ifPresent(Background.Handle::cancel);
        running = Optional.empty();
        state.set(state.get().idle());
    }
}
