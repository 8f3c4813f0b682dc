package dev.tars.console.ui.background;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class SecondTickTest {

    private static final Instant START = Instant.parse("2026-08-18T14:32:19Z");

    private Instant time = START;
    private final Queue<Runnable> events = new ArrayDeque<>();
    private final SecondTick tick = new SecondTick(
            new FxThread() {
                @Override
                public void later(Runnable event) {
                    events.add(event);
                }

                @Override
                public void withNextPulse(Runnable event) {
                    throw new AssertionError("a tick asks for no pulse");
                }
            },
            new Clock() {
                @Override
                public ZoneOffset getZone() {
                    return ZoneOffset.UTC;
                }

                @Override
                public Clock withZone(java.time.ZoneId zone) {
                    return this;
                }

                @Override
                public Instant instant() {
                    return time;
                }
            });

    @Test
    void theTimeIsReadWhenTheEventRuns() {
        tick.post();
        time = START.plusSeconds(3);
        assertThat(tick.nowProperty().get()).isEqualTo(START);

        events.remove().run();

        assertThat(tick.nowProperty().get()).isEqualTo(START.plusSeconds(3));
    }

    @Test
    void secondsThatPassWhileTheWindowStandsStillAreOneEvent() {
        tick.post();
        tick.post();
        tick.post();
        assertThat(events).hasSize(1);

        events.remove().run();
        tick.post();
        assertThat(events).hasSize(1);
    }

    @Test
    void nothingTicksAfterTheEnd() {
        tick.post();
        time = START.plusSeconds(1);
        tick.close();

        events.remove().run();

        assertThat(tick.nowProperty().get()).isEqualTo(START);
    }
}
