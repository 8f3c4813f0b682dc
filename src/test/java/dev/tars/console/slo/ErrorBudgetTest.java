package dev.tars.console.slo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tars.console.base.Figures;
import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Worked out by hand: 30 d are 43,200 min, so 99.9 % leave 43.2 min of outage and 99 % leave 7 h 12 min. */
class ErrorBudgetTest {

    private static ErrorBudget budget(String bad, String objective, int days) {
        return new ErrorBudget(Duration.ofDays(days), burn(bad, objective));
    }

    private static BurnRate burn(String bad, String objective) {
        return BurnRate.of(new BigDecimal(bad), new BigDecimal(objective));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0        | 0.999 | 30 | 43 min 12 s | 43 min 12 s | 1",
                "0.0005   | 0.999 | 30 | 21 min 36 s | 43 min 12 s | 0.5",
                "0.00075  | 0.999 | 28 | 10 min 4 s  | 40 min 19 s | 0.25",
                "0.001    | 0.999 | 30 | 0 ms        | 43 min 12 s | 0",
                "0.004    | 0.999 | 30 | 0 ms        | 43 min 12 s | 0",
                "0.0025   | 0.99  | 30 | 5 h 24 min  | 7 h 12 min  | 0.75",
                "0        | 1     | 30 | 0 ms        | 0 ms        | 0",
                "0.2      | 1     | 30 | 0 ms        | 0 ms        | 0",
            })
    void whatIsLeftIsTheWholeLessWhatWasBad(
            String bad, String objective, int days, String left, String whole, String share) {
        ErrorBudget budget = budget(bad, objective, days);

        assertThat(Figures.duration(budget.timeLeft()).replace('\u00a0', ' ')).isEqualTo(left);
        assertThat(Figures.duration(budget.whole()).replace('\u00a0', ' ')).isEqualTo(whole);
        assertThat(budget.left()).isEqualByComparingTo(share);
    }

    @Test
    void anObjectiveOfOneHundredPercentHasNoBudgetAndNoShareOfIt() {
        assertThat(budget("0.2", "1", 30).isZero()).isTrue();
        assertThat(budget("0.2", "1", 30).spent()).isEmpty();
        assertThat(budget("0.004", "0.999", 30).spent().orElseThrow()).isEqualByComparingTo("4");
    }

    @Test
    void theRestIsGoneThePeriodLaterAtBurnRateOneAndSoonerAboveIt() {
        // 61 % of 30 d at 14.9: 0.61 * 30 d / 14.9 = 1.2282 d.
        ErrorBudget budget = budget("0.00039", "0.999", 30);

        assertThat(Figures.duration(budget.goneIn(burn("0.0149", "0.999")).orElseThrow())
                        .replace('\u00a0', ' '))
                .isEqualTo("1 d 5 h");
        assertThat(budget("0", "0.999", 30).goneIn(burn("0.001", "0.999"))).contains(Duration.ofDays(30));
        assertThat(budget.goneIn(burn("0", "0.999"))).isEmpty();
        assertThat(budget("0.002", "0.999", 30).goneIn(burn("0", "0.999"))).contains(Duration.ZERO);
    }
}
