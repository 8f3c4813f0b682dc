package dev.tars.console.slo.view;

import dev.tars.console.app.Theme;
import dev.tars.console.app.settings.Density;
import dev.tars.console.base.Ticker;
import dev.tars.console.ui.Texts;
import dev.tars.console.ui.background.FxBackground;
import dev.tars.console.ui.background.FxThread;
import dev.tars.console.ui.background.SecondTick;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.stage.Stage;

/** A real wall in a window of 1920 by 1080, over a feed that brings a board every 15 s. For measuring. */
public final class WallOnScriptedFeed implements AutoCloseable {

    private final Clock clock = Clock.systemUTC();
    private final ScriptedSloFeed feed = new ScriptedSloFeed(SampleBoards.mixed(clock.instant(), 1));
    private final ScheduledExecutorService polls = Executors.newSingleThreadScheduledExecutor();

    private WallOnScriptedFeed() {}

    /** Starts the toolkit and shows the wall. */
    public static WallOnScriptedFeed open() throws InterruptedException {
        WallOnScriptedFeed wall = new WallOnScriptedFeed();
        CountDownLatch shown = new CountDownLatch(1);
        Platform.startup(() -> {
            wall.show();
            shown.countDown();
        });
        shown.await();
        return wall;
    }

    private void show() {
        SecondTick tick = new SecondTick(FxThread.real(), clock);
        WallScreen screen = new WallScreen(
                feed,
                new FxBackground(polls, FxThread.real()),
                clock,
                Ticker.system(),
                ZoneOffset.UTC,
                tick.nowProperty(),
                new SimpleObjectProperty<>(WallScreenshots.PRODUCTION),
                new Texts());
        Theme theme = new Theme();
        theme.use(true, 100, Density.STANDARD);
        Scene scene = new Scene(screen.root(), 1920, 1080);
        theme.dress(scene);
        Stage stage = new Stage();
        stage.setScene(scene);
        stage.show();
        screen.open();
        tick.open();
        polls.scheduleAtFixedRate(
                () -> feed.publish(
                        SampleBoards.mixed(clock.instant(), feed.board().tick() + 1)),
                15,
                15,
                TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        polls.shutdownNow();
        Platform.exit();
    }
}
