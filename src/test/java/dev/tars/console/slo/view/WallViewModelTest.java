package dev.tars.console.slo.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tars.console.slo.SloState;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WallViewModelTest {

    private static final Duration POLL = SampleBoards.INTERVAL;

    private final WallBench bench = new WallBench(SampleBoards.mixed(SampleBoards.AT, 7));
    private final WallViewModel model = bench.openModel();

    private void isAlive(long seconds) {
        assertThat(model.getState().pulse().good()).contains(Duration.ofSeconds(seconds));
        assertThat(model.getState().pulse().isUnknown()).isFalse();
        assertThat(model.getState().pulse().isSilent()).isFalse();
        assertThat(model.getState().rows().get(0).state()).isEqualTo(SloState.VIOLATED);
    }

    private void allIsUnknownAndOld() {
        assertThat(model.getState().pulse().isUnknown()).isTrue();
        assertThat(model.getState().pulse().isSilent()).isTrue();
        assertThat(model.getState().rows()).allMatch(row -> row.old() && row.group() == StateGroup.UNKNOWN);
    }

    @Test
    void eachPollThatIsAskedAnsweredJudgedAndPaintedIsABeat() {
        for (int i = 0; i < 10; i++) {
            bench.pass(POLL);
            isAlive(15);
            bench.arrive(bench.next());
            model.painted();
            isAlive(0);
        }
    }

    @Test
    void aChainThatAsksNoMoreTurnsTheSecondsUnknownAfterTwoPollsAndTheRowsAfterThree() {
        bench.pass(Duration.ofSeconds(30));
        isAlive(30);
        bench.pass(Duration.ofSeconds(1));
        assertThat(model.getState().pulse().isUnknown()).isTrue();
        assertThat(model.getState().pulse().isSilent()).isFalse();
        bench.pass(Duration.ofSeconds(13));
        assertThat(model.getState().pulse().isSilent()).isFalse();
        bench.pass(Duration.ofSeconds(1));
        allIsUnknownAndOld();
        assertThat(words().alarm(model.getState())).contains("Nothing new for 45\u00a0s");
        bench.arrive(bench.next());
        model.painted();
        isAlive(0);
    }

    @Test
    void aBoardPublishedAgainUnderTheSamePollIsNoBeat() {
        for (int i = 0; i < 3; i++) {
            bench.pass(POLL);
            bench.arrive(WallBench.again(bench.feed.board(), bench.clock.instant()));
            model.painted();
        }
        allIsUnknownAndOld();
        assertThat(model.getState().pulse().good()).contains(Duration.ofSeconds(45));
    }

    @Test
    void anAnswerThatNeverComesIsNoBeat() {
        Instant lastGood = bench.clock.instant();
        for (int i = 1; i <= 3; i++) {
            bench.pass(POLL);
            bench.arrive(SampleBoards.unreachable(lastGood.plusSeconds(190), 7 + i));
            model.painted();
        }
        allIsUnknownAndOld();
        assertThat(words().alarm(model.getState()).orElse(""))
                .isEqualTo("Nothing new for 45\u00a0s. Prometheus did not answer within 10 s.");
    }

    @Test
    void aBoardThatIsJudgedAndNeverPaintedIsNoBeat() {
        for (int i = 0; i < 3; i++) {
            bench.pass(POLL);
            bench.arrive(bench.next());
        }
        allIsUnknownAndOld();
        model.painted();
        isAlive(0);
    }

    @Test
    void partialAnswersKeepTheRowsAndTurnTheSecondsUnknown() {
        Optional<Instant> lastGood = bench.feed.board().health().lastGood();
        for (int i = 0; i < 4; i++) {
            bench.pass(POLL);
            bench.arrive(WallBench.partial(bench.next(), lastGood));
            model.painted();
        }
        assertThat(model.getState().pulse().isUnknown()).isTrue();
        assertThat(model.getState().pulse().good()).contains(Duration.ofSeconds(60));
        assertThat(model.getState().pulse().isSilent()).isFalse();
    }

    @Test
    void eightHoursOfSleepMakeEverythingOldAtOnceAndTheFirstAnswerNewAgain() {
        bench.move(Duration.ofHours(8), Duration.ofSeconds(1));
        allIsUnknownAndOld();
        assertThat(model.getState().pulse().good()).contains(Duration.ofHours(8));
        bench.arrive(WallBench.again(bench.feed.board(), bench.clock.instant()));
        model.painted();
        allIsUnknownAndOld();
        bench.arrive(bench.next());
        model.painted();
        isAlive(0);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, -1})
    void aClockSetByAnHourMakesEverythingOldAtOnceAndTheFirstAnswerNewAgain(long hours) {
        bench.pass(Duration.ofSeconds(5));
        bench.move(Duration.ofHours(hours), Duration.ofSeconds(1));
        allIsUnknownAndOld();
        assertThat(model.getState().pulse().leapt()).isTrue();
        assertThat(model.getState().pulse().good().orElseThrow()).isGreaterThanOrEqualTo(Duration.ofSeconds(6));
        bench.arrive(bench.next());
        model.painted();
        isAlive(0);
        bench.pass(POLL);
        isAlive(15);
    }

    @Test
    void summerTimeMovesTheClockOnTheWallAndNotTheHeartbeat() {
        Instant before = Instant.parse("2026-10-25T00:59:50Z");
        WallBench night = new WallBench(SampleBoards.mixed(before, 7));
        night.clock.move(Duration.between(SampleBoards.AT, before));
        WallViewModel wall = night.openModel();
        WallWords berlin = new WallWords(new LiveWords(new dev.tars.console.ui.Texts(), ZoneId.of("Europe/Berlin")));
        assertThat(berlin.clock(wall.getState().now())).isEqualTo("02:59:50");
        night.pass(Duration.ofSeconds(15));
        assertThat(berlin.clock(wall.getState().now())).isEqualTo("02:00:05");
        assertThat(wall.getState().pulse().good()).contains(Duration.ofSeconds(15));
        assertThat(wall.getState().pulse().isSilent()).isFalse();
    }

    @Test
    void aBoardThatWasOldWhenTheWallOpenedIsOldOnIt() {
        WallBench late = new WallBench(SampleBoards.mixed(SampleBoards.AT.minusSeconds(600), 7));
        WallViewModel wall = late.openModel();
        assertThat(wall.getState().pulse().good()).contains(Duration.ofSeconds(600));
        assertThat(wall.getState().pulse().isSilent()).isTrue();
    }

    @Test
    void nothingAskedYetIsUnknown() {
        WallViewModel wall = new WallBench(SampleBoards.notAsked(SampleBoards.AT)).openModel();
        assertThat(wall.getState().pulse().isUnknown()).isTrue();
        assertThat(wall.getState().pulse().good()).isEmpty();
    }

    @Test
    void fortyObjectivesPageWorstFirstEveryTwentySecondsAndEachIsOnOnePage() {
        WallBench many = new WallBench(WallScreenshots.many(40));
        WallViewModel wall = many.openModel();
        WallState first = wall.getState();
        assertThat(first.pages()).hasSizeGreaterThan(1);
        assertThat(first.page().loud().get(0).group()).isEqualTo(StateGroup.MISSED);
        assertThat(first.pages().stream()
                        .flatMap(p -> java.util.stream.Stream.concat(p.loud().stream(), p.ok().stream()))
                        .map(LiveRow::id))
                .hasSize(40)
                .doesNotHaveDuplicates();
        assertThat(words().elsewhere(first))
                .contains("25 more ok", "page 1 of " + first.pages().size());
        for (int page = 1; page <= 2; page++) {
            many.pass(Duration.ofSeconds(20));
            assertThat(wall.getState().number()).isEqualTo(page % first.pages().size());
        }
    }

    @Test
    void whatIsBeingReadStaysWhereThePagesAreDealtAnew() {
        WallBench many = new WallBench(WallScreenshots.many(40));
        WallViewModel wall = many.openModel();
        many.pass(Duration.ofSeconds(25));
        assertThat(wall.getState().number()).isEqualTo(1);
        String read = wall.getState().page().all().get(0).id();
        int pages = wall.getState().pages().size();
        wall.room(500);
        assertThat(wall.getState().pages()).hasSizeGreaterThan(pages);
        assertThat(wall.getState().page().all()).extracting(LiveRow::id).contains(read);
        int number = wall.getState().number();
        many.pass(Duration.ofSeconds(14));
        assertThat(wall.getState().number())
                .as("the turn comes when it would have come")
                .isEqualTo(number);
        many.pass(Duration.ofSeconds(1));
        assertThat(wall.getState().number())
                .isEqualTo((number + 1) % wall.getState().pages().size());
        wall.room(100_000);
        assertThat(wall.getState().number()).isZero();
    }

    @Test
    void thePictureMovesEveryTenMinutes() {
        bench.pass(Duration.ofSeconds(599));
        assertThat(model.placeProperty().get()).isZero();
        bench.pass(Duration.ofSeconds(1));
        assertThat(model.placeProperty().get()).isEqualTo(1);
    }

    @Test
    void theLastFiveBeginningsAndEndsOfViolationsStandNewestFirst() {
        assertThat(model.getState().events()).hasSize(5);
        assertThat(words().what(model.getState().events().get(0))).isEqualTo("API latency p95 missed");
        assertThat(words().what(model.getState().events().get(1))).startsWith("API latency p95 met after 1\u00a0min");
    }

    @Test
    void aClosedWallListensToNothing() {
        model.close();
        assertThat(bench.feed.receivers()).isZero();
        WallState before = model.getState();
        bench.pass(Duration.ofMinutes(1));
        assertThat(model.getState()).isSameAs(before);
    }

    private static WallWords words() {
        return new WallWords(LiveBench.words());
    }
}
