package dev.tars.console.promql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsOfTheLanguageTest {

    @ParameterizedTest
    @CsvSource({
        "5m, 300000, 5m",
        "90s, 90000, 1m30s",
        "1h30m, 5400000, 1h30m",
        "36h, 129600000, 1d12h",
        "7d, 604800000, 1w",
        "8d, 691200000, 8d",
        "1y, 31536000000, 1y",
        "1y1d, 31622400000, 366d",
        "1500ms, 1500, 1s500ms",
        "1m5ms, 60005, 1m5ms"
    })
    void durationsAreReadAndWritten(String text, long millis, String written) {
        assertThat(Durations.parse(text)).isEqualTo(Duration.ofMillis(millis));
        assertThat(Durations.format(Duration.ofMillis(millis))).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource({
        "0s, duration must be greater than 0",
        "5m1h, not a valid duration string: \"5m1h\"",
        "99999999999y, duration out of range",
        "400y, duration out of range",
        "5, not a valid duration string: \"5\""
    })
    void durationsAreRefusedInTheWordsOfPrometheus(String text, String reason) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Durations.parse(text))
                .withMessage(reason);
    }

    @ParameterizedTest
    @CsvSource({
        "0.1, 0.1, 0.1",
        "2e-3, 0.002, 0.002",
        "1e23, 100000000000000000000000, 1e+23",
        "-0.0, -0, -0",
        "1e-7, 0.0000001, 1e-07",
        "1.25e-10, 0.000000000125, 1.25e-10",
        "9007199254740993, 9007199254740992, 9.007199254740992e+15",
        "123456789012345678, 123456789012345680, 1.2345678901234568e+17",
        "999999, 999999, 999999",
        "1000000, 1000000, 1e+06",
        "0.30000000000000004, 0.30000000000000004, 0.30000000000000004",
        "NaN, NaN, NaN",
        "Infinity, +Inf, +Inf",
        "-Infinity, -Inf, -Inf"
    })
    void numbersAreWrittenInTheFewestDigits(double value, String plain, String general) {
        assertThat(Numbers.format(value)).isEqualTo(plain);
        assertThat(Numbers.general(value)).isEqualTo(general);
    }

    @ParameterizedTest
    @CsvSource({"010, 8", "08, 8", "0x1F, 31", "0xfe, 254", ".5, 0.5", "1., 1", "1E3, 1000", "0, 0"})
    void numbersAreReadAsGoReadsThem(String text, double value) {
        assertThat(Numbers.parse(text)).isEqualTo(value);
    }

    @Test
    void labelsAreSortedAndHaveNoEmptyValues() {
        Labels labels = Labels.of("b", "2", "a", "1", "c", "");
        assertThat(labels).hasToString("{a=\"1\", b=\"2\"}").isEqualTo(Labels.of(Map.of("a", "1", "b", "2")));
        assertThat(labels.toMap()).containsExactly(Map.entry("a", "1"), Map.entry("b", "2"));
        assertThat(labels.size()).isEqualTo(2);
        assertThat(labels.get("c")).isEmpty();
        assertThat(labels.with("c", "3").without("a")).isEqualTo(Labels.of("b", "2", "c", "3"));
        assertThat(labels.with("a", "")).isEqualTo(Labels.of("b", "2"));
        assertThat(labels.keep(List.of("a", "x"))).isEqualTo(Labels.of("a", "1"));
        assertThat(labels.without(List.of("a", "b"))).isEqualTo(Labels.EMPTY);
        assertThat(labels.without("a").hashCode()).isEqualTo(Labels.of("b", "2").hashCode());
        assertThat(Labels.of(Labels.NAME, "up").name()).isEqualTo("up");
        assertThat(Labels.of(Labels.NAME, "up").withoutName().isEmpty()).isTrue();
        assertThatIllegalArgumentException().isThrownBy(() -> Labels.of("a"));
    }

    @Test
    void labelsCompareByNameThenValueThenLength() {
        assertThat(Labels.of("a", "1")).isLessThan(Labels.of("a", "2")).isLessThan(Labels.of("a", "1", "b", "1"));
        assertThat(Labels.of("a", "9")).isLessThan(Labels.of("b", "1"));
    }

    @ParameterizedTest
    @CsvSource({
        "EQUAL, 500, true",
        "EQUAL, 50, false",
        "NOT_EQUAL, 500, false",
        "NOT_EQUAL, 50, true",
        "REGEX, 500, true",
        "REGEX, 5000, false",
        "NOT_REGEX, 500, false",
        "NOT_REGEX, 1500, true"
    })
    void matchersLookAtTheWholeValue(MatchOp op, String value, boolean matches) {
        boolean regex = op == MatchOp.REGEX || op == MatchOp.NOT_REGEX;
        LabelMatcher matcher = new LabelMatcher("code", op, regex ? "5.." : "500");
        assertThat(matcher.matches(value)).isEqualTo(matches);
        assertThat(matcher.matches(Labels.of("code", value))).isEqualTo(matches);
    }

    @Test
    void matchersAreValues() {
        LabelMatcher matcher = new LabelMatcher("a", MatchOp.NOT_REGEX, "b\"c");
        assertThat(matcher)
                .hasToString("a!~\"b\\\"c\"")
                .isEqualTo(new LabelMatcher("a", MatchOp.NOT_REGEX, "b\"c"))
                .hasSameHashCodeAs(new LabelMatcher("a", MatchOp.NOT_REGEX, "b\"c"))
                .isNotEqualTo(LabelMatcher.equal("a", "b\"c"));
        assertThat(matcher.name() + matcher.op().sign() + matcher.value()).isEqualTo("a!~b\"c");
    }

    @Test
    void theMarkerIsTheOneNanThatEndsASeries() {
        assertThat(Staleness.isStale(Staleness.MARKER)).isTrue();
        assertThat(Staleness.isStale(Double.NaN)).isFalse();
        assertThat(Staleness.isStale(1)).isFalse();
        assertThat(Double.doubleToRawLongBits(Staleness.MARKER)).isEqualTo(0x7ff0000000000002L);
    }

    @Test
    void storedSeriesShowTheSamplesBetweenTwoTimesBothIncluded() {
        StoredSeries series = StoredSeries.of(Labels.EMPTY, new long[] {10, 20, 30, 40}, new double[] {1, 2, 3, 4});
        assertThat(series.between(20, 30).from()).isEqualTo(1);
        assertThat(series.between(20, 30).to()).isEqualTo(3);
        assertThat(series.between(21, 29).size()).isZero();
        assertThat(series.between(0, Long.MAX_VALUE).size()).isEqualTo(4);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new StoredSeries(Labels.EMPTY, new long[1], new double[1], 0, 2));
    }
}
