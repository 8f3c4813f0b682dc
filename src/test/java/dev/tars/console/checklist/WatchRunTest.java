package dev.tars.console.checklist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tars.console.runbook.Watch;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A console's part in a watch: which answers become which entries. */
class WatchRunTest {

    private static final Instant START = Instant.parse("2026-11-25T12:00:00Z");

    private final List<String> kept = new ArrayList<>();
    private Duration held = Duration.ZERO;

    private static Watch rule(Watch.OnMiss onMiss, Watch.OnUnknown onUnknown) {
        return new Watch(Duration.ofMinutes(30), Duration.ofMinutes(1), onMiss, onUnknown);
    }

    private void answers(WatchRun run, int fromMinute, int toMinute, ItemState state) {
        for (int minute = fromMinute; minute <= toMinute; minute++) {
            keep(run.answered(START.plus(Duration.ofMinutes(minute)), state, List.of(), held));
        }
    }

    private void keep(List<Entry> entries) {
        for (Entry entry : entries) {
            if (entry instanceof Entry.WatchHeld it) {
                held = held.plus(Duration.between(it.from(), it.to()));
                kept.add(Duration.between(START, it.from()).toMinutes() + "-"
                        + Duration.between(START, it.to()).toMinutes());
            } else {
                kept.add(entry.getClass().getSimpleName());
            }
        }
    }

    @Test
    void timeIsKeptAtTheFirstAnswerEveryFiveMinutesAndAtTheEnd() {
        WatchRun run = new WatchRun("a", rule(Watch.OnMiss.RESTART, Watch.OnUnknown.PAUSE));
        answers(run, 0, 12, ItemState.MET);
        keep(run.end());

        assertThat(kept).containsExactly("0-0", "0-5", "5-10", "10-12");
        assertThat(held).isEqualTo(Duration.ofMinutes(12));
    }

    @Test
    void whatIsEnoughIsKeptAtOnce() {
        WatchRun run = new WatchRun("a", rule(Watch.OnMiss.RESTART, Watch.OnUnknown.PAUSE));
        held = Duration.ofMinutes(27);
        answers(run, 0, 3, ItemState.MET);

        assertThat(kept).containsExactly("0-0", "0-3");
    }

    @Test
    void aPauseIsSaidOnceAndItsTimeDoesNotCount() {
        WatchRun run = new WatchRun("a", rule(Watch.OnMiss.RESTART, Watch.OnUnknown.PAUSE));
        answers(run, 0, 2, ItemState.MET);
        answers(run, 3, 6, ItemState.UNKNOWN);
        answers(run, 7, 8, ItemState.MET);
        keep(run.end());

        assertThat(kept).containsExactly("0-0", "0-2", "WatchPaused", "7-7", "7-8");
        assertThat(held).isEqualTo(Duration.ofMinutes(3));
    }

    @Test
    void aMissBeginsAnewOrEndsItForGood() {
        WatchRun restarts = new WatchRun("a", rule(Watch.OnMiss.RESTART, Watch.OnUnknown.RESTART));
        answers(restarts, 0, 1, ItemState.MISSED);
        answers(restarts, 2, 3, ItemState.UNKNOWN);
        WatchRun fails = new WatchRun("a", rule(Watch.OnMiss.FAIL, Watch.OnUnknown.PAUSE));
        answers(fails, 0, 1, ItemState.MISSED);

        assertThat(kept).containsExactly("WatchRestarted", "WatchRestarted", "WatchFailed");
    }

    @Test
    void aGapBetweenTwoGoodAnswersDoesNotCount() {
        WatchRun run = new WatchRun("a", rule(Watch.OnMiss.RESTART, Watch.OnUnknown.PAUSE));
        answers(run, 0, 1, ItemState.MET);
        answers(run, 20, 21, ItemState.MET);
        keep(run.end());

        assertThat(kept).containsExactly("0-0", "0-1", "20-20", "20-21");
        assertThat(held).isEqualTo(Duration.ofMinutes(2));
    }

    @Test
    void itIsDueInItsRhythm() {
        WatchRun run = new WatchRun("a", rule(Watch.OnMiss.RESTART, Watch.OnUnknown.PAUSE));
        assertThat(run.isDue(START)).isTrue();
        run.asked(START);
        assertThat(run.isDue(START.plusSeconds(59))).isFalse();
        assertThat(run.isDue(START.plusSeconds(60))).isTrue();
        assertThat(run.isDue(START.minusSeconds(1))).isTrue();
    }
}
