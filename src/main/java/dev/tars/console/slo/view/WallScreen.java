package dev.tars.console.slo.view;

import dev.tars.console.base.Background;
import dev.tars.console.base.Ticker;
import dev.tars.console.slo.SloFeed;
import dev.tars.console.ui.FxmlViews;
import dev.tars.console.ui.Texts;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.Parent;
import javafx.util.Subscription;

/** The wall: the objectives for a room, over a whole screen, for days. It is opened when it is shown. */
public final class WallScreen implements AutoCloseable {

    private final LiveWords live;
    private final WallViewModel model;
    private final WallView view;
    private final Parent root;
    private final ObservableValue<Instant> tick;
    private final ObservableValue<WallPlace> place;
    private Optional<Subscription> open = Optional.empty();

    /**
     * Makes the wall; on the FX thread.
     *
     * @param feed the boards
     * @param background the way to the FX thread
     * @param clock the time ages are counted to
     * @param ticker the same, where the clock was set or slept
     * @param zone the zone times are written in
     * @param tick changes about once a second, on the FX thread
     * @param place what it speaks of
     * @param texts the words
     */
    public WallScreen(
            SloFeed feed,
            Background background,
            Clock clock,
            Ticker ticker,
            ZoneId zone,
            ObservableValue<Instant> tick,
            ObservableValue<WallPlace> place,
            Texts texts) {
        this.tick = tick;
        this.place = place;
        model = new WallViewModel(feed, background, clock, ticker, tick);
        live = new LiveWords(texts, zone);
        WallWords words = new WallWords(live);
        FxmlViews.Loaded<WallView> loaded = new FxmlViews(texts)
                .load("slo-wall", WallView.class, Map.of(WallView.class, () -> new WallView(model, words)));
        view = loaded.controller();
        root = loaded.root();
    }

    /** Who knows what is acknowledged. */
    public void onAcknowledge(Acknowledging desk) {
        live.acknowledging(desk);
    }

    public Parent root() {
        return root;
    }

    /** Starts watching; everything begun here ends in {@link #close()}. */
    public void open() {
        close();
        // The clock hangs on nothing the poll chain does: it stands only where the window does.
        open = Optional.of(Subscription.combine(tick.subscribe(view::tell), place.subscribe(view::place)));
        model.open();
    }

    @Override
    public void close() {
        open.ifPresent(Subscription::unsubscribe);
        open = Optional.empty();
        model.close();
    }

    WallViewModel model() {
        return model;
    }
}
