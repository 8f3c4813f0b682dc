package dev.tars.console.slo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tars.console.base.Evidence;
import dev.tars.console.base.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HistoryTest {

    private static final Instant START = Instant.parse("2026-08-18T14:00:00Z");
    private static final Duration INTERVAL = Duration.ofSeconds(15);
    private static final int POLLS_OF_48_HOURS = 11_520;
    private static final Map<String, String> EAST = Map.of("region", "us-east-1");
    private static final Map<String, String> WEST = Map.of("region", "eu-west-1");

    private final Slo latency = Slos.of(Slos.LATENCY);
    private final History history = new History(INTERVAL);

    private static SloReading reading(Slo slo, SloReading.SeriesValue... series) {
        return new SloReading(
                slo,
                SloState.OK,
                Optional.empty(),
                START,
                Optional.empty(),
                Map.of(),
                Optional.empty(),
                List.of(series),
                "",
                List.of(),
                Optional.empty(),
                new Evidence("", "", START, Duration.ZERO, "", "", new Verdict.Met("", false), Map.of()));
    }

    private static SloReading.SeriesValue value(Map<String, String> labels, double value) {
        return new SloReading.SeriesValue(labels, Optional.of(value), SloState.OK);
    }

    private static Instant poll(int number) {
        return START.plus(INTERVAL.multipliedBy(number));
    }

    private void add(int poll, SloReading.SeriesValue... series) {
        history.add(poll(poll), List.of(reading(latency, series)));
    }

    private SloSource.Course course(Map<String, String> labels) {
        return history
                .of("latency", START.minus(Duration.ofDays(3)), START.plus(Duration.ofDays(20)))
                .courses()
                .stream()
                .filter(c -> c.labels().equals(labels))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void tenDaysOfAHundredObjectivesAreNoMoreThanTwoDays() {
        List<Slo> slos = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            slos.add(Slos.of(Slos.LATENCY.replace("id: latency", "id: latency-" + i)));
        }
        long most = 0;
        for (int poll = 0; poll < 10 * 5_760; poll++) {
            List<SloReading> readings = new ArrayList<>(slos.size());
            for (Slo slo : slos) {
                readings.add(reading(slo, value(EAST, poll), value(WEST, -poll)));
            }
            history.add(poll(poll), readings);
            most = Math.max(most, history.numbers());
        }
        long perPoll = 1 + 2 * slos.size();
        assertThat(most).as("48 h and the hour under way").isEqualTo(49L * 240 * perPoll);
        assertThat(most * Double.BYTES).as("bytes").isLessThan(20_000_000);
        History.Known known = history.of("latency-99", START, poll(10 * 5_760));
        assertThat(known.courses()).hasSize(2).allSatisfy(course -> {
            assertThat(course.millis()).hasSizeBetween(POLLS_OF_48_HOURS, POLLS_OF_48_HOURS + 240);
            assertThat(Math.abs(course.values()[course.values().length - 1])).isEqualTo(10 * 5_760 - 1);
        });
        assertThat(known.since().orElseThrow())
                .isBeforeOrEqualTo(poll(10 * 5_760 - 1).minus(History.LENGTH).plus(INTERVAL));
    }

    @Test
    void whatDoesNotFitShortensTheTimeNotTheBound() {
        History small = new History(INTERVAL, 240L * 6);
        for (int poll = 0; poll < 2_400; poll++) {
            small.add(poll(poll), List.of(reading(latency, value(EAST, poll))));
            assertThat(small.numbers()).isLessThanOrEqualTo(240L * 6);
        }
        History.Known known = small.of("latency", START, poll(2_400));
        assertThat(known.since()).contains(poll(2_400 - 3 * 240));
        assertThat(known.courses().get(0).values()).hasSize(3 * 240).endsWith(2_399);
    }

    @Test
    void fasterPollsAreBoundedByTheirNumber() {
        History fast = new History(Duration.ofSeconds(1));
        for (int second = 0; second < 2 * POLLS_OF_48_HOURS; second++) {
            fast.add(START.plusSeconds(second), List.of(reading(latency, value(EAST, second))));
        }
        assertThat(fast.numbers()).isEqualTo(49L * 240 * 2);
    }

    @Test
    void labelsThatKeepChangingLeaveWithTheirBlocks() {
        for (int poll = 0; poll < 4 * POLLS_OF_48_HOURS; poll++) {
            add(poll, value(Map.of("pod", "p" + poll / 60), poll));
        }
        assertThat(history.numbers()).isEqualTo(49L * 240 * (1 + 4));
    }

    @Test
    void aBlockWithTooManySeriesIsNotVouchedFor() {
        for (int poll = 0; poll < 240; poll++) {
            add(poll, value(Map.of("pod", "p" + poll), poll));
        }
        assertThat(history.of("latency", START, poll(240)).since()).isEmpty();
        add(240, value(EAST, 1));
        assertThat(history.of("latency", START, poll(240)).since()).contains(poll(240));
        assertThat(history.numbers()).isEqualTo(240L * (1 + 32) + 240 * 2);
    }

    @Test
    void aGapStaysAGap() {
        add(0, value(EAST, 1), value(WEST, 2));
        add(1, value(EAST, 3), new SloReading.SeriesValue(WEST, Optional.empty(), SloState.NO_DATA));
        add(2, value(EAST, 5));
        add(3, value(EAST, 7), value(WEST, 8));
        assertThat(course(EAST).values()).containsExactly(1, 3, 5, 7);
        assertThat(course(WEST).values()).containsExactly(2, Double.NaN, Double.NaN, 8);
    }

    @Test
    void aPollThatWasNotMadeIsAGap() {
        add(0, value(EAST, 1));
        add(1, value(EAST, 2));
        add(40, value(EAST, 3));
        assertThat(course(EAST).values()).containsExactly(1, 2, Double.NaN, 3);
        assertThat(course(EAST).millis())
                .containsExactly(
                        poll(0).toEpochMilli(),
                        poll(1).toEpochMilli(),
                        poll(2).toEpochMilli(),
                        poll(40).toEpochMilli());
    }

    @Test
    void aSeriesThatStaysAwayForBlocksIsAGapBetween() {
        for (int poll = 0; poll < 240; poll++) {
            add(poll, value(EAST, 1), value(WEST, 2));
        }
        for (int poll = 240; poll < 720; poll++) {
            add(poll, value(EAST, 1));
        }
        add(720, value(EAST, 1), value(WEST, 9));
        double[] west = course(WEST).values();
        assertThat(west).hasSize(242);
        assertThat(west[240]).isNaN();
        assertThat(course(WEST).millis()[240]).isEqualTo(poll(240).toEpochMilli());
        assertThat(west[241]).isEqualTo(9);
    }

    @Test
    void aClockThatGoesBackOvertakesWhatWasKept() {
        for (int poll = 0; poll < 300; poll++) {
            add(poll, value(EAST, poll));
        }
        add(100, value(WEST, 7));
        assertThat(course(EAST).values()).hasSize(101).endsWith(99, Double.NaN);
        assertThat(course(WEST).values()).endsWith(7);
        assertThat(history.numbers()).isEqualTo(240L * 3);
    }

    @Test
    void aNightOfSleepKeepsNoPointOfBeforeTheTwoDays() {
        add(0, value(EAST, 1));
        history.add(START.plus(Duration.ofDays(3)), List.of(reading(latency, value(EAST, 2))));
        for (int poll = 1; poll < 480; poll++) {
            history.add(START.plus(Duration.ofDays(3)).plus(INTERVAL.multipliedBy(poll)), List.of(reading(latency)));
        }
        add(5_760 * 6, value(EAST, 3));
        assertThat(history.of("latency", START, poll(5_760 * 7)).since().orElseThrow())
                .isAfter(START.plus(Duration.ofDays(2)));
    }

    @Test
    void theServersPastHourStandsBeforeTheFirstPoll() {
        Instant from = START.minus(Duration.ofHours(1));
        history.remember(new PastHour.Past(
                latency,
                List.of(new SloSource.Course(
                        EAST,
                        new long[] {from.toEpochMilli(), START.minusSeconds(30).toEpochMilli(), START.toEpochMilli()},
                        new double[] {4, 5, 6})),
                from,
                START,
                INTERVAL));
        add(0, value(EAST, 1));
        assertThat(course(EAST).values())
                .as("what was judged, not what the server says now")
                .containsExactly(4, 5, 1);
        assertThat(history.of("latency", from, START).since()).contains(from);
    }

    @Test
    void aKeeperFedForTenDaysShowsTheSameFiguresOnTheChartAsOnTheBoard() {
        BoardKeeper keeper = new BoardKeeper(List.of(latency), "Prometheus", INTERVAL, ZoneOffset.UTC, START);
        for (int poll = 0; poll < 10 * 5_760; poll++) {
            Batches batches = Batches.answers().region("latency", "us-east-1", 0.1 + poll % 7 * 0.01);
            keeper.answered(batches.batch(), poll(poll), poll(poll), Optional.empty());
        }
        int last = 10 * 5_760 - 1;
        SloReading shown = keeper.board(poll(last + 1), false).readings().get(0);
        History.Known known = keeper.known(latency, poll(last).minus(Duration.ofHours(1)), poll(last));
        double[] chart = known.courses().get(0).values();
        assertThat(chart).hasSize(241);
        assertThat(Optional.of(chart[240])).isEqualTo(shown.bySeries().get(0).value());
        assertThat(shown.lastHour()).extracting(SloReading.Point::value).containsExactly(box(chart));
        assertThat(keeper.known(latency, START, poll(last)).courses().get(0).values().length)
                .isBetween(POLLS_OF_48_HOURS, POLLS_OF_48_HOURS + 240);
    }

    private static Double[] box(double[] values) {
        return java.util.Arrays.stream(values).boxed().toArray(Double[]::new);
    }
}
