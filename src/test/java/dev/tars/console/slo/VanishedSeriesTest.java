package dev.tars.console.slo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A region that went away is missed for as long as nobody says that it may. */
class VanishedSeriesTest {

    private static final Map<String, String> WEST = Map.of("region", "eu-west-1");

    private final HandMovedTime time = new HandMovedTime(Instant.parse("2026-08-18T14:02:00Z"));
    private final ScriptedSloSource source = new ScriptedSloSource();
    private final Slo slo = Slos.of(Slos.LATENCY);
    private final SloMonitor monitor = new SloMonitor(
            List.of(slo), source, time.clock(), time, time, SloMonitor.INTERVAL, ZoneOffset.UTC, Optional::empty);

    @BeforeEach
    void westVanishes() {
        both();
        monitor.open();
        time.runDue();
        source.answers(Batches.answers().region("latency", "us-east-1", 0.1));
        time.advance(SloMonitor.INTERVAL);
    }

    @AfterEach
    void close() {
        monitor.close();
    }

    private void both() {
        source.answers(Batches.answers().region("latency", "us-east-1", 0.1).region("latency", "eu-west-1", 0.1));
    }

    private void accept(Map<String, String> labels) {
        monitor.acknowledge(new GoneSeries.Gone("latency", labels, time.now()));
    }

    private SloReading only() {
        return monitor.board().readings().get(0);
    }

    @Test
    void afterADayItIsStillMissedAndTheSentenceSaysSinceWhen() {
        time.advance(Duration.ofDays(1));
        assertThat(only().noData()).contains(NoData.SERIES_VANISHED);
        assertThat(only().sentence())
                .contains("eu-west-1 was there and is gone")
                .contains("last there at 14:02:00 UTC");
    }

    @Test
    void acknowledgedItIsMissedNoMore() {
        accept(WEST);
        assertThat(only().state()).isEqualTo(SloState.NO_DATA);
        time.advance(SloMonitor.INTERVAL);
        assertThat(only().state()).isEqualTo(SloState.OK);
    }

    @Test
    void theLongWindowDoesNotBringAnAcknowledgedOneBack() {
        source.answers(Batches.answers().region("latency", "us-east-1", 0.1).sample("latency:1h", WEST, 0.1));
        accept(WEST);
        time.advance(SloMonitor.INTERVAL);
        assertThat(only().state()).isEqualTo(SloState.OK);
    }

    @Test
    void oneThatCameBackIsMissedAgain() {
        accept(WEST);
        both();
        time.advance(SloMonitor.INTERVAL);
        assertThat(only().bySeries()).hasSize(2);
        source.answers(Batches.answers().region("latency", "us-east-1", 0.1));
        time.advance(SloMonitor.INTERVAL);
        assertThat(only().noData()).contains(NoData.SERIES_VANISHED);
    }

    @Test
    void whereAllAreAcknowledgedNothingIsOk() {
        source.answers(Batches.answers().nothing("latency:1m", "latency:5m", "latency:1h"));
        accept(WEST);
        accept(Map.of("region", "us-east-1"));
        time.advance(SloMonitor.INTERVAL);
        assertThat(only().state()).isEqualTo(SloState.NO_DATA);
    }

    @Test
    void theSeriesSaysThatItVanishedNotOnlyThatItIsNotKnown() {
        assertThat(only().bySeries())
                .filteredOn(SloReading.SeriesValue::isVanished)
                .extracting(SloReading.SeriesValue::labels)
                .containsExactly(WEST);
        source.fails("gone");
        time.advance(SloMonitor.INTERVAL);
        assertThat(only().bySeries()).as("no answer says nothing").noneMatch(SloReading.SeriesValue::isVanished);
    }

