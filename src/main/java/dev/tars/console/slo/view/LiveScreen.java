package dev.tars.console.slo.view;

import dev.tars.console.base.Background;
import dev.tars.console.slo.SloBoard;
import dev.tars.console.slo.SloFeed;
import dev.tars.console.ui.FxmlViews;
import dev.tars.console.ui.Screen;
import dev.tars.console.ui.Texts;
import dev.tars.console.ui.UiAction;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Parent;

/** The page "Live": is production within its objectives now, and why not. */
public final class LiveScreen implements Screen {

    private final LiveViewModel model;
    private final LiveActions does;
    private final BackTestViewModel backTests;
    private final MediansViewModel medians;
    private final BurnDownViewModel burnDowns;
    private final LiveBadges badges;
    private final LiveView view;
    private final Parent root;
    private final List<UiAction> actions;

    /**
     * Makes the page; on the FX thread.
     *
     * @param feed the boards
     * @param background workers, and the way back to the FX thread
     * @param clock the time ages are counted to
     * @param zone the zone times are written in
     * @param tick changes about once a second, on the FX thread
     * @param memory where what a person arranged is kept
     * @param mark which environment a picture or evidence is of
     * @param csv a board as comma separated values
     * @param texts the words
     */
    public LiveScreen(
            SloFeed feed,
            Background background,
            Clock clock,
            ZoneId zone,
            ObservableValue<Instant> tick,
            PanelMemory memory,
            Supplier<EnvironmentMark> mark,
            Function<SloBoard, String> csv,
            Texts texts) {
        LiveWords words = new LiveWords(texts, zone);
        model = new LiveViewModel(feed, background, clock, tick, words);
        badges = new LiveBadges(feed, background, clock, tick);
        does = new LiveActions(model, mark);
        backTests = new BackTestViewModel(feed, background, clock);
        medians = new MediansViewModel(feed, background, words);
        burnDowns = new BurnDownViewModel(feed, background, words);
        LiveExport export = new LiveExport(model, background, mark, csv);
        FxmlViews.Loaded<LiveView> loaded = new FxmlViews(texts)
                .load(
                        "slo",
                        LiveView.class,
                        Map.of(
                                LiveView.class, () -> new LiveView(model, memory, export),
                                BoardView.class, () -> new BoardView(model, memory),
                                ViolationsView.class, () -> new ViolationsView(model),
                                DetailView.class,
                                        () -> new DetailView(model, medians, does::copyEvidence, does::acceptGone),
                                BudgetView.class, () -> new BudgetView(model),
                                BurnDownView.class, () -> new BurnDownView(model, burnDowns),
                                BackTestView.class, () -> new BackTestView(model, backTests),
                                RangeView.class, () -> new RangeView(model),
                                CoursePane.class, () -> new CoursePane(model)));
        view = loaded.controller();
        root = loaded.root();
        actions = does.all(view);
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public Node initialFocus() {
        return view.table();
    }

    @Override
    public void open() {
        model.open();
    }

    @Override
    public void close() {
        backTests.cancel();
        burnDowns.cancel();
        medians.cancel();
        model.close();
    }

    /** Ends the page for good: the navigation's counts end too. */
    public void dispose() {
        model.close();
        badges.close();
    }

    /** Who knows what is acknowledged, and where the key A ends. */
    public void onAcknowledge(Acknowledging desk) {
        model.words().acknowledging(desk);
        does.acknowledging(desk);
    }

    /** A label set as the page names it. */
    public static String name(Map<String, String> labels, Texts texts) {
        return new LiveWords(texts, ZoneOffset.UTC).series(labels);
    }

    /** What the button of the wall view does; without it there is no button. */
    public void onWall(Runnable show) {
        view.onWall(show);
    }

    @Override
    public ObservableValue<Badges> badges() {
        return badges.badges();
    }

    @Override
    public List<UiAction> actions() {
        return actions;
    }

    LiveView view() {
        return view;
    }

    LiveViewModel model() {
        return model;
    }
}
