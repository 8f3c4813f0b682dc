package dev.tars.console.slo.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tars.console.base.Unit;
import dev.tars.console.slo.SloSource.Course;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChartPartsTest {

    private static final Duration STEP = Duration.ofSeconds(15);

    private static ChartLine line(long[] seconds, double... values) {
        long[] millis = java.util.Arrays.stream(seconds).map(s -> s * 1000).toArray();
        return ChartLine.of("x", new Course(Map.of(), millis, values), STEP, 1000);
    }

    @Test
    void aMissingSampleIsAGapAndNotALine() {
        ChartLine line = line(new long[] {0, 15, 60, 75}, 1, 2, 3, 4);

        assertThat(line.values()).containsExactly(1000, 2000, Double.NaN, 3000, 4000);
        assertThat(line.millis()).isSorted();
    }

    @Test
    void whereNoLineHasASampleIsAGapTheEndsIncluded() {
        ChartLine one = line(new long[] {30, 45, 60}, 1, 2, Double.NaN);
        ChartLine two = line(new long[] {45, 60, 120}, 1, 2, 3);

        assertThat(ChartGaps.of(List.of(one, two), Instant.EPOCH, Instant.ofEpochSecond(140), STEP))
                .containsExactly(
                        new ChartFigure.Stretch(Instant.EPOCH, Instant.ofEpochSecond(30)),
                        new ChartFigure.Stretch(Instant.ofEpochSecond(60), Instant.ofEpochSecond(120)));
    }

    @Test
    void aChartWithoutASampleIsOneGap() {
        assertThat(ChartGaps.of(List.of(), Instant.EPOCH, Instant.ofEpochSecond(140), STEP))
                .containsExactly(new ChartFigure.Stretch(Instant.EPOCH, Instant.ofEpochSecond(140)));
    }

    @Test
    void noTrafficAndInfinityAreGaps() {
        ChartLine line = line(new long[] {0, 15, 30}, 1, Double.NaN, Double.POSITIVE_INFINITY);

        assertThat(line.values()).containsExactly(1000, Double.NaN, Double.NaN);
    }

    @Test
    void theCrosshairFindsTheNearestSample() {
        ChartLine line = line(new long[] {0, 15, 30}, 1, 2, 3);

        assertThat(line.nearest(-1)).isZero();
        assertThat(line.nearest(20_000)).isEqualTo(1);
        assertThat(line.nearest(99_000)).isEqualTo(2);
        assertThat(line(new long[0]).nearest(5)).isEqualTo(-1);
    }

    @ParameterizedTest
    @CsvSource({
        "SECONDS, 0.09, 0.19, ms",
        "SECONDS, 60, 64, s",
        "RATIO, 0.99, 0.9999, %",
        "BYTES, 800000000, 900000000, MiB",
        "BYTES, 0, 2147483648, GiB",
        "COUNT, 0, 63, ''",
        "PER_SECOND, 3, 4, /s",
        "COUNT, 7, 7, ''",
        "COUNT, 0, 0, ''"
    })
    void anAxisHasThreeToSixRoundTicksAndHoldsAllValues(Unit unit, double low, double high, String written) {
        ChartScale scale = ChartScale.of(unit, DoubleStream.of(low, high, Double.NaN, Double.POSITIVE_INFINITY));

        double ticks = Math.floor(scale.high() / scale.step()) - Math.ceil(scale.low() / scale.step()) + 1;
        assertThat(ticks).isBetween(3.0, 6.0);
        assertThat(scale.unit()).isEqualTo(written);
        assertThat(scale.low()).isLessThanOrEqualTo(low * scale.factor());
        assertThat(scale.high()).isGreaterThanOrEqualTo(high * scale.factor());
    }

    @Test
    void aRangeIsReadInTheZoneBesideIt() {
        assertThat(RangeText.read(" 2026-08-18 14:32 ", ZoneOffset.ofHours(2)))
                .contains(Instant.parse("2026-08-18T12:32:00Z"));
        assertThat(RangeText.read("yesterday", ZoneOffset.UTC)).isEmpty();
        assertThat(RangeText.read("2026-13-40 14:32", ZoneOffset.UTC)).isEmpty();
    }

    @Test
    void aRangeEndsAfterItStarts() {
        Instant at = SampleBoards.AT;
        assertThatThrownBy(() -> new ChartRange.Between(at, at)).hasMessageContaining("ends after it starts");
    }
}
