package dev.tars.console.slo;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;

/**
 * A speed of burning that somebody is told of: {@code spend} of the budget within {@code within}. Held as percent of
 * the budget, because the burn rate it stands for depends on the period (14.4 of 30 d is 13.44 of 28 d).
 *
 * @param spend share of the budget, more than 0, at most 1
 * @param within the long window, a multiple of 12 steps of {@link BudgetPlan#STEP}
 * @param severity how loud it is
 */
public record BurnTier(BigDecimal spend, Duration within, Severity severity) {

    private static final int SHORT_PART = 12;

    public BurnTier {
        if (spend.signum() <= 0 || spend.compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException("spend is more than 0 and at most 1, was " + spend.toPlainString());
        }
        if (within.isNegative() || within.isZero() || !isWhole(within)) {
            throw new IllegalArgumentException("within is whole hours, 1 or more, was " + within);
        }
    }

    /** Whether the short window, a twelfth, is whole steps of what is recorded. */
    static boolean isWhole(Duration within) {
        return within.toMillis() % BudgetPlan.STEP.multipliedBy(SHORT_PART).toMillis() == 0;
    }

    /** The window that ends the alert soon after the burning has ended. */
    public Duration shortWindow() {
        return within.dividedBy(SHORT_PART);
    }

    /** The burn rate from which on it fires: p * period / window. */
    public BigDecimal factor(Duration period) {
        return spend.multiply(BigDecimal.valueOf(period.toMillis()))
                .divide(BigDecimal.valueOf(within.toMillis()), MathContext.DECIMAL64)
                .stripTrailingZeros();
    }
}
