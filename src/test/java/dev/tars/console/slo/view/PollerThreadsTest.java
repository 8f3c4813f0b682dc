package dev.tars.console.slo.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tars.console.app.Theme;
import dev.tars.console.app.settings.Density;
import dev.tars.console.slo.SloBoard;
import dev.tars.console.ui.Texts;
import dev.tars.console.ui.background.FxBackground;
import dev.tars.console.ui.background.FxThread;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Boards come from other threads, also while the page closes. */
@ExtendWith(ApplicationExtension.class)
@Timeout(120)
@SuppressWarnings("NullAway.Init")
class PollerThreadsTest {

    private static final int UPDATES = 1000;

    private final List<Throwable> uncaught = new CopyOnWriteArrayList<>();
    private final LiveBench bench = LiveBench.mixed();
    private Thread.UncaughtExceptionHandler before;
    private FxBackground background;
    private LiveScreen screen;
    private Stage window;

    @Start
    void start(Stage stage) {
        background = new FxBackground(Runnable::run, FxThread.real());
        screen = new LiveScreen(
                bench.feed,
                background,
                bench.clock,
                ZoneOffset.UTC,
                bench.tick,
                bench.memory,
                () -> new EnvironmentMark("practice", true),
                board -> "",
                new Texts());
        window = stage;
        Theme theme = new Theme();
        theme.use(false, 100, Density.STANDARD);
        Scene scene = new Scene(screen.root(), 1102, 738);
        theme.dress(scene);
        stage.setScene(scene);
        stage.show();
        screen.open();
    }

    @BeforeEach
    void watch() {
        before = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler((thread, e) -> uncaught.add(e));
    }

    @AfterEach
    void unwatch() {
        Thread.setDefaultUncaughtExceptionHandler(before);
        background.close();
    }

    private Thread poller(CountDownLatch halfWay) {
        SloBoard mixed = SampleBoards.mixed(SampleBoards.AT, 0);
        Thread poller = new Thread(() -> {
            for (int i = 1; i <= UPDATES; i++) {
                bench.feed.publish(new SloBoard(
                        SampleBoards.AT,
                        7 + i,
                        mixed.readings(),
                        mixed.violations(),
                        mixed.observedSince(),
                        mixed.health()));
                if (i == UPDATES / 2) {
                    halfWay.countDown();
                }
            }
        });
        poller.setDaemon(true);
        poller.start();
        return poller;
    }

    @Test
    void theLastOfAThousandUpdatesIsTheOneOnTheScreen() throws Exception {
        Thread poller = poller(new CountDownLatch(1));
        poller.join(60_000);

        WaitForAsyncUtils.waitFor(
                20,
                TimeUnit.SECONDS,
                () -> screen.model().getState().watch().newest().tick() == 7 + UPDATES);
        assertThat(uncaught).isEmpty();
    }

    @Test
    void nothingArrivesAfterTheCloseAndNoThreadBreaks(FxRobot robot) throws Exception {
        CountDownLatch halfWay = new CountDownLatch(1);
        Thread poller = poller(halfWay);
        assertThat(halfWay.await(60, TimeUnit.SECONDS)).isTrue();
        AtomicReference<LiveState> last = new AtomicReference<>();
        robot.interact(() -> {
            screen.close();
            window.hide();
            last.set(screen.model().getState());
        });

        poller.join(60_000);
        WaitForAsyncUtils.waitForFxEvents();

        assertThat(poller.isAlive()).isFalse();
        assertThat(screen.model().getState()).isSameAs(last.get());
        robot.interact(screen::dispose);
        assertThat(bench.feed.receivers()).isZero();
        assertThat(uncaught).isEmpty();
    }
}
