package dev.tars.console.slo.view;

import dev.tars.console.base.Background;
import dev.tars.console.slo.SloBoard;
import dev.tars.console.slo.SloFeed;
import dev.tars.console.slo.SloState;
import dev.tars.console.ui.Screen.Badges;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.util.Subscription;

/** Counts for the navigation; they go on while the page itself is hidden, and turn unknown when the boards stop. */
final class LiveBadges implements AutoCloseable {

    private final ReadOnlyObjectWrapper<Badges> badges = new ReadOnlyObjectWrapper<>(Badges.NONE);
    private final Clock clock;
    private final Background.Relay<SloBoard> relay;
    private final SloFeed.Subscription boards;
    private final Subscription seconds;
    private SloBoard newest;

    LiveBadges(SloFeed feed, Background background, Clock clock, ObservableValue<Instant> tick) {
        this.clock = clock;
        this.newest = feed.board();
        this.relay = background.relay(this::show);
        this.boards = feed.subscribe(relay::send);
        this.seconds = tick.subscribe(at -> count());
        count();
    }

    ObservableValue<Badges> badges() {
        return badges.getReadOnlyProperty();
    }

    private void show(SloBoard board) {
        newest = board;
        count();
    }

    private void count() {
        Duration age = Duration.between(newest.at(), clock.instant());
        boolean late =
                newest.tick() > 0 && age.compareTo(newest.health().interval().multipliedBy(2)) > 0;
        int all = newest.readings().size();
        int unknown = (int)
                newest.readings().stream().filter(r -> r.state().isUnknown()).count();
        badges.set(late ? new Badges(0, all) : new Badges((int) newest.count(SloState.VIOLATED), unknown));
    }

    @Override
    public void close() {
        boards.close();
        relay.close();
        seconds.unsubscribe();
    }
}
