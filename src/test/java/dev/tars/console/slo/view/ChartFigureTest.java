package dev.tars.console.slo.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What is written on the chart beside its lines. The sample's release starts 3 h before its error rate burns. */
class ChartFigureTest {

    private final LiveBench bench = LiveBench.mixed();
    private final LiveViewModel model = bench.openModel();

    private ChartFigure figure(String objective, Duration range) {
        bench.feed.answerCourses((slo, from, to, step) -> SampleBoards.courses(slo, from, to, step, 1));
        model.select(objective);
        model.showRange(new ChartRange.Last(range));
        bench.background.crank();
        LiveState state = model.getState();
        return ChartFigure.of(state, state.selectedRow().orElseThrow().slo(), LiveBench.words());
    }

    @Test
    void theStartOfTheReleaseIsMarkedWhereTheChartReachesBackToIt() {
        assertThat(figure("error-rate", Duration.ofHours(6)).marks())
                .extracting(ChartMark::words)
                .containsExactly("v1.0.1 starts");
    }

    @Test
    void objectivesWithoutABudgetAreMarkedToo() {
        assertThat(figure("redis-hits", Duration.ofHours(6)).marks())
                .extracting(ChartMark::words)
                .containsExactly("v1.0.1 starts");
    }

    @Test
    void aReleaseThatStartedBeforeTheChartIsNotMarkedAtItsEdge() {
        assertThat(figure("error-rate", Duration.ofHours(1)).marks()).isEmpty();
    }

    @Test
    void timeWithoutSamplesIsAGapOfTheChart() {
        ChartFigure figure = figure("error-rate", Duration.ofHours(1));

        assertThat(figure.gaps()).isNotEmpty().allSatisfy(gap -> {
            assertThat(gap.from()).isBefore(gap.to());
            for (ChartLine line : figure.lines()) {
                for (int i = 0; i < line.millis().length; i++) {
                    Instant at = Instant.ofEpochMilli((long) line.millis()[i]);
                    boolean inside = at.isAfter(gap.from()) && at.isBefore(gap.to());
                    assertThat(inside && Double.isFinite(line.values()[i])).isFalse();
                }
            }
        });
    }
}
