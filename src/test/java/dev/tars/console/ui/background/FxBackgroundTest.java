package dev.tars.console.ui.background;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tars.console.base.Background.Handle;
import dev.tars.console.base.Background.Relay;
import dev.tars.console.base.Problem;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
@Timeout(30)
class FxBackgroundTest {

    private final Workers workers = new Workers("test", 2);
    private final FxThread fx = FxThread.real();
    private final FxBackground background = new FxBackground(workers.pool(), fx);

    @Start
    void start(Stage stage) {
        stage.show();
    }

    @AfterEach
    void close() {
        background.close();
        workers.close();
    }

    private static void fxEvents() {
        WaitForAsyncUtils.waitForFxEvents();
    }

    @Test
    void workRunsOffTheFxThreadAndItsOutcomeArrivesOnIt() throws Exception {
        CompletableFuture<List<Boolean>> outcome = new CompletableFuture<>();
        background.run(
                "Asking",
                progress -> Platform.isFxApplicationThread(),
                onFx -> outcome.complete(List.of(onFx, Platform.isFxApplicationThread())),
                problem -> outcome.completeExceptionally(new AssertionError(problem)));
        assertThat(outcome.get(10, TimeUnit.SECONDS)).containsExactly(false, true);
    }

    @Test
    void aFailureArrivesAsAProblem() throws Exception {
        CompletableFuture<Problem> outcome = new CompletableFuture<>();
        background.run(
                "Asking Jaeger",
                progress -> {
                    throw new IOException("refused");
                },
                done -> {},
                outcome::complete);
        Problem problem = outcome.get(10, TimeUnit.SECONDS);
        assertThat(problem.what()).isEqualTo("Asking Jaeger failed.");
        assertThat(problem.details()).isEqualTo("refused");
    }

    @Test
    void anOutcomeIsNeverDeliveredInlineEvenWhenAskedForOnTheFxThread() {
        AtomicBoolean inline = new AtomicBoolean(true);
        FxBackground direct = new FxBackground(Runnable::run, fx);
        WaitForAsyncUtils.waitForAsyncFx(5000, () -> {
            AtomicBoolean delivered = new AtomicBoolean();
            direct.run("Now", progress -> 1, one -> delivered.set(true), problem -> {});
            inline.set(delivered.get());
        });
        assertThat(inline).isFalse();
    }

    @Test
    void cancelledWorkIsInterruptedAndDeliversNothing() throws Exception {
        CountDownLatch running = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        List<Object> outcomes = new CopyOnWriteArrayList<>();
        Handle handle = background.run(
                "Waiting",
                progress -> {
                    running.countDown();
                    try {
                        new CountDownLatch(1).await();
                    } catch (InterruptedException e) {
                        interrupted.countDown();
                        throw e;
                    }
                    return 1;
                },
                outcomes::add,
                outcomes::add);
        assertThat(running.await(10, TimeUnit.SECONDS)).isTrue();
        handle.cancel();
        assertThat(interrupted.await(10, TimeUnit.SECONDS)).isTrue();
        fxEvents();
        assertThat(outcomes).isEmpty();
        assertThat(handle.isDone()).isTrue();
    }

    @Test
    void moreWorkThanFitsIsRefusedWithAProblemNotPiledUp() throws Exception {
        CountDownLatch open = new CountDownLatch(1);
        AtomicInteger refused = new AtomicInteger();
        CountDownLatch answered = new CountDownLatch(100);
        for (int i = 0; i < 100; i++) {
            background.run(
                    "Work", progress -> open.await(20, TimeUnit.SECONDS), done -> answered.countDown(), problem -> {
                        refused.incrementAndGet();
                        answered.countDown();
                    });
        }
        open.countDown();
        assertThat(answered.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(refused).hasValue(100 - 64 - 2);
    }

    @Test
    void aFloodFromAnotherThreadCostsAtMostOneDeliveryAPulseAndEndsWithTheLastValue() throws Exception {
        List<Integer> seen = new CopyOnWriteArrayList<>();
        AtomicInteger pulses = new AtomicInteger();
        CountDownLatch last = new CountDownLatch(1);
        Relay<Integer> relay = background.relay(value -> {
            seen.add(value);
            pulses.incrementAndGet();
            if (value == 100_000) {
                last.countDown();
            }
        });
        Thread poller = new Thread(() -> {
            for (int i = 1; i <= 100_000; i++) {
                relay.send(i);
            }
        });
        poller.start();
        assertThat(last.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(seen)
                .hasSizeLessThan(1_000)
                .isSorted()
                .doesNotHaveDuplicates()
                .endsWith(100_000);
    }

    @Test
    void nothingPassesARelayOnceItOrItsBackgroundIsClosed() throws Exception {
        List<Integer> seen = new CopyOnWriteArrayList<>();
        Relay<Integer> relay = background.relay(seen::add);
        WaitForAsyncUtils.waitForAsyncFx(5000, () -> {
            relay.send(1);
            relay.close();
        });
        relay.send(2);
        Relay<Integer> other = background.relay(seen::add);
        WaitForAsyncUtils.waitForAsyncFx(5000, () -> {
            other.send(3);
            background.close();
        });
        other.send(4);
        fxEvents();
        fxEvents();
        assertThat(seen).isEmpty();
    }

    /** JFX-01. */
    @Test
    void aPollerThatSendsWhileTheWindowClosesHarmsNothingAndEnds() throws Exception {
        List<Throwable> uncaught = new CopyOnWriteArrayList<>();
        Thread.setDefaultUncaughtExceptionHandler((thread, problem) -> uncaught.add(problem));
        try {
            List<Integer> seen = new CopyOnWriteArrayList<>();
            Relay<Integer> relay = background.relay(seen::add);
            CountDownLatch half = new CountDownLatch(1);
            CountDownLatch closed = new CountDownLatch(1);
            CompletableFuture<Integer> poller = new CompletableFuture<>();
            workers.scheduler().execute(() -> {
                for (int i = 1; i <= 1000; i++) {
                    relay.send(i);
                    if (i == 500) {
                        half.countDown();
                        awaitUnchecked(closed);
                    }
                }
                poller.complete(1000);
            });
            assertThat(half.await(10, TimeUnit.SECONDS)).isTrue();
            WaitForAsyncUtils.waitForAsyncFx(5000, relay::close);
            int atClose = seen.size();
            closed.countDown();
            poller.get(10, TimeUnit.SECONDS);
            long before = System.nanoTime();
            workers.close();
            fxEvents();
            assertThat(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - before))
                    .isLessThan(2_000);
            assertThat(seen).hasSize(atClose).allMatch(value -> value <= 500);
            assertThat(uncaught).isEmpty();
        } finally {
            Thread.setDefaultUncaughtExceptionHandler(null);
        }
    }

    private static void awaitUnchecked(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void closingWorkersEndsTheirThreadsAndKeepsNoneAlive() throws Exception {
        Workers own = new Workers("short-lived", 1);
        CountDownLatch running = new CountDownLatch(2);
        own.pool().execute(() -> {
            running.countDown();
            awaitUnchecked(new CountDownLatch(1));
        });
        own.scheduler().scheduleAtFixedRate(running::countDown, 0, 1, TimeUnit.HOURS);
        assertThat(running.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(threads("short-lived")).isNotEmpty().allMatch(Thread::isDaemon);
        own.close();
        assertThat(threads("short-lived")).isEmpty();
    }

    private static List<Thread> threads(String owner) {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith(owner))
                .toList();
    }
}
