package dev.tars.console.slo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ViolationLogTest {

    private static final Instant START = Instant.parse("2026-08-18T14:00:00Z");

    private final ViolationLog log = new ViolationLog(3);
    private int poll;

    /** One objective: violated polls are outside, the others inside; each ends at its first good poll. */
    private StateTrack poll(Slo slo, StateTrack before, double value) {
        Instant at = START.plusSeconds(poll++);
        Judgement judgement = new SloEvaluator(slo)
                .judge(Batches.of(slo.id(), value, value, value).batch(), at, SeenSeries.none());
        StateTrack after = before.next(judgement.state(), at, slo.hysteresis());
        log.record(slo, before, after, judgement);
        return after;
    }

    @Test
    void theOldestThatHasEndedGoesFirstAndAnOpenOneStays() {
        Slo open = Slos.of(Slos.ERRORS);
        poll(open, StateTrack.notAsked(START), 0.5);
        Slo flapping = Slos.of(Slos.LATENCY, "leave: 1");
        StateTrack track = StateTrack.notAsked(START);
        for (int i = 0; i < 5; i++) {
            track = poll(flapping, track, 0.2 + i);
            track = poll(flapping, track, 0.1);
        }
        List<Violation> kept = log.newestFirst();
        assertThat(kept).extracting(v -> v.slo().id()).containsExactly("latency", "latency", "errors");
        assertThat(kept).extracting(Violation::peak).containsExactly(4.2, 3.2, 0.5);
        assertThat(kept.get(2).end()).isEmpty();
    }

    @Test
    void whereHighIsGoodThePeakIsTheLowest() {
        Slo slo = Slos.of(Slos.ERRORS.replace("<= 1%", "> 99%"));
        StateTrack track = poll(slo, StateTrack.notAsked(START), 0.9);
        track = poll(slo, track, 0.8);
        poll(slo, track, 0.95);
        assertThat(log.newestFirst())
                .singleElement()
                .satisfies(v -> assertThat(v.peak()).isEqualTo(0.8));
    }
}
