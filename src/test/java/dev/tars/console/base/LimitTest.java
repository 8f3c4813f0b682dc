package dev.tars.console.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LimitTest {

    private static Limit limit(String text) {
        return Limit.parse(text).orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "< 150ms, LESS, 0.150, SECONDS",
        "<=2s, AT_MOST, 2, SECONDS",
        "< 5min, LESS, 300, SECONDS",
        "> 1h, GREATER, 3600, SECONDS",
        ">= 99.95%, AT_LEAST, 0.9995, RATIO",
        "< 1GiB, LESS, 1073741824, BYTES",
        "< 2 MiB, LESS, 2097152, BYTES",
        "< 3KiB, LESS, 3072, BYTES",
        "< 7B, LESS, 7, BYTES",
        "> 10/s, GREATER, 10, PER_SECOND",
        "'  <   50  ', LESS, 50, COUNT"
    })
    void boundsAreReadIntoTheirBaseUnit(String text, Limit.Operator operator, BigDecimal bound, Unit unit) {
        Limit limit = limit(text);
        assertThat(limit.operator()).isEqualTo(operator);
        assertThat(limit.bound()).isEqualByComparingTo(bound);
        assertThat(limit.unit()).isEqualTo(unit);
        assertThat(limit.text()).isEqualTo(text.strip());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "150ms", "< ms", "< 1.ms", "< -1", "< 1e3", "< 1GB", "= 5", "< 5 5", "< 0,5", "< ١٥٠ms", "<< 1"
            })
    void whatIsNoBoundIsNoneAtAll(String text) {
        assertThat(Limit.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "< 1%, 0.01, false",
        "<= 1%, 0.01, true",
        "> 99%, 0.99, false",
        ">= 99%, 0.99, true",
        "< 150ms, 0.14999, true",
        "< 150ms, 0.15000000000000002, false",
        "<= 0, -0.0, true",
        "< 14.4, 14.399999999999999, true"
    })
    void theBoundItselfIsDecidedByTheOperator(String text, double value, boolean kept) {
        assertThat(limit(text).test(value)).isEqualTo(kept);
    }

    @Test
    void infinitiesAreFiguresBeyondEveryBound() {
        assertThat(limit("< 150ms").test(Double.POSITIVE_INFINITY)).isFalse();
        assertThat(limit("< 150ms").test(Double.NEGATIVE_INFINITY)).isTrue();
        assertThat(limit("> 99%").test(Double.POSITIVE_INFINITY)).isTrue();
        assertThat(limit("> 99%").test(Double.NEGATIVE_INFINITY)).isFalse();
    }

    @Test
    void notANumberIsNeitherInsideNorOutside() {
        assertThatThrownBy(() -> limit("< 150ms").test(Double.NaN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("< 150ms");
    }

    @Test
    void anUpperBoundIsOneWhereSmallIsGood() {
        assertThat(limit("< 1").operator().isUpperBound()).isTrue();
        assertThat(limit("<= 1").operator().isUpperBound()).isTrue();
        assertThat(limit("> 1").operator().isUpperBound()).isFalse();
        assertThat(limit(">= 1").operator().isUpperBound()).isFalse();
    }
}
