package dev.tars.console.ui.background;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tars.console.base.Ticker;
import dev.tars.console.ui.background.StallWatchdog.Stalls;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
@Timeout(60)
class StallWatchdogTest {

    @Start
    void start(Stage stage) {
        stage.show();
    }

    private static void plantedStall() {
        long end = System.nanoTime() + Duration.ofMillis(400).toNanos();
        while (System.nanoTime() < end) {
            Thread.onSpinWait();
        }
    }

    @Test
    void aBusyFxThreadIsCaughtWithTheStackThatCausedIt() throws InterruptedException {
        BlockingQueue<Stalls> told = new LinkedBlockingQueue<>();
        FxThread fx = FxThread.real();
        try (StallWatchdog watchdog = new StallWatchdog(fx, Clock.systemUTC(), Ticker.system(), told::add)) {
            watchdog.open();
            Stalls caught = Stalls.NONE;
            // A machine under load may stall by itself first, or take the stack just after the loop has ended.
            for (int tries = 0; tries < 20 && !namesThePlantedOne(caught); tries++) {
                WaitForAsyncUtils.waitForAsyncFx(10_000, StallWatchdogTest::plantedStall);
                Stalls next = told.poll(2, TimeUnit.SECONDS);
                caught = next == null ? caught : next;
            }
            assertThat(namesThePlantedOne(caught)).isTrue();
            assertThat(caught.count()).isPositive();
            assertThat(caught.last()).hasSizeLessThanOrEqualTo(10);
            assertThat(caught.last().get(0).lasted()).isGreaterThanOrEqualTo(StallWatchdog.LIMIT);
        }
    }

    private static boolean namesThePlantedOne(Stalls stalls) {
        return stalls.last().stream().anyMatch(stall -> stall.stackText().contains("plantedStall"));
    }

    @Test
    void onlyTheLastTenStacksAreKeptWhileAllAreCounted() {
        Stalls stalls = Stalls.NONE;
        for (int i = 0; i < 25; i++) {
            stalls = stalls.plus(new Stall(Clock.systemUTC().instant(), Duration.ofMillis(i), java.util.List.of()));
        }
        assertThat(stalls.count()).isEqualTo(25);
        assertThat(stalls.last()).hasSize(10);
        assertThat(stalls.last().get(0).lasted()).isEqualTo(Duration.ofMillis(24));
    }
}
