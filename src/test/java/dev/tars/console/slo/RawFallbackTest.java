package dev.tars.console.slo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Records that do not exist yet are asked for by what they stand for, and said to be. */
class RawFallbackTest {

    private static final Map<String, String> RECORDS =
            Map.of("latency:1m", "raw(1m)", "latency:5m", "raw(5m)", "latency:1h", "raw(1h)");
    private static final Slo LATENCY = new SloFile("v1.0.1", List.of(Slos.of(Slos.LATENCY)))
            .withRecords(RECORDS)
            .objectives()
            .get(0);

    private final HandMovedTime time = new HandMovedTime(Instant.parse("2026-08-18T14:32:15Z"));
    private final ScriptedSloSource source = new ScriptedSloSource();

    private SloMonitor monitor(Slo slo) {
        SloMonitor monitor = new SloMonitor(
                List.of(slo), source, time.clock(), time, time, SloMonitor.INTERVAL, ZoneOffset.UTC, Optional::empty);
        monitor.open();
        return monitor;
    }

    private static Batches nothingRecorded() {
        return Batches.answers().nothing("latency:1m").nothing("latency:5m").nothing("latency:1h");
    }

    private static Batches raw(Batches batch, double seconds) {
        return batch.value("raw(1m)", seconds).value("raw(5m)", seconds).value("raw(1h)", seconds);
    }

    private SloReading poll(SloMonitor monitor) {
        time.advance(SloMonitor.INTERVAL);
        return monitor.board().readings().get(0);
    }

    @Test
    void anObjectiveHasTheExpressionsOfItsRecordsWhereAllOfThemAreRecords() {
        assertThat(LATENCY.raw()).containsEntry(Window.FIVE_MINUTES, "raw(5m)").hasSize(3);
        SloFile partly = new SloFile("v1.0.1", List.of(Slos.of(Slos.LATENCY)))
                .withRecords(Map.of("latency:1m", "raw(1m)", "latency:5m", "raw(5m)"));
        assertThat(partly.objectives().get(0).raw()).isEmpty();
    }

    @Test
    void theRawSeriesAreAskedOnlyWhereNoWindowIsRecordedAndTheBoardSaysSo() {
        source.answers((expressions, at) ->
                (expressions.contains("raw(5m)") ? raw(Batches.answers(), 0.2) : nothingRecorded()).batch());
        try (SloMonitor monitor = monitor(LATENCY)) {
            SloReading reading = poll(monitor);
            assertThat(reading.state()).isEqualTo(SloState.VIOLATED);
            assertThat(reading.slo().isRaw()).isTrue();
            assertThat(reading.evidence().question()).isEqualTo("raw(5m)");
            assertThat(reading.sentence()).endsWith(SloSentences.RAW);
            assertThat(source.questions()).anyMatch(q -> q.expressions().contains("raw(1h)"));
        }
    }

    @Test
    void theRecordIsTakenAsSoonAsItIsThere() {
        source.answers((expressions, at) ->
                (expressions.contains("raw(5m)") ? raw(Batches.answers(), 0.2) : nothingRecorded()).batch());
        try (SloMonitor monitor = monitor(LATENCY)) {
            assertThat(poll(monitor).slo().isRaw()).isTrue();
            source.answers(Batches.of("latency", 0.1, 0.1, 0.1));
            SloReading recorded = poll(monitor);
            assertThat(recorded.slo().isRaw()).isFalse();
            assertThat(recorded.sentence()).doesNotContain(SloSentences.RAW);
        }
    }

    @Test
    void aRecordThatWasThereAndIsGoneIsNoDataWhateverTheRawSeriesSay() {
        source.answers(Batches.of("latency", 0.1, 0.1, 0.1));
        try (SloMonitor monitor = monitor(LATENCY)) {
            assertThat(poll(monitor).state()).isEqualTo(SloState.OK);
            source.answers((expressions, at) ->
                    (expressions.contains("raw(5m)") ? raw(Batches.answers(), 0.1) : nothingRecorded()).batch());
            SloReading gone = poll(monitor);
            assertThat(gone.noData()).contains(NoData.SERIES_VANISHED);
            assertThat(gone.slo().isRaw()).isFalse();
        }
    }

    @Test
    void rawSeriesThatVanishAreNoDataToo() {
        source.answers((expressions, at) ->
                (expressions.contains("raw(5m)") ? raw(Batches.answers(), 0.1) : nothingRecorded()).batch());
        try (SloMonitor monitor = monitor(LATENCY)) {
            assertThat(poll(monitor).state()).isEqualTo(SloState.OK);
            source.answers((expressions, at) -> (expressions.contains("raw(5m)")
                            ? Batches.answers()
                                    .nothing("raw(1m)")
                                    .nothing("raw(5m)")
                                    .nothing("raw(1h)")
                            : nothingRecorded())
                    .batch());
            assertThat(poll(monitor).noData()).contains(NoData.SERIES_VANISHED);
        }
    }

    @Test
    void withoutEitherItIsNoData() {
        source.answers((expressions, at) -> (expressions.contains("raw(5m)")
                        ? Batches.answers()
                                .nothing("raw(1m)")
                                .nothing("raw(5m)")
                                .nothing("raw(1h)")
                        : nothingRecorded())
                .batch());
        try (SloMonitor monitor = monitor(LATENCY)) {
            assertThat(poll(monitor).noData()).contains(NoData.EMPTY);
        }
    }
}
