package dev.tars.console.slo;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.util.Optional;

/**
 * What an objective may fail over its period, and how much of it is gone. As time it is that of a total outage: 99.9 %
 * of 30 d leave 43 min 12 s.
 *
 * @param period what the budget is for
 * @param spending how fast it was spent over the whole period: at 1 it is just gone
 */
public record ErrorBudget(Duration period, BurnRate spending) {

    /** An objective of 100 %: there is nothing to spend. */
    public boolean isZero() {
        return spending.isBudgetZero();
    }

    /** The whole budget as time. */
    public Duration whole() {
        return part(spending.budget());
    }

    /** Share of the budget that is spent; more than 1 once it is overspent, empty where there is none. */
    public Optional<BigDecimal> spent() {
        return isZero() ? Optional.empty() : spending.rate();
    }

    /** Share of the budget that is left, 0 to 1; a budget of zero has nothing left. */
    public BigDecimal left() {
        return spent().map(s -> BigDecimal.ONE.subtract(s).max(BigDecimal.ZERO)).orElse(BigDecimal.ZERO);
    }

    /** What is left, as time. */
    public Duration timeLeft() {
        return part(spending.budget().subtract(spending.bad()).max(BigDecimal.ZERO));
    }

    /** When the rest is gone if it burns on so; zero where nothing is left, empty where nothing burns. */
    public Optional<Duration> goneIn(BurnRate burn) {
        if (left().signum() == 0) {
            return Optional.of(Duration.ZERO);
        }
        return burn.rate()
                .filter(rate -> rate.signum() > 0)
                .map(rate -> part(left().divide(rate, MathContext.DECIMAL64)));
    }

    private Duration part(BigDecimal share) {
        return Duration.ofMillis(
                share.multiply(BigDecimal.valueOf(period.toMillis())).longValue());
    }
}
