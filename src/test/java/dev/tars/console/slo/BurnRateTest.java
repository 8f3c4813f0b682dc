package dev.tars.console.slo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tars.console.base.Limit;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Field case SLO-05 and around it. */
class BurnRateTest {

    private static final BigDecimal PAGE = new BigDecimal("14.4");

    private static BurnRate burn(String bad, String objective) {
        return BurnRate.of(new BigDecimal(bad), new BigDecimal(objective));
    }

    @ParameterizedTest
    @CsvSource({"0.0144, 0.0144, true", "0.0144, 0, false", "0.0143, 0.5, false", "0.02, 0.015, true"})
    void itFiresWhenBothWindowsReachTheFactor(String longWindow, String shortWindow, boolean fires) {
        assertThat(BurnRate.fires(burn(longWindow, "0.999"), burn(shortWindow, "0.999"), PAGE))
                .isEqualTo(fires);
    }

    @Test
    void theRateAtTheThresholdIsExact() {
        assertThat(burn("0.0144", "0.999").rate().orElseThrow()).isEqualByComparingTo(PAGE);
    }

    @Test
    void aZeroBudgetIsAStateAndNoDivision() {
        assertThat(burn("0", "1").isBudgetZero()).isTrue();
        assertThat(burn("0", "1").rate().orElseThrow()).isEqualByComparingTo("0");
        assertThat(burn("0", "1").reaches(PAGE)).isFalse();
        assertThat(burn("0.001", "1").isBudgetZero()).isTrue();
        assertThat(burn("0.001", "1").rate()).isEmpty();
        assertThat(burn("0.001", "1").reaches(PAGE)).isTrue();
    }

    @Test
    void aBoundOnTheGoodShareBurnsByTheBadOne() {
        Limit good = Limit.parse("> 99.9%").orElseThrow();
        Limit bad = Limit.parse("< 0.1%").orElseThrow();
        assertThat(BurnRate.of(good, 0.9856).orElseThrow().rate().orElseThrow()).isEqualByComparingTo(PAGE);
        assertThat(BurnRate.of(bad, 0.0144).orElseThrow().rate().orElseThrow()).isEqualByComparingTo(PAGE);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, -0.1, 1.1})
    void whatIsNoShareHasNoBurnRate(double indicator) {
        assertThat(BurnRate.of(Limit.parse("> 99%").orElseThrow(), indicator)).isEmpty();
    }

    @Test
    void onlySharesHaveABudget() {
        assertThatThrownBy(() -> BurnRate.of(Limit.parse("< 150ms").orElseThrow(), 0.1))
                .hasMessageContaining("< 150ms");
        assertThatThrownBy(() -> burn("1.5", "0.99")).hasMessageContaining("0 to 1, was 1.5");
    }
}
