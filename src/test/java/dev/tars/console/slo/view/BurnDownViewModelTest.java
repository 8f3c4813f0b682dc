package dev.tars.console.slo.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tars.console.slo.BurnDown;
import dev.tars.console.slo.SloSource;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BurnDownViewModelTest {

    private final LiveBench bench = LiveBench.mixed();
    private final LiveViewModel live = bench.openModel();
    private final BurnDownViewModel model = new BurnDownViewModel(bench.feed, bench.background, LiveBench.words());

    /** What the page does at every change. */
    private BurnDownState pass(Duration time) {
        bench.pass(time);
        model.follow(live.getState());
        bench.background.crank();
        return model.stateProperty().get();
    }

    private BurnDown answer() {
        Instant to = bench.clock.instant();
        return new BurnDown(
                to.minus(Duration.ofDays(30)),
                to,
                Duration.ofMinutes(90),
                List.of(new SloSource.Course(
                        Map.of(), new long[] {to.toEpochMilli() - 1_000, to.toEpochMilli()}, new double[] {1, 0.4})),
                List.of());
    }

    @Test
    void onlyABudgetIsAskedForAndOnlyOnceTheChoiceStands() {
        live.select("redis-hits");
        pass(Duration.ofSeconds(5));
        assertThat(bench.feed.burnDowns()).as("it has no budget").isZero();
        live.select("error-rate");
        pass(Duration.ZERO);
        assertThat(bench.feed.burnDowns()).as("passing by").isZero();
        pass(Duration.ofSeconds(1));
        assertThat(bench.feed.burnDowns()).isOne();
    }

    @Test
    void itIsRenewedWithTheRecordsAndOtherwiseLeftAlone() {
        BurnDown answer = answer();
        bench.feed.answerBurnDowns(answer);
        live.select("error-rate");
        pass(Duration.ZERO);
        pass(Duration.ofSeconds(1));
        for (int second = 0; second < 299; second++) {
            pass(Duration.ofSeconds(1));
        }
        assertThat(bench.feed.burnDowns()).isOne();
        assertThat(pass(Duration.ofSeconds(1)).result()).contains(answer);
        assertThat(bench.feed.burnDowns()).isEqualTo(2);
    }

    @Test
    void nothingOfAnotherObjectiveStands() {
        bench.feed.answerBurnDowns(answer());
        live.select("error-rate");
        pass(Duration.ZERO);
        assertThat(pass(Duration.ofSeconds(1)).result()).isPresent();
        live.select("redis-hits");
        assertThat(pass(Duration.ZERO).result()).isEmpty();
    }

    @Test
    void aLateAnswerToAnotherChoiceIsNotShown() {
        bench.feed.answerBurnDowns(answer());
        live.select("error-rate");
        pass(Duration.ZERO);
        bench.pass(Duration.ofSeconds(1));
        model.follow(live.getState());
        live.select("redis-hits");
        assertThat(pass(Duration.ZERO).result()).isEmpty();
    }

    @Test
    void whatFailsIsSaidAndTriedAgainSooner() {
        bench.feed.failBurnDowns("too many samples");
        live.select("error-rate");
        pass(Duration.ZERO);
        assertThat(pass(Duration.ofSeconds(1)).problem()).isPresent();
        bench.feed.answerBurnDowns(answer());
        pass(Duration.ofSeconds(59));
        assertThat(bench.feed.burnDowns()).isOne();
        BurnDownState state = pass(Duration.ofSeconds(1));
        assertThat(state.problem()).isEmpty();
        assertThat(state.result()).isPresent();
    }

    @Test
    void aFigureReachesFromWholeToNothingWithWhatHappened() {
        LiveState state = live.getState();
        ChartFigure figure = ChartFigure.of(answer(), state, state.all().get(0).slo(), LiveBench.words());
        assertThat(figure.bound()).isZero();
        assertThat(figure.scale().low()).isZero();
        assertThat(figure.scale().high()).isGreaterThanOrEqualTo(100);
        assertThat(figure.lines().get(0).values()).containsExactly(100, 40);
        assertThat(figure.marks()).extracting(ChartMark::words).containsExactly("v1.0.1 starts");
        assertThat(figure.gaps()).as("before the first record").hasSize(1);
        assertThat(Optional.of(figure.more())).contains(0);
    }
}
