package dev.tars.console.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FiguresTest {

    private static final Instant AT = Instant.parse("2026-08-18T14:32:19Z");

    /** Tests read better with plain spaces. */
    private static String plain(String figure) {
        return figure.replace('\u00a0', ' ');
    }

    @ParameterizedTest
    @CsvSource({
        "0.187, SECONDS, 187 ms",
        "0.0042, SECONDS, 4.2 ms",
        "0.00000001, SECONDS, < 0.1 ms",
        "0, SECONDS, 0 s",
        "0.9996, SECONDS, 1.00 s",
        "64.23, SECONDS, 64.2 s",
        "1200, SECONDS, 1200 s",
        "-0.2, SECONDS, −200 ms",
        "851443712, BYTES, 812 MiB",
        "1073741823, BYTES, 1.00 GiB",
        "1048371, BYTES, 1 MiB",
        "512, BYTES, 512 B",
        "0.0034, RATIO, 0.34 %",
        "41, COUNT, 41",
        "3.14159, COUNT, 3.14",
        "99.96, COUNT, 100",
        "0.001, COUNT, < 0.01",
        "-0.001, COUNT, > −0.01",
        "12.34, PER_SECOND, 12.3 /s",
        "123.4, PER_SECOND, 123 /s"
    })
    void figuresCarryTheirUnit(double value, Unit unit, String shown) {
        assertThat(plain(Figures.of(value, unit))).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0.00 %",
        "0.000001, < 0.01 %",
        "0.00004999, < 0.01 %",
        "-0.000001, > −0.01 %",
        "0.9999, 99.99 %",
        "0.99995, 99.99 %",
        "0.9999999999, 99.99 %",
        "1, 100.00 %",
        "1.5, 150.00 %",
        "0.0144, 1.44 %",
        "0.09994, 9.99 %",
        "0.39, 39.0 %",
        "0.40144, 40.1 %",
        "-0.6255, −62.6 %",
        "0.89949, 89.9 %",
        "0.9684, 96.84 %",
        "-0.0034, −0.34 %"
    })
    void aShareIsNeverRoundedToAllOrToNothing(double share, String shown) {
        assertThat(plain(Figures.percent(share))).isEqualTo(shown);
    }

    @Test
    void noValueIsADashAndInfinityIsAValue() {
        for (Unit unit : Unit.values()) {
            assertThat(Figures.of(Double.NaN, unit)).isEqualTo("–");
            assertThat(Figures.of(Double.POSITIVE_INFINITY, unit)).isEqualTo("∞");
            assertThat(Figures.of(Double.NEGATIVE_INFINITY, unit)).isEqualTo("−∞");
        }
        assertThat(Figures.percent(Double.NaN)).isEqualTo("–");
    }

    @ParameterizedTest
    @CsvSource({
        "< 150ms, < 150 ms",
        "< 150.5ms, < 150.5 ms",
        "<= 2s, ≤ 2 s",
        "< 5min, < 300 s",
        "> 99%, > 99 %",
        "> 99.995%, > 99.995 %",
        "< 0.005%, < 0.005 %",
        ">= 100%, ≥ 100 %",
        "< 1GiB, < 1 GiB",
        "< 1536MiB, < 1.5 GiB",
        "< 1000000B, < 1000000 B",
        "< 50, < 50",
        "> 10/s, > 10 /s",
        "<= 0, ≤ 0"
    })
    void aBoundIsNeverRounded(String written, String shown) {
        assertThat(plain(Figures.of(Limit.parse(written).orElseThrow()))).isEqualTo(shown);
    }

    @Test
    void unitsStandBehindANoBreakSpace() {
        assertThat(Figures.of(0.187, Unit.SECONDS)).isEqualTo("187\u00a0ms");
    }

    @ParameterizedTest
    @CsvSource({"4, 4 s", "200, 3 min", "7300, 2 h", "180000, 2 d", "-5, 0 s"})
    void anAgeHasOneUnit(long seconds, String shown) {
        assertThat(plain(Figures.age(Duration.ofSeconds(seconds)))).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({
        "PT0.25S, 250 ms",
        "PT12S, 12 s",
        "PT10M45S, 10 min 45 s",
        "PT2M, 2 min",
        "PT3H5M, 3 h 5 min",
        "P2DT4H, 2 d 4 h",
        "PT-5S, −5 s"
    })
    void aDurationHasTwoUnits(Duration duration, String shown) {
        assertThat(plain(Figures.duration(duration))).isEqualTo(shown);
    }

    @Test
    void aTimeNamesItsZone() {
        assertThat(Figures.clockWithZone(AT, ZoneOffset.UTC)).isEqualTo("14:32:19 UTC");
        assertThat(Figures.clockWithZone(AT, ZoneId.of("UTC"))).isEqualTo("14:32:19 UTC");
        assertThat(Figures.clockWithZone(AT, ZoneId.of("Europe/Berlin"))).isEqualTo("16:32:19 CEST");
        assertThat(Figures.day(AT, ZoneOffset.UTC)).isEqualTo("18 Aug");
    }

    @ParameterizedTest
    @ValueSource(strings = {"de-DE", "ar-EG", "tr-TR", "hi-IN-u-nu-deva"})
    void noLocaleChangesAFigure(String locale) {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag(locale));
            assertThat(plain(Figures.of(1234.5, Unit.SECONDS))).isEqualTo("1235 s");
            assertThat(plain(Figures.of(0.0144, Unit.RATIO))).isEqualTo("1.44 %");
            assertThat(Figures.clockWithZone(AT, ZoneOffset.UTC)).isEqualTo("14:32:19 UTC");
            assertThat(Figures.day(AT, ZoneOffset.UTC)).isEqualTo("18 Aug");
            assertThat(plain(Figures.duration(Duration.ofSeconds(645)))).isEqualTo("10 min 45 s");
            assertThat(Limit.parse("> 14.4").orElseThrow().bound()).isEqualByComparingTo("14.4");
        } finally {
            Locale.setDefault(before);
        }
    }
}
