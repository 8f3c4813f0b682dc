package dev.tars.console.slo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tars.console.base.Ticker;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The monitor on real threads: field case JFX-01, its last sentence. */
class SloMonitorThreadsTest {

    @Test
    @Timeout(30)
    void aCloseInTheMiddleOfAHangingPollLeavesNothingBehind() throws Exception {
        ScheduledThreadPoolExecutor scheduler = new ScheduledThreadPoolExecutor(3);
        scheduler.setRemoveOnCancelPolicy(true);
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        ScriptedSloSource source = new ScriptedSloSource();
        source.answers((expressions, at) -> {
            asked.countDown();
            try {
                new CountDownLatch(1).await();
                return Batches.answers().batch();
            } catch (InterruptedException e) {
                interrupted.countDown();
                throw e;
            }
        });
        SloMonitor monitor = new SloMonitor(
                List.of(Slos.of(Slos.LATENCY)),
                source,
                Clock.systemUTC(),
                Ticker.system(),
                scheduler,
                SloMonitor.INTERVAL,
                ZoneOffset.UTC,
                Optional::empty);
        monitor.open();
        assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();
        monitor.close();
        assertThat(interrupted.await(2, TimeUnit.SECONDS)).as("the poll ends").isTrue();
        assertThat(scheduler.getQueue()).as("tasks left").isEmpty();
        scheduler.shutdown();
        assertThat(scheduler.awaitTermination(2, TimeUnit.SECONDS))
                .as("threads end")
                .isTrue();
    }
}
