package dev.tars.console.slo.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tars.console.base.Problem;
import dev.tars.console.slo.NoData;
import dev.tars.console.slo.Severity;
import dev.tars.console.slo.SloBoard;
import dev.tars.console.slo.SloReading;
import dev.tars.console.slo.SloSource.Course;
import dev.tars.console.slo.SloSource.SourceFailed;
import dev.tars.console.slo.SloState;
import dev.tars.console.slo.Violation;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LiveViewModelTest {

    private static final Instant AT = SampleBoards.AT;

    private static List<String> ids(LiveViewModel model) {
        return model.getState().rows().stream().map(LiveRow::id).toList();
    }

    private static SloBoard with(SloBoard board, Instant at, List<SloReading> readings) {
        return new SloBoard(
                at, board.tick() + 1, readings, board.violations(), board.observedSince(), SampleBoards.healthy(at));
    }

    private static SloReading as(SloReading r, SloState state, Instant since, Optional<Severity> severity) {
        return new SloReading(
                r.slo(),
                state,
                state == SloState.NO_DATA ? Optional.of(NoData.STALE) : Optional.empty(),
                since,
                severity,
                r.values(),
                r.valuesAt(),
                r.bySeries(),
                r.sentence(),
                r.lastHour(),
                r.budget(),
                r.evidence());
    }

    @Test
    void theWorstStandsFirstAndUnknownBeforeBurning() {
        LiveViewModel model = LiveBench.mixed().openModel();

        assertThat(ids(model).subList(0, 6))
                .containsExactly(
                        "api-latency", "ppo-memory", "cross-region", "error-rate", "queue-depth", "availability");
    }

    @Test
    void amongViolationsTheMoreSevereStandsFirst() {
        LiveBench bench = LiveBench.mixed();
        LiveViewModel model = bench.openModel();
        List<SloReading> readings = new ArrayList<>(bench.feed.board().readings());
        readings.replaceAll(r ->
                r.slo().id().equals("redis-hits") ? as(r, SloState.VIOLATED, AT, Optional.of(Severity.CRITICAL)) : r);

        bench.arrive(with(bench.feed.board(), AT, readings));

        assertThat(ids(model).subList(0, 2)).containsExactly("redis-hits", "api-latency");
    }

    @Test
    void countsAddUpToAllObjectives() {
        LiveState state = LiveBench.mixed().openModel().getState();

        assertThat(state.count(StateGroup.MISSED)).isEqualTo(1);
        assertThat(state.count(StateGroup.UNKNOWN)).isEqualTo(2);
        assertThat(state.count(StateGroup.BURNING)).isEqualTo(2);
        assertThat(state.count(StateGroup.OK)).isEqualTo(10);
    }

    @Test
    void filterLooksForEveryWordInNameScopeRegionAndState() {
        LiveViewModel model = LiveBench.mixed().openModel();

        model.filter("redis");
        assertThat(ids(model)).containsExactly("redis-hits", "redis-memory");
        model.filter("LATENCY missed");
        assertThat(ids(model)).containsExactly("api-latency");
        model.filter("target down");
        assertThat(ids(model)).containsExactly("ppo-memory");
        model.filter("us-west-2 memory");
        assertThat(ids(model)).containsExactly("ppo-memory", "redis-memory");
    }

    @Test
    void filterByStateTogglesAndKeepsTheCountsOfAll() {
        LiveViewModel model = LiveBench.mixed().openModel();

        model.toggle(StateGroup.UNKNOWN);
        assertThat(ids(model)).containsExactly("ppo-memory", "cross-region");
        assertThat(model.getState().count(StateGroup.OK)).isEqualTo(10);
        model.toggle(StateGroup.UNKNOWN);
        assertThat(ids(model)).hasSize(15);
    }

    @Test
    void selectionStaysOnItsObjectiveWhenItLosesItsPlace() {
        LiveBench bench = LiveBench.mixed();
        LiveViewModel model = bench.openModel();
        model.select("redis-hits");
        List<SloReading> readings = new ArrayList<>(bench.feed.board().readings());
        readings.replaceAll(r ->
                r.slo().id().equals("redis-hits") ? as(r, SloState.VIOLATED, AT, Optional.of(Severity.CRITICAL)) : r);

        bench.arrive(with(bench.feed.board(), AT, readings));

        assertThat(ids(model)).startsWith("redis-hits");
        assertThat(model.getState().selectedRow()).get().extracting(LiveRow::id).isEqualTo("redis-hits");
    }

    @Test
    void aTableInUseKeepsItsOrderForTenSeconds() {
        LiveBench bench = LiveBench.mixed();
        LiveViewModel model = bench.openModel();
        model.touched();
        List<SloReading> readings = new ArrayList<>(bench.feed.board().readings());
        readings.replaceAll(r ->
                r.slo().id().equals("redis-hits") ? as(r, SloState.VIOLATED, AT, Optional.of(Severity.CRITICAL)) : r);
        bench.pass(Duration.ofSeconds(9));
        bench.arrive(with(bench.feed.board(), bench.clock.instant(), readings));

        assertThat(ids(model)).startsWith("api-latency", "ppo-memory");
        assertThat(model.getState().all())
                .filteredOn(r -> r.id().equals("redis-hits"))
                .extracting(LiveRow::state)
                .containsExactly(SloState.VIOLATED);

        bench.pass(Duration.ofSeconds(1));
        assertThat(ids(model)).startsWith("redis-hits", "api-latency");
    }

    @Test
    void anOrderAskedForByHandIsTakenAtOnce() {
        LiveViewModel model = LiveBench.mixed().openModel();
        model.touched();

        model.orderBy(RowOrder.NAME);

        assertThat(ids(model)).startsWith("api-latency", "availability", "cross-region");
    }

    @Test
    void agesGrowThoughNothingArrives() {
        LiveBench bench = LiveBench.mixed();
        LiveViewModel model = bench.openModel();

        bench.pass(Duration.ofSeconds(7));

        assertThat(model.getState().rows().get(0).valueAge()).contains(Duration.ofSeconds(11));
        assertThat(model.getState().answerAge()).contains(Duration.ofSeconds(11));
    }

    @Test
    void afterTwoIntervalsWithoutABoardNothingIsKnown() {
        LiveBench bench = LiveBench.mixed();
        LiveViewModel model = bench.openModel();

        bench.pass(Duration.ofSeconds(26));
        assertThat(model.getState().isSilent()).isFalse();
        assertThat(model.getState().count(StateGroup.OK)).isEqualTo(10);

        bench.pass(Duration.ofSeconds(1));
        assertThat(model.getState().isSilent()).isTrue();
        assertThat(model.getState().count(StateGroup.UNKNOWN)).isEqualTo(15);
        assertThat(model.getState().rows()).allMatch(LiveRow::old);
        assertThat(model.words().value(model.getState().rows().get(0), dev.tars.console.slo.Window.ONE_MINUTE))
                .startsWith("(")
                .endsWith(")");
    }

    @Test
    void aClockThatJumpsForwardMakesEverythingOldUntilTheNextBoard() {
        LiveBench bench = LiveBench.mixed();
        LiveViewModel model = bench.openModel();

        bench.pass(Duration.ofHours(3));
        assertThat(model.getState().rows()).allMatch(LiveRow::old);

        bench.arrive(SampleBoards.mixed(bench.clock.instant(), 8));
        assertThat(model.getState().count(StateGroup.OK)).isEqualTo(10);
    }

    @Test
    void pauseFreezesTheTableWhileJudgingGoesOn() {
        LiveBench bench = LiveBench.mixed();
        LiveViewModel model = bench.openModel();
        model.togglePause();
        List<SloReading> all = bench.feed.board().readings().stream()
                .map(r -> as(r, SloState.VIOLATED, AT, Optional.of(Severity.ERROR)))
                .toList();

        bench.pass(Duration.ofSeconds(15));
        bench.arrive(with(bench.feed.board(), bench.clock.instant(), all));

        assertThat(model.getState().count(StateGroup.MISSED)).isEqualTo(1);
        assertThat(model.getState().countNow(StateGroup.MISSED)).isEqualTo(15);
        model.togglePause();
        assertThat(model.getState().count(StateGroup.MISSED)).isEqualTo(15);
    }

    @Test
    void aPausedTableGrowsOldButKeepsItsStates() {
        LiveBench bench = LiveBench.mixed();
        LiveViewModel model = bench.openModel();
        model.togglePause();

        bench.pass(Duration.ofSeconds(40));

        assertThat(model.getState().rows()).allMatch(LiveRow::old);
        assertThat(model.getState().count(StateGroup.OK)).isEqualTo(10);
        assertThat(LiveLook.of(model.getState().rows().get(14)))
                .as("an ok that is old is not green")
                .isEqualTo(dev.tars.console.ui.controls.Look.STALE);
    }

    @Test
    void theFirstRowIsChosenAndItsCourseAskedFor() {
        LiveBench bench = LiveBench.mixed();
        LiveViewModel model = bench.model();
        assertThat(model.getState().course().phase()).isEqualTo(CourseState.Phase.NOT_ASKED);

        model.open();
        assertThat(model.getState().course().phase()).isEqualTo(CourseState.Phase.LOADING);
        bench.background.crank();

        assertThat(model.getState().course().phase()).isEqualTo(CourseState.Phase.FULL);
        assertThat(bench.feed.asked()).singleElement().satisfies(q -> {
            assertThat(q.slo()).isEqualTo("api-latency");
            assertThat(Duration.between(q.from(), q.to())).isEqualTo(Duration.ofHours(1));
            assertThat(q.step()).isEqualTo(Duration.ofSeconds(15));
        });
    }

    @Test
    void anAnswerToAnEarlierQuestionIsDroppedWhateverTheOrderOfArrival() {
        LiveBench bench = LiveBench.mixed();
        LiveViewModel model = bench.openModel();
        bench.feed.answerCourses((slo, from, to, step) ->
                List.of(new Course(Map.of("slo", slo.id()), new long[] {to.toEpochMilli()}, new double[] {1})));
        model.select("redis-hits");
        bench.background.work();
        model.select("availability");

        List<String> seen = new ArrayList<>();
        model.stateProperty()
                .addListener((o, before, now) -> now.course().lines().stream()
                        .map(c -> String.valueOf(c.labels().get("slo")))
                        .forEach(seen::add));
        bench.background.workNewestFirst();
        bench.background.deliver();

        assertThat(model.getState().course().of()).contains("availability");
        assertThat(seen).isNotEmpty().containsOnly("availability");
    }

    @Test
    void aCourseThatFailsSaysWhyAndIsAskedAgainWithTheNextPoll() {
        LiveBench bench = LiveBench.mixed();
        LiveViewModel model = bench.openModel();
        bench.feed.answerCourses((slo, from, to, step) -> {
            throw new SourceFailed(
                    Problem.of("Prometheus answered 503.", "", "", ""), Optional.empty(), new IOException("503"));
        });
        model.select("redis-hits");
        bench.background.crank();
        assertThat(model.getState().course().phase()).isEqualTo(CourseState.Phase.FAILED);
        assertThat(model.getState().course().problem())
                .get()
                .extracting(Problem::what)
                .isEqualTo("Prometheus answered 503.");

        bench.feed.answerCourses((slo, from, to, step) -> SampleBoards.courses(slo, from, to, step, 1));
        bench.nextMixed();
        bench.background.crank();
        assertThat(model.getState().course().phase()).isEqualTo(CourseState.Phase.FULL);
    }

    @Test
    void noSamplesInTheRangeIsEmptyAndNotFull() {
        LiveBench bench = LiveBench.mixed();
        bench.feed.answerCourses((slo, from, to, step) -> List.of());

        assertThat(bench.openModel().getState().course().phase()).isEqualTo(CourseState.Phase.EMPTY);
    }

    @Test
    void linesStayWhileTheNextRangeOfTheSameObjectiveIsOnItsWay() {
        LiveBench bench = LiveBench.mixed();
        LiveViewModel model = bench.openModel();

        model.showRange(new ChartRange.Last(Duration.ofDays(7)));

        assertThat(model.getState().course().phase()).isEqualTo(CourseState.Phase.LOADING);
        assertThat(model.getState().course().lines()).isNotEmpty();
        assertThat(model.getState().course().isSlow(bench.clock.instant())).isFalse();
        bench.pass(Duration.ofMillis(400));
        assertThat(model.getState().course().isSlow(bench.clock.instant())).isTrue();
        model.select("redis-hits");
        assertThat(model.getState().course().lines())
                .as("another objective's lines are not shown")
                .isEmpty();
    }

    @Test
    void aLongRangeIsAskedForInSteps() {
        LiveBench bench = LiveBench.mixed();
        LiveViewModel model = bench.openModel();

        model.showRange(new ChartRange.Last(Duration.ofDays(7)));
        bench.background.crank();

        assertThat(bench.feed.asked().get(1).step()).isEqualTo(Duration.ofSeconds(1260));
    }

    @Test
    void aFixedRangeDoesNotMoveWithThePolls() {
        LiveBench bench = LiveBench.mixed();
        LiveViewModel model = bench.openModel();
        model.showRange(new ChartRange.Between(AT.minusSeconds(7200), AT.minusSeconds(3600)));
        bench.background.crank();
        int asked = bench.feed.asked().size();

        bench.nextMixed();
        bench.background.crank();

        assertThat(bench.feed.asked()).hasSize(asked);
    }

    @Test
    void askingNowIsSaidUntilTheNextBoardComes() {
        LiveBench bench = LiveBench.mixed();
        LiveViewModel model = bench.openModel();

        model.refresh();
        assertThat(bench.feed.askedNow).hasValue(1);
        assertThat(model.getState().watch().askingSince()).isPresent();
        bench.nextMixed();
        assertThat(model.getState().watch().askingSince()).isEmpty();
    }

    @Test
    void openViolationsStandBeforeEndedOnes() {
        List<Violation> seen = LiveBench.mixed().openModel().getState().violations();

        assertThat(seen.get(0).end()).isEmpty();
        assertThat(seen).extracting(v -> v.slo().id()).containsExactly("api-latency", "api-latency", "queue-depth");
    }

    @Test
    void whatWasOpenedIsReleasedOnClose() {
        LiveBench bench = LiveBench.mixed();
        LiveViewModel model = bench.openModel();
        assertThat(bench.feed.receivers()).isEqualTo(1);
        model.select("redis-hits");
        LiveState before = model.getState();

        model.close();
        bench.background.crank();
        bench.pass(Duration.ofSeconds(5));
        bench.arrive(SampleBoards.mixed(bench.clock.instant(), 9));

        assertThat(bench.feed.receivers()).isZero();
        assertThat(model.getState()).isSameAs(before);
    }

    @Test
    void aPageOpenedAgainAsksForItsCourseAgain() {
        LiveBench bench = LiveBench.mixed();
        LiveViewModel model = bench.openModel();
        model.select("redis-hits");
        model.close();

        model.open();
        bench.background.crank();

        assertThat(model.getState().course().phase()).isEqualTo(CourseState.Phase.FULL);
        assertThat(model.getState().course().of()).contains("redis-hits");
    }

    @Test
    void badgesGoOnWhileThePageIsHiddenAndTurnUnknownWhenBoardsStop() {
        LiveBench bench = LiveBench.mixed();
        LiveBadges badges = new LiveBadges(bench.feed, bench.background, bench.clock, bench.tick);
        assertThat(badges.badges().getValue().missed()).isEqualTo(1);
        assertThat(badges.badges().getValue().unknown()).isEqualTo(2);

        bench.pass(Duration.ofSeconds(31));
        assertThat(badges.badges().getValue().missed()).isZero();
        assertThat(badges.badges().getValue().unknown()).isEqualTo(15);
        badges.close();
        assertThat(bench.feed.receivers()).isZero();
    }
}
