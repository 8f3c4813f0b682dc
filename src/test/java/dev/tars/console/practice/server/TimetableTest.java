package dev.tars.console.practice.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class TimetableTest {

    @Test
    void theNextTurnIsTheFirstAlignedInstantAfterNow() {
        assertThat(Timetable.nextAfter(15_000, 15_000, 0)).isEqualTo(30_000);
        assertThat(Timetable.nextAfter(29_999, 15_000, 0)).isEqualTo(30_000);
        assertThat(Timetable.nextAfter(30_000, 15_000, 4_000)).isEqualTo(34_000);
        assertThat(Timetable.nextAfter(2_000, 15_000, 4_000)).isEqualTo(4_000);
    }

    @Test
    void workGetsTheAlignedInstantAndATurnThatFailsDoesNotEndTheOthers() throws InterruptedException {
        ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor();
        BlockingQueue<Instant> turns = new LinkedBlockingQueue<>();
        try {
            new Timetable(executor, Clock.systemUTC()).every(Duration.ofMillis(50), Duration.ofMillis(7), at -> {
                turns.add(at);
                throw new IllegalStateException("broken on purpose");
            });
            Instant first = turns.poll(10, TimeUnit.SECONDS);
            Instant second = turns.poll(10, TimeUnit.SECONDS);
            assertThat(first.toEpochMilli() % 50).isEqualTo(7);
            assertThat(second.toEpochMilli() % 50).isEqualTo(7);
            assertThat(second).isAfter(first);
        } finally {
            executor.shutdownNow();
        }
    }
}