    @Test
    void anAcceptanceOfBeforeItCameBackDoesNotHold() {
        Instant accepted = time.now();
        both();
        time.advance(SloMonitor.INTERVAL);
        source.answers(Batches.answers().region("latency", "us-east-1", 0.1));
        time.advance(SloMonitor.INTERVAL);
        monitor.acknowledge(new GoneSeries.Gone("latency", WEST, accepted));
        time.advance(SloMonitor.INTERVAL);
        assertThat(only().noData()).contains(NoData.SERIES_VANISHED);
    }

    @Test
    void anAcceptedOneIsNotMissedByAConsoleThatStartsAnew() {
        Instant accepted = time.now();
        for (Instant lastThere : List.of(accepted.minusSeconds(60), accepted.plusSeconds(60))) {
            time.advance(Duration.ofMinutes(5));
            source.ranges(
                    "latency:5m",
                    List.of(new SloSource.Course(WEST, new long[] {lastThere.toEpochMilli()}, new double[] {0.1})));
            try (SloMonitor anew = new SloMonitor(
                    List.of(slo),
                    source,
                    time.clock(),
                    time,
                    time,
                    SloMonitor.INTERVAL,
                    ZoneOffset.UTC,
                    Optional::empty)) {
                anew.acknowledge(new GoneSeries.Gone("latency", WEST, accepted));
                anew.open();
                time.runDue();
                time.advance(SloMonitor.INTERVAL);
                assertThat(anew.board().readings().get(0).state())
                        .as("last there %s, accepted %s", lastThere, accepted)
                        .isEqualTo(lastThere.isBefore(accepted) ? SloState.OK : SloState.NO_DATA);
            }
        }
    }

    @Test
    void labelsThatKeepChangingAreBoundedAndStayMissed() {
        SeenSeries seen = SeenSeries.none();
        Instant at = time.now();
        for (int pod = 0; pod < 2_000; pod++) {
            at = at.plusSeconds(15);
            seen = seen.after(Set.of(Map.of("pod", "p" + pod)), at);
            assertThat(seen.last()).hasSizeLessThanOrEqualTo(SeenSeries.MOST);
        }
        Map<String, String> forgotten = Map.of(SeenSeries.FORGOTTEN, String.valueOf(2_000 - SeenSeries.MOST + 1));
        assertThat(seen.last()).containsKey(forgotten).containsKey(Map.of("pod", "p1999"));
        for (int pod = 0; pod < 1_999; pod++) {
            seen = seen.without(Map.of("pod", "p" + pod), at);
        }
        assertThat(seen.last().keySet())
                .as("what lost its name is missed until it is accepted too")
                .containsExactlyInAnyOrder(forgotten, Map.of("pod", "p1999"));
        assertThat(seen.without(forgotten, at).last()).containsOnlyKeys(Map.of("pod", "p1999"));
    }

    @Test
    void acceptancesDoNotGrowForEver() {
        SeenSeries seen = SeenSeries.none();
        Instant at = time.now();
        for (int pod = 0; pod < 2_000; pod++) {
            at = at.plusSeconds(15);
            seen = seen.after(Set.of(Map.of("pod", "p" + pod)), at).without(Map.of("pod", "p" + (pod - 1)), at);
        }
        assertThat(seen.acknowledged()).hasSizeLessThanOrEqualTo(2 * 240 + 1);
        assertThat(seen.last()).hasSize(1);
    }

    @Test
    void theRecordTellsWhatWasAccepted() {
        GoneSeries gone = new GoneSeries();
        Instant at = time.now();
        gone.follow(new dev.tars.console.journal.Event(
                1,
                "id",
                at,
                "ann",
                "production",
                GoneSeries.ACCEPTED,
                GoneSeries.payload("latency", WEST, "moved"),
                "",
                ""));
        assertThat(gone.of("production", at)).containsExactly(new GoneSeries.Gone("latency", WEST, at));
        assertThat(gone.of("staging", at)).isEmpty();
        assertThat(gone.of("production", at.plus(Duration.ofHours(3))))
                .as("no console finds it any more")
                .isEmpty();
    }
}
