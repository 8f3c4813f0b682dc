package dev.tars.console.slo.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tars.console.slo.Slo;
import dev.tars.console.slo.SloBoard;
import dev.tars.console.slo.SloReading;
import dev.tars.console.slo.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MediansViewModelTest {

    private static final String QUANTILE = "histogram_quantile(0.95, sum by (le, region) (rate(x_bucket[5m])))";

    private final LiveBench bench = new LiveBench(board(SampleBoards.AT, 7));
    private final LiveViewModel live = bench.openModel();
    private final MediansViewModel model = new MediansViewModel(bench.feed, bench.background, LiveBench.words());

    /** The board of the samples, its first objective judged by a quantile. */
    private static SloBoard board(Instant at, long tick) {
        SloBoard b = SampleBoards.mixed(at, tick);
        List<SloReading> readings = b.readings().stream()
                .map(r -> r.slo().id().equals("evaluation-latency") ? quantile(r) : r)
                .toList();
        return new SloBoard(b.at(), tick, readings, b.violations(), b.observedSince(), b.health(), b.mark());
    }

    private static SloReading quantile(SloReading r) {
        Slo s = r.slo();
        Map<Window, String> asked =
                Map.of(Window.ONE_MINUTE, QUANTILE, Window.FIVE_MINUTES, QUANTILE, Window.ONE_HOUR, QUANTILE);
        Slo slo = new Slo(
                s.id(),
                s.title(),
                s.scope(),
                s.kind(),
                s.objective(),
                asked,
                s.judgedOn(),
                s.target(),
                s.freshness(),
                s.severity(),
                s.steps(),
                s.hysteresis(),
                s.staleAfter(),
                s.budget(),
                s.why(),
                s.mend(),
                s.line());
        return new SloReading(
                slo,
                r.state(),
                r.noData(),
                r.since(),
                r.severity(),
                r.values(),
                r.valuesAt(),
                r.bySeries(),
                r.sentence(),
                r.lastHour(),
                r.budget(),
                r.evidence());
    }

    private void follow() {
        model.follow(live.getState());
        bench.background.crank();
    }

    private LiveRow row() {
        return live.getState().selectedRow().orElseThrow();
    }

    @Test
    void eachTimeThatIsJudgedIsAskedOfOnce() {
        live.select("evaluation-latency");
        follow();
        follow();
        assertThat(bench.feed.medians)
                .containsExactly(row().reading().valuesAt().orElseThrow());
        assertThat(model.of(row(), SampleBoards.INTERVAL)).isPresent();
        bench.pass(SampleBoards.INTERVAL);
        bench.arrive(board(bench.clock.instant().minusSeconds(4), 8));
        assertThat(model.of(row(), SampleBoards.INTERVAL))
                .as("until the next ones come")
                .isPresent();
        follow();
        assertThat(bench.feed.medians).hasSize(2);
    }

    @Test
    void whatIsNoQuantileIsNotAsked() {
        live.select("redis-hits");
        follow();
        assertThat(bench.feed.medians).isEmpty();
        assertThat(model.of(row(), SampleBoards.INTERVAL)).isEmpty();
    }

    @Test
    void noMedianStandsBesideAnotherObjectiveOrBesideOldFigures() {
        live.select("evaluation-latency");
        follow();
        LiveRow latency = row();
        live.select("redis-hits");
        follow();
        assertThat(model.of(latency, SampleBoards.INTERVAL)).isEmpty();
        live.select("evaluation-latency");
        follow();
        bench.pass(Duration.ofMinutes(5));
        assertThat(model.of(row(), SampleBoards.INTERVAL))
                .as("nobody judges any more")
                .isEmpty();
    }
}
