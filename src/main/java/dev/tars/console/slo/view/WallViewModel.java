package dev.tars.console.slo.view;

import dev.tars.console.base.Background;
import dev.tars.console.base.Ticker;
import dev.tars.console.slo.SloBoard;
import dev.tars.console.slo.SloFeed;
import dev.tars.console.slo.view.Heartbeat.Moment;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.util.Subscription;

/** The wall without a screen. All methods belong to the FX thread; boards come in through a relay. */
final class WallViewModel {

    private static final double USUAL_HEIGHT = 1_008;
    private static final Duration BURN_IN = Duration.ofMinutes(10);
    private static final int PLACES = 4;

    private final SloFeed feed;
    private final Background background;
    private final Clock clock;
    private final Ticker ticker;
    private final ObservableValue<Instant> tick;
    private final ReadOnlyObjectWrapper<WallState> state;
    private final ReadOnlyIntegerWrapper place = new ReadOnlyIntegerWrapper();

    private Optional<Background.Relay<SloBoard>> relay = Optional.empty();
    private Optional<SloFeed.Subscription> boards = Optional.empty();
    private Optional<Subscription> seconds = Optional.empty();
    private double height = USUAL_HEIGHT;
    private long opened;

    /** @param tick changes about once a second: ages grow even when nothing arrives */
    WallViewModel(SloFeed feed, Background background, Clock clock, Ticker ticker, ObservableValue<Instant> tick) {
        this.feed = feed;
        this.background = background;
        this.clock = clock;
        this.ticker = ticker;
        this.tick = tick;
        this.opened = ticker.nanos();
        this.state = new ReadOnlyObjectWrapper<>(WallState.first(feed.board(), moment(), height));
    }

    ReadOnlyObjectProperty<WallState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    WallState getState() {
        return state.get();
    }

    /** Which of four places the picture stands in, 2 px apart, so that nothing burns in. */
    ReadOnlyIntegerProperty placeProperty() {
        return place.getReadOnlyProperty();
    }

    /** Starts watching; everything begun here ends in {@link #close()}. */
    void open() {
        close();
        opened = ticker.nanos();
        state.set(state.get().opened());
        Background.Relay<SloBoard> door = background.relay(this::show);
        relay = Optional.of(door);
        show(feed.board());
        boards = Optional.of(feed.subscribe(door::send));
        seconds = Optional.of(tick.subscribe(at -> look()));
    }

    void close() {
        boards.ifPresent(SloFeed.Subscription::close);
        relay.ifPresent(Background.Relay::close);
        seconds.ifPresent(Subscription::unsubscribe);
        boards = Optional.empty();
        relay = Optional.empty();
        seconds = Optional.empty();
    }

    private void show(SloBoard board) {
        put(board, state.get().heartbeat().judged(board, moment()));
    }

    /** A frame with the newest board is on the screen: the last link of the chain. */
    void painted() {
        WallState s = state.get();
        if (s.heartbeat().awaitsPaint()) {
            put(s.board(), s.heartbeat().painted());
        }
    }

    /** @param room for rows, in the wall's own pixels */
    void room(double room) {
        if (room > 0 && room != height) {
            height = room;
            look();
        }
    }

    private void look() {
        place.set((int) (shown().toNanos() / BURN_IN.toNanos() % PLACES));
        put(state.get().board(), state.get().heartbeat());
    }

    private void put(SloBoard board, Heartbeat heartbeat) {
        state.set(state.get().then(board, heartbeat, moment(), height, shown()));
    }

    private Duration shown() {
        return Duration.ofNanos(ticker.nanos() - opened);
    }

    private Moment moment() {
        return new Moment(clock.instant(), ticker.nanos());
    }
}
