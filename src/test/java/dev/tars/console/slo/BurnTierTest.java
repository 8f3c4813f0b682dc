package dev.tars.console.slo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BurnTierTest {

    private static BurnTier tier(String spend, int hours) {
        return new BurnTier(new BigDecimal(spend), Duration.ofHours(hours), Severity.CRITICAL);
    }

    private static TierConsequences page(String budget) {
        return TierConsequences.of(tier("0.02", 1), Duration.ofDays(30), new BigDecimal(budget));
    }

    @ParameterizedTest
    @CsvSource({
        "0.02,  1, 30, 14.4, 5",
        "0.05,  6, 30,    6, 30",
        "0.1,  24, 30,    3, 120",
        "0.1,  72, 30,    1, 360",
        "0.02,  1, 28, 13.44, 5",
        "0.05,  6, 28,   5.6, 30",
        "0.1,  24, 28,   2.8, 120",
        "0.1,  72, 28, 0.9333333333333333, 360",
    })
    void theFactorComesFromTheShareOfTheBudgetAndThePeriod(
            String spend, int hours, int days, String factor, long shortMinutes) {
        assertThat(tier(spend, hours).factor(Duration.ofDays(days))).isEqualByComparingTo(factor);
        assertThat(tier(spend, hours).shortWindow()).isEqualTo(Duration.ofMinutes(shortMinutes));
    }

    @Test
    void aTierThatNeedsMoreThanEverythingToFailCanNeverFire() {
        // 14.4 * 6.94 % = 99.9 %, 14.4 * 6.95 % = 100.08 %: an objective above 93.06 % is needed.
        assertThat(page("0.0694").canNeverFire()).isFalse();
        assertThat(page("0.0695").canNeverFire()).isTrue();
        assertThat(page("0.0695").firesAfter(BigDecimal.ONE)).isEmpty();
        assertThat(page("0.0695").oneFailureFiresUpTo()).contains(BigDecimal.ZERO);
    }

    @Test
    void aSingleFailureFiresWhileTheHourHoldsFewerThanSeventyRequests() {
        // 1/69 = 1.449 %, 1/70 = 1.43 %, needed are 1.44 %.
        assertThat(page("0.001").oneFailureFiresUpTo()).contains(BigDecimal.valueOf(69));
        assertThat(page("0").oneFailureFiresUpTo()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        // 60 min * 1.44 % = 51.84 s; 5 min less 1.44 % of them; a tenth of the failures takes ten times as long.
        "1,    PT51.84S,  PT4M55.68S",
        "0.1,  PT8M38.4S, PT4M16.8S",
        "0.02, PT43M12S,  PT1M24S",
    })
    void anOutageIsNoticedAfterItsShareOfTheWindowAndForgottenWithinTheShortOne(
            String failing, Duration fires, Duration ends) {
        assertThat(page("0.001").firesAfter(new BigDecimal(failing))).contains(fires);
        assertThat(page("0.001").endsAfter(new BigDecimal(failing))).contains(ends);
    }

    @Test
    void tooFewFailuresAreNeverNoticed() {
        assertThat(page("0.001").firesAfter(new BigDecimal("0.01"))).isEqualTo(Optional.empty());
        assertThat(page("0.001").endsAfter(new BigDecimal("0.01"))).isEmpty();
    }

    @Test
    void nonsenseIsRefusedByName() {
        assertThatThrownBy(() -> tier("0", 1)).hasMessageContaining("spend");
        assertThatThrownBy(() -> tier("1.1", 1)).hasMessageContaining("1.1");
        assertThatThrownBy(() -> new BurnTier(BigDecimal.ONE, Duration.ofMinutes(90), Severity.INFO))
                .hasMessageContaining("whole hours");
    }
}
