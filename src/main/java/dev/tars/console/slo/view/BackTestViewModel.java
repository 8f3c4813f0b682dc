package dev.tars.console.slo.view;

import dev.tars.console.base.Background;
import dev.tars.console.slo.Slo;
import dev.tars.console.slo.SloFeed;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Replays the past of the chosen objective through its tiers when a person asks for it. Belongs to the FX thread. */
final class BackTestViewModel {

    private final SloFeed feed;
    private final Background background;
    private final Clock clock;
    private final ReadOnlyObjectWrapper<BackTestState> state = new ReadOnlyObjectWrapper<>(BackTestState.none(""));
    private Optional<Background.Handle> running = Optional.empty();

    BackTestViewModel(SloFeed feed, Background background, Clock clock) {
        this.feed = feed;
        this.background = background;
        this.clock = clock;
    }

    ReadOnlyObjectProperty<BackTestState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Another objective is chosen: what was found of the old one is not shown beside it. */
    void choose(String objective) {
        if (!state.get().objective().equals(objective)) {
            cancel();
            state.set(BackTestState.none(objective));
        }
    }

    /** @param days how far back, 1 or more */
    void run(Slo slo, int days) {
        cancel();
        Instant now = clock.instant();
        state.set(new BackTestState(slo.id(), days, Optional.of(now), Optional.empty(), Optional.empty()));
        running = Optional.of(background.run(
                "Back-test of " + slo.title() + " over " + days + " d",
                progress -> feed.backTest(slo, now.minus(Duration.ofDays(days)), now),
                result -> state.set(
                        new BackTestState(slo.id(), days, Optional.empty(), Optional.of(result), Optional.empty())),
                problem -> state.set(
                        new BackTestState(slo.id(), days, Optional.empty(), Optional.empty(), Optional.of(problem)))));
    }

    /** Ends the one under way; nothing of it is shown. */
    void cancel() {
        running.ifPresent(Background.Handle::cancel);
        running = Optional.empty();
        if (state.get().busySince().isPresent()) {
            state.set(BackTestState.none(state.get().objective()));
        }
    }
}
