package dev.tars.console.slo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tars.console.base.Problem;
import dev.tars.console.base.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SloMonitorTest {

    private static final Instant START = Instant.parse("2026-08-18T14:00:00Z");
    private static final Duration INTERVAL = Duration.ofSeconds(15);

    private final HandMovedTime time = new HandMovedTime(START);
    private final ScriptedSloSource source = new ScriptedSloSource();
    private final List<SloBoard> boards = new ArrayList<>();
    private SloMonitor monitor = monitor(Slos.of(Slos.LATENCY));

    private SloMonitor monitor(Slo... slos) {
        return new SloMonitor(
                List.of(slos), source, time.clock(), time, time, INTERVAL, ZoneOffset.UTC, Optional::empty);
    }

    @AfterEach
    void close() {
        monitor.close();
    }

    private void open() {
        monitor.subscribe(boards::add);
        monitor.open();
        time.runDue();
    }

    private void good() {
        source.answers(Batches.of("latency", 0.1, 0.1, 0.1));
    }

    private SloReading only() {
        return monitor.board().readings().get(0);
    }

    @Test
    void beforeTheFirstPollNothingIsKnown() {
        SloReading reading = only();
        assertThat(reading.noData()).contains(NoData.NOT_ASKED);
        assertThat(reading.evidence().verdict()).isInstanceOf(Verdict.Unknown.class);
        assertThat(reading.valuesAt()).isEmpty();
        assertThat(monitor.board().tick()).isZero();
        assertThat(source.questions()).isEmpty();
    }

    @Test
    void aPollAsksEverythingOnceAndAboutOneTime() {
        Slo first = Slos.of(Slos.LATENCY, "target: up", "freshness: newest");
        Slo twin = Slos.of(Slos.LATENCY.replace("id: latency", "id: twin"), "target: up");
        monitor = monitor(first, twin);
        good();
        open();
        assertThat(source.questions()).hasSize(1);
        assertThat(source.questions().get(0).expressions())
                .containsExactlyInAnyOrder("latency:1m", "latency:5m", "latency:1h", "up", "newest");
        assertThat(source.questions().get(0).at()).isEqualTo(START);
    }

    @Test
    void anAnswerBecomesABoard() {
        good();
        open();
        SloBoard board = monitor.board();
        assertThat(board.tick()).isEqualTo(1);
        assertThat(board.at()).isEqualTo(START);
        assertThat(board.observedSince()).isEqualTo(START);
        assertThat(board.count(SloState.OK)).isEqualTo(1);
        assertThat(board.health().recent()).containsExactly(PollHealth.Outcome.ANSWERED);
        assertThat(board.health().lastGood()).contains(START);
        assertThat(board.health().next()).isEqualTo(START.plus(INTERVAL));
        SloReading reading = only();
        assertThat(reading.values()).containsEntry(Window.FIVE_MINUTES, 0.1);
        assertThat(reading.valuesAt()).contains(START);
        assertThat(reading.valuesAreOld()).isFalse();
        assertThat(reading.evidence().question()).isEqualTo("latency:5m");
        assertThat(reading.evidence().askedOf()).isEqualTo("Prometheus, scripted");
        assertThat(reading.evidence().answer()).isEqualTo("raw of latency:5m");
        assertThat(reading.evidence().threshold()).isEqualTo("< 150ms");
        assertThat(reading.evidence().verdict()).isInstanceOf(Verdict.Met.class);
    }

    @Test
    void pollsKeepTheirRhythm() {
        good();
        open();
        time.advance(Duration.ofMinutes(1));
        assertThat(source.questions())
                .extracting(ScriptedSloSource.Question::at)
                .containsExactly(
                        START,
                        START.plusSeconds(15),
                        START.plusSeconds(30),
                        START.plusSeconds(45),
                        START.plusSeconds(60));
        assertThat(only().lastHour()).hasSizeGreaterThanOrEqualTo(5);
    }

    @Test
    void theWorstReadingStandsFirst() {
        monitor = monitor(Slos.of(Slos.LATENCY), Slos.of(Slos.ERRORS));
        source.answers(Batches.of("latency", 0.1, 0.1, 0.1).value("errors:5m", 0.5));
        open();
        assertThat(monitor.board().readings()).extracting(r -> r.slo().id()).containsExactly("errors", "latency");
    }

    @Test
    void whenTheSourceFailsValuesStayAndNothingLooksNew() {
        good();
        open();
        source.fails("Prometheus does not answer");
        time.advance(INTERVAL);
        SloReading reading = only();
        assertThat(reading.noData()).contains(NoData.UNREACHABLE);
        assertThat(reading.values()).containsEntry(Window.FIVE_MINUTES, 0.1);
        assertThat(reading.valuesAt()).contains(START);
        assertThat(reading.valuesAreOld()).isTrue();
        assertThat(reading.since()).isEqualTo(START.plusSeconds(15));
        assertThat(reading.bySeries()).allSatisfy(s -> assertThat(s.value()).isEmpty());
        assertThat(reading.lastHour().get(reading.lastHour().size() - 1).value())
                .isNaN();
        assertThat(reading.evidence().verdict()).isInstanceOf(Verdict.Unknown.class);
        assertThat(monitor.board().health().problem().orElseThrow().what()).isEqualTo("Prometheus does not answer");
        assertThat(monitor.board().health().recent())
                .containsExactly(PollHealth.Outcome.ANSWERED, PollHealth.Outcome.FAILED);
        assertThat(monitor.board().health().lastGood()).contains(START);
        assertThat(monitor.board().health().missed()).isOne();
        time.advance(INTERVAL);
        assertThat(only().since()).isEqualTo(START.plusSeconds(15));
        good();
        time.advance(INTERVAL);
        assertThat(only().state()).isEqualTo(SloState.OK);
        assertThat(only().since()).isEqualTo(START.plusSeconds(45));
        assertThat(monitor.board().health().problem()).isEmpty();
    }

    @Test
    void anAnswerWithoutDataKeepsTheValuesAndTheirAge() {
        good();
        open();
        source.answers(Batches.answers().nothing("latency:1m", "latency:5m", "latency:1h"));
        time.advance(INTERVAL);
        assertThat(only().noData()).contains(NoData.SERIES_VANISHED);
        assertThat(only().values()).containsEntry(Window.FIVE_MINUTES, 0.1);
        assertThat(only().valuesAt()).contains(START);
        assertThat(only().lastHour().get(only().lastHour().size() - 1).value()).isNaN();
    }

    @Test
    void aSlotThatPassesUnseenIsCountedWhenThePollEnds() {
        source.answers((expressions, at) -> {
            time.freeze(Duration.ofSeconds(20));
            return Batches.of("latency", 0.1, 0.1, 0.1).batch();
        });
        open();
        assertThat(monitor.board().health().missed()).isOne();
        assertThat(monitor.board().health().next()).isEqualTo(START.plusSeconds(30));
    }

    /** Field case SLO-03 e. */
    @Test
    void theNextPollWaitsAsLongAsTheServerAsks() {
        source.fails(Problem.of("too many requests", "", "", ""), Optional.of(Duration.ofSeconds(40)), false);
        open();
        good();
        assertThat(monitor.board().health().next()).isEqualTo(START.plusSeconds(40));
        time.advance(Duration.ofSeconds(39));
        monitor.askNow();
        time.runDue();
        assertThat(source.questions()).hasSize(1);
        time.advance(Duration.ofSeconds(1));
        assertThat(source.questions()).hasSize(2);
        time.advance(INTERVAL);
        assertThat(source.questions()).hasSize(3);
    }

    @Test
    void aShortWaitKeepsTheRhythm() {
        source.fails(Problem.of("too many requests", "", "", ""), Optional.of(Duration.ofSeconds(7)), false);
        open();
        time.advance(Duration.ofSeconds(14));
        assertThat(source.questions()).hasSize(1);
        time.advance(Duration.ofSeconds(1));
        assertThat(source.questions()).hasSize(2);
    }

    /** Field case SLO-03 f. */
    @Test
    void rejectedCredentialsStopThePollingUntilAPersonAsks() {
        source.fails(Problem.of("credentials rejected", "", "", ""), Optional.empty(), true);
        open();
        time.advance(Duration.ofMinutes(10));
        assertThat(source.questions()).hasSize(1);
        assertThat(monitor.board().health().stopped()).isTrue();
        assertThat(monitor.board().health().problem().orElseThrow().what()).isEqualTo("credentials rejected");
        good();
        monitor.askNow();
        time.runDue();
        assertThat(only().state()).isEqualTo(SloState.OK);
        assertThat(monitor.board().health().stopped()).isFalse();
        time.advance(INTERVAL);
        assertThat(source.questions()).hasSize(3);
    }

    @Test
    void askingNowMovesTheRhythm() {
        good();
        open();
        time.advance(Duration.ofSeconds(10));
        monitor.askNow();
        time.advance(Duration.ofSeconds(14));
        assertThat(source.questions()).hasSize(2);
        time.advance(Duration.ofSeconds(1));
        assertThat(source.questions())
                .extracting(ScriptedSloSource.Question::at)
                .containsExactly(START, START.plusSeconds(10), START.plusSeconds(25));
    }

    @Test
    void aSlowPollIsNotOverlappedAndItsMissedSlotIsCounted() {
        source.answers((expressions, at) -> {
            if (source.questions().size() == 1) {
                time.advance(Duration.ofSeconds(20));
                monitor.askNow();
            }
            return Batches.of("latency", 0.1, 0.1, 0.1).batch();
        });
        open();
        assertThat(source.questions()).hasSize(1);
        assertThat(monitor.board().health().recent())
                .containsExactly(PollHealth.Outcome.MISSED, PollHealth.Outcome.ANSWERED);
        assertThat(monitor.board().health().missed()).isOne();
        assertThat(only().valuesAt()).contains(START);
        time.advance(Duration.ofSeconds(10));
        assertThat(source.questions())
                .extracting(ScriptedSloSource.Question::at)
                .containsExactly(START, START.plusSeconds(30));
    }

    @Test
    void aPollThatHangsTurnsAllUnknownBeforeItEnds() {
        good();
        open();
        List<SloBoard> whileHanging = new ArrayList<>();
        source.answers((expressions, at) -> {
            boards.clear();
            time.advance(Duration.ofSeconds(50));
            whileHanging.addAll(boards);
            return Batches.of("latency", 0.1, 0.1, 0.1).batch();
        });
        time.advance(INTERVAL);
        SloBoard last = whileHanging.get(whileHanging.size() - 1);
        assertThat(last.readings().get(0).noData()).contains(NoData.UNREACHABLE);
        assertThat(last.readings().get(0).valuesAt()).contains(START);
        assertThat(last.health().problem().orElseThrow().what()).contains("has not answered the last poll for");
        assertThat(last.health().recent())
                .endsWith(PollHealth.Outcome.MISSED, PollHealth.Outcome.MISSED, PollHealth.Outcome.MISSED);
        assertThat(whileHanging.stream().filter(b -> b.count(SloState.OK) == 1))
                .as("boards before it is overdue")
                .hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void anAnswerThatComesTooLateDoesNotSpeakForNow() {
        source.answers((expressions, at) -> {
            time.advance(Duration.ofSeconds(31));
            return Batches.of("latency", 0.1, 0.1, 0.1).batch();
        });
        open();
        assertThat(only().noData()).contains(NoData.UNREACHABLE);
        assertThat(monitor.board().health().problem().orElseThrow().what())
                .contains("took 31")
                .contains("too long");
    }

    @Test
    void afterSleepEverythingIsOldAtOnceAndAskedOnce() {
        good();
        open();
        time.advance(Duration.ofSeconds(2));
        boards.clear();
        time.jump(Duration.ofHours(2));
        time.advance(Duration.ofSeconds(5));
        assertThat(boards.get(0).readings().get(0).noData()).contains(NoData.STALE);
        assertThat(boards.get(0).readings().get(0).values()).containsEntry(Window.FIVE_MINUTES, 0.1);
        assertThat(boards.get(0).health().problem().orElseThrow().what()).contains("went ahead by 2");
        assertThat(source.questions()).hasSize(2);
        assertThat(only().state()).isEqualTo(SloState.OK);
        assertThat(only().valuesAt().orElseThrow()).isAfter(START.plus(Duration.ofHours(2)));
        int asked = source.questions().size();
        time.advance(Duration.ofSeconds(12));
        assertThat(source.questions()).hasSize(asked);
        time.advance(Duration.ofSeconds(1));
        assertThat(source.questions()).hasSize(asked + 1);
    }

    @Test
    void aClockSetBackIsNoticedToo() {
        good();
        open();
        time.jump(Duration.ofMinutes(-10));
        time.advance(Duration.ofSeconds(5));
        assertThat(boards)
                .anySatisfy(b -> assertThat(b.readings().get(0).noData()).contains(NoData.STALE));
        assertThat(source.questions()).hasSize(2);
        List<SloReading.Point> line = only().lastHour();
        assertThat(line).isSortedAccordingTo(java.util.Comparator.comparing(SloReading.Point::at));
    }

    @Test
    void aProcessThatStoodStillAsksOnce() {
        good();
        open();
        time.freeze(Duration.ofMinutes(30));
        boards.clear();
        time.runDue();
        assertThat(boards.get(0).readings().get(0).noData()).contains(NoData.STALE);
        assertThat(boards.get(0).health().problem().orElseThrow().what()).contains("stood still for 30");
        assertThat(source.questions()).hasSize(2);
        assertThat(only().state()).isEqualTo(SloState.OK);
    }

    @Test
    void anAnswerFromBeforeTheLeapIsDroppedAndAskedAgain() {
        source.answers((expressions, at) -> {
            if (source.questions().size() == 1) {
                time.jump(Duration.ofHours(1));
            }
            return Batches.of("latency", 0.1, 0.1, 0.1).batch();
        });
        open();
        assertThat(source.questions()).hasSize(2);
        assertThat(boards)
                .flatExtracting(SloBoard::readings)
                .flatExtracting(r -> r.valuesAt().stream().toList())
                .isNotEmpty()
                .allMatch(at -> ((Instant) at).isAfter(START));
    }

    @Test
    void aSkewedServerIsAskedByItsOwnClock() {
        source.answers(Batches.of("latency", 0.1, 0.1, 0.1).skew(Duration.ofMinutes(-5)));
        open();
        time.advance(INTERVAL);
        assertThat(source.questions())
                .extracting(ScriptedSloSource.Question::at)
                .endsWith(START.plus(INTERVAL).minus(Duration.ofMinutes(5)));
        assertThat(monitor.board().at()).isEqualTo(START.plus(INTERVAL));
        assertThat(monitor.board().health().skew()).contains(Duration.ofMinutes(-5));
    }

    @Test
    void anAnswerOfAnHourAgoIsNotOfNow() {
        source.answers(
                Batches.of("latency", 0.1, 0.1, 0.1).skew(Duration.ofHours(1)).batch());
        open();
        assertThat(boards)
                .filteredOn(board -> board.readings().get(0).state() == SloState.OK)
                .first()
                .satisfies(board -> assertThat(
                                source.questions().get((int) board.tick() - 1).at())
                        .isEqualTo(START.plus(Duration.ofHours(1))));
        assertThat(boards).anySatisfy(board -> {
            assertThat(board.readings().get(0).noData()).contains(NoData.STALE);
            assertThat(board.health().problem().orElseThrow().what()).contains("of a time 1\u00a0h off");
        });
        assertThat(source.questions()).hasSize(2);
        assertThat(only().state()).isEqualTo(SloState.OK);
    }

    @Test
    void afterTheClockWasSetNoAnswerOfAnHourAgoIsUsed() {
        source.answers((expressions, at) -> Batches.of("latency", 0.1, 0.1, 0.1)
                .skew(Duration.between(time.now(), START.plusSeconds(time.nanos() / 1_000_000_000)))
                .batch());
        open();
        time.jump(Duration.ofHours(-1));
        boards.clear();
        time.advance(INTERVAL);
        assertThat(boards)
                .filteredOn(board -> board.readings().get(0).state() == SloState.OK)
                .isNotEmpty()
                .allSatisfy(board -> assertThat(
                                source.questions().get((int) board.tick() - 1).at())
                        .isAfter(START.minusSeconds(1)));
    }

    @Test
    void aServerWhoseClockNeverSettlesIsNotAskedWithoutEnd() {
        source.answers((expressions, at) -> Batches.of("latency", 0.1, 0.1, 0.1)
                .skew(Duration.ofHours(source.questions().size()))
                .batch());
        open();
        time.advance(INTERVAL.multipliedBy(3));
        assertThat(source.questions()).hasSizeLessThanOrEqualTo(5);
        assertThat(boards).extracting(board -> board.count(SloState.OK)).containsOnly(0L);
    }

    @Test
    void theWatchOutlivesAReceiverThatBreaks() {
        good();
        open();
        monitor.subscribe(board -> {
            if (board.health().problem().isPresent()) {
                throw new AssertionError("a receiver broke");
            }
        });
        time.jump(Duration.ofHours(1));
        time.advance(Duration.ofSeconds(5));
        time.jump(Duration.ofHours(-1));
        time.advance(Duration.ofSeconds(5));
        assertThat(monitor.board().health().problem().orElseThrow().what()).contains("went back");
    }

    @Test
    void aPollAsksAboutAWholeMillisecond() {
        time.freeze(Duration.ofNanos(1_234_567));
        good();
        open();
        assertThat(source.questions().get(0).at()).isEqualTo(START.plusMillis(1));
        assertThat(monitor.board().at()).isEqualTo(START.plusMillis(1));
    }

    @Test
    void aSkewBelowWhatServersTellIsNotHeeded() {
        source.answers(Batches.of("latency", 0.1, 0.1, 0.1).skew(Duration.ofMillis(1999)));
        open();
        time.advance(INTERVAL);
        assertThat(source.questions().get(1).at()).isEqualTo(START.plus(INTERVAL));
    }

    @Test
    void freshnessIsMeasuredByTheServersClock() {
        monitor = monitor(Slos.of(Slos.LATENCY, "freshness: newest"));
        Duration skew = Duration.ofMinutes(-30);
        source.answers((expressions, at) -> Batches.of("latency", 0.1, 0.1, 0.1)
                .value("newest", time.now().plus(skew).getEpochSecond() - 10)
                .skew(skew)
                .batch());
        open();
        time.advance(INTERVAL);
        assertThat(only().state()).isEqualTo(SloState.OK);
    }

    @Test
    void coursesAreOfOurClock() throws Exception {
        source.answers(Batches.of("latency", 0.1, 0.1, 0.1).skew(Duration.ofSeconds(60)));
        open();
        source.ranges(
                "latency:1h",
                List.of(new SloSource.Course(
                        Map.of("__name__", "latency:1h", "region", "a"),
                        new long[] {START.plusSeconds(60).toEpochMilli()},
                        new double[] {0.2})));
        List<SloSource.Course> courses =
                monitor.course(only().slo(), Window.ONE_HOUR, START.minusSeconds(60), START, INTERVAL);
        assertThat(source.rangeQuestions().get(source.rangeQuestions().size() - 1))
                .isEqualTo(new ScriptedSloSource.RangeQuestion("latency:1h", START, START.plusSeconds(60), INTERVAL));
        assertThat(courses.get(0).millis()).containsExactly(START.toEpochMilli());
        assertThat(courses.get(0).labels()).isEqualTo(Map.of("region", "a"));
    }

    @Test
    void theChartShowsWhatWasJudgedWithoutAskingAgain() throws Exception {
        source.ranges(
                "latency:5m",
                List.of(new SloSource.Course(
                        Map.of(), new long[] {START.minusSeconds(15).toEpochMilli()}, new double[] {0.13})));
        good();
        open();
        poll(0.11);
        source.fails("gone");
        time.advance(INTERVAL);
        poll(0.12);
        int asked = source.rangeQuestions().size();
        Instant now = time.now();
        List<SloSource.Course> courses =
                monitor.course(only().slo(), Window.FIVE_MINUTES, now.minus(Duration.ofHours(1)), now, INTERVAL);
        assertThat(source.rangeQuestions()).as("nothing is asked again").hasSize(asked);
        assertThat(courses).singleElement().satisfies(course -> {
            assertThat(course.values()).containsExactly(0.13, 0.1, 0.11, Double.NaN, 0.12);
            assertThat(course.millis()[4]).isEqualTo(now.toEpochMilli());
        });
    }

    @Test
    void theServerIsAskedForWhatWasBeforeThePastHourAlone() throws Exception {
        good();
        open();
        poll(0.11);
        Instant now = time.now();
        long yesterday = now.minus(Duration.ofHours(20)).toEpochMilli();
        source.ranges(
                "latency:5m",
                List.of(new SloSource.Course(
                        Map.of(), new long[] {yesterday, now.toEpochMilli()}, new double[] {0.2, 9})));
        List<SloSource.Course> courses = monitor.course(
                only().slo(), Window.FIVE_MINUTES, now.minus(Duration.ofDays(1)), now, Duration.ofMinutes(3));
        assertThat(source.rangeQuestions().get(source.rangeQuestions().size() - 1))
                .isEqualTo(new ScriptedSloSource.RangeQuestion(
                        "latency:5m",
                        now.minus(Duration.ofDays(1)),
                        START.minus(Duration.ofHours(1)),
                        Duration.ofMinutes(3)));
        assertThat(courses.get(0).values())
                .as("what was judged stands, whatever the server says now")
                .containsExactly(0.2, 0.1, 0.11);
    }

    @Test
    void violationsAreKeptWithPeakAndEnd() {
        good();
        open();
        poll(0.16);
        poll(0.6);
        poll(0.3);
        poll(0.1);
        poll(0.1);
        assertThat(only().state()).isEqualTo(SloState.VIOLATED);
        assertThat(only().severity()).contains(Severity.ERROR);
        assertThat(only().sentence()).contains("again for 2 of 3 polls");
        assertThat(monitor.board().violations()).singleElement().satisfies(v -> {
            assertThat(v.end()).isEmpty();
            assertThat(v.start()).isEqualTo(START.plusSeconds(15));
        });
        poll(0.1);
        assertThat(only().state()).isEqualTo(SloState.OK);
        assertThat(monitor.board().violations()).singleElement().satisfies(v -> {
            assertThat(v.peak()).isEqualTo(0.6);
            assertThat(v.severity()).isEqualTo(Severity.CRITICAL);
            assertThat(v.end()).contains(START.plusSeconds(60));
        });
        poll(0.2);
        assertThat(monitor.board().violations())
                .extracting(Violation::start)
                .containsExactly(START.plusSeconds(105), START.plusSeconds(15));
    }

    @Test
    void aFailedPollEndsNoViolation() {
        good();
        open();
        poll(0.2);
        source.fails("gone");
        time.advance(Duration.ofMinutes(2));
        assertThat(only().state()).isEqualTo(SloState.NO_DATA);
        assertThat(monitor.board().violations())
                .singleElement()
                .satisfies(v -> assertThat(v.end()).isEmpty());
    }

    private void poll(double value) {
        source.answers(Batches.of("latency", value, value, value));
        time.advance(INTERVAL);
    }

    @Test
    void thePastHourIsAskedBehindTheFirstBoardAndPutBeforeIt() {
        long earlier = START.minusSeconds(30).toEpochMilli();
        source.ranges(
                "latency:5m",
                List.of(
                        new SloSource.Course(Map.of("region", "a"), new long[] {earlier}, new double[] {0.11}),
                        new SloSource.Course(Map.of("region", "b"), new long[] {earlier}, new double[] {0.12})));
        source.answers(Batches.answers().region("latency", "a", 0.1).region("latency", "b", 0.1));
        open();
        assertThat(boards.get(1).readings().get(0).lastHour()).as("first board").hasSize(1);
        assertThat(source.rangeQuestions())
                .containsExactly(new ScriptedSloSource.RangeQuestion(
                        "latency:5m", START.minus(Duration.ofHours(1)), START, INTERVAL));
        List<SloReading.Point> line = only().lastHour();
        assertThat(line).hasSize(241);
        assertThat(line).contains(new SloReading.Point(START.minusSeconds(30), 0.12));
        assertThat(line.get(line.size() - 2).value()).as("a gap stays a gap").isNaN();
        assertThat(line.get(line.size() - 1)).isEqualTo(new SloReading.Point(START, 0.1));
        time.advance(Duration.ofHours(2));
        assertThat(only().lastHour()).hasSize(241);
        assertThat(source.rangeQuestions()).hasSize(1);
    }

    @Test
    void aSeriesThatOnlyThePastHourKnowsHasVanished() {
        source.ranges(
                "latency:5m",
                List.of(new SloSource.Course(
                        Map.of("__name__", "latency:5m", "region", "b"),
                        new long[] {START.minusSeconds(300).toEpochMilli()},
                        new double[] {0.1})));
        source.answers(Batches.answers().region("latency", "a", 0.1));
        open();
        time.advance(INTERVAL);
        assertThat(only().noData()).contains(NoData.SERIES_VANISHED);
        assertThat(only().sentence()).contains("in b was there and is gone");
    }

    @Test
    void aPastHourThatFailsIsTriedThreeTimes() {
        source.rangesFail("too many points");
        good();
        open();
        time.advance(Duration.ofMinutes(5));
        assertThat(source.rangeQuestions()).hasSize(3);
        assertThat(only().state()).isEqualTo(SloState.OK);
    }

    @Test
    void aReceiverThatThrowsStopsNobodyElse() {
        good();
        monitor.subscribe(board -> {
            throw new IllegalStateException("a broken receiver, on purpose");
        });
        open();
        time.advance(INTERVAL);
        assertThat(boards).extracting(SloBoard::tick).contains(0L, 1L, 2L);
    }

    @Test
    void anEndedSubscriptionGetsNothing() {
        good();
        List<SloBoard> other = new ArrayList<>();
        SloFeed.Subscription subscription = monitor.subscribe(other::add);
        open();
        int before = other.size();
        subscription.close();
        time.advance(INTERVAL);
        assertThat(other).hasSize(before);
    }

    /** Field case JFX-01, on the side of the core. */
    @Test
    void afterTheCloseNothingIsDeliveredAndNoTaskIsLeft() {
        good();
        open();
        monitor.close();
        int before = boards.size();
        assertThat(time.waiting()).isZero();
        monitor.askNow();
        monitor.open();
        monitor.subscribe(boards::add);
        time.advance(Duration.ofMinutes(5));
        assertThat(boards).hasSize(before);
        assertThat(source.questions()).hasSize(1);
    }

    @Test
    void anAnswerThatComesAfterTheCloseIsNotDelivered() {
        source.answers((expressions, at) -> {
            monitor.close();
            boards.clear();
            return Batches.of("latency", 0.1, 0.1, 0.1).batch();
        });
        open();
        assertThat(boards).isEmpty();
        assertThat(time.waiting()).isZero();
    }

    @Test
    void aFaultOfOursIsShownAndThePollingGoesOn() {
        source.answers((expressions, at) -> {
            throw new IllegalStateException("a fault, on purpose");
        });
        open();
        assertThat(only().noData()).contains(NoData.UNREACHABLE);
        assertThat(monitor.board().health().problem().orElseThrow().details()).contains("a fault, on purpose");
        good();
        time.advance(INTERVAL);
        assertThat(only().state()).isEqualTo(SloState.OK);
    }

    @Test
    void anInterruptedPollSaysSoAndKeepsTheInterrupt() {
        source.answers((expressions, at) -> {
            throw new InterruptedException("on purpose");
        });
        open();
        assertThat(Thread.interrupted()).isTrue();
        assertThat(only().sentence()).contains("The poll was interrupted");
    }

    @Test
    void openingTwiceIsOpeningOnce() {
        good();
        open();
        monitor.open();
        time.advance(INTERVAL);
        assertThat(source.questions()).hasSize(2);
    }

    @Test
    void partialAnswersAreShown() {
        source.answers(Batches.of("latency", 0.1, 0.1, 0.1).partial("latency:5m", "store x unavailable"));
        open();
        assertThat(monitor.board().health().recent()).containsExactly(PollHealth.Outcome.PARTIAL);
        assertThat(monitor.board().health().warnings()).containsExactly("store x unavailable");
        assertThat(monitor.board().health().lastGood()).isEmpty();
        assertThat(only().sentence()).endsWith("The answer is partial: store x unavailable.");
    }

    @Test
    void onlyTheNewestPollsAreRemembered() {
        good();
        open();
        time.advance(Duration.ofHours(1));
        assertThat(monitor.board().health().recent()).hasSize(48);
    }

    @Test
    void anIntervalBelowASecondIsRefused() {
        assertThatThrownBy(() -> new SloMonitor(
                        List.of(),
                        source,
                        time.clock(),
                        time,
                        time,
                        Duration.ofMillis(10),
                        ZoneOffset.UTC,
                        Optional::empty))
                .hasMessageContaining("1 s or more, was PT0.01S");
    }
}
