package dev.tars.console.slo;

import dev.tars.console.base.Limit;
import dev.tars.console.base.Unit;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;

/**
 * How fast an error budget is spent: 1 spends it exactly over the period of the objective. Burn rate = bad share /
 * (1 - objective), as in The Site Reliability Workbook, chapter 5.
 *
 * <p>Held as decimals and compared without division: in doubles 0.0144 / (1 - 0.999) is 14.399999999999986, and a page
 * at 14.4 would not go out.
 *
 * @param bad share of bad events, 0 to 1
 * @param budget the share that may be bad: 1 - objective, 0 to 1; 0 for an objective of 100 %
 */
public record BurnRate(BigDecimal bad, BigDecimal budget) {

    public BurnRate {
        refuseNoShare("bad", bad);
        refuseNoShare("budget", budget);
    }

    private static void refuseNoShare(String name, BigDecimal value) {
        if (value.signum() < 0 || value.compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException(name + " is a share from 0 to 1, was " + value.toPlainString());
        }
    }

    /** @param objective the share that must be good, 0 to 1 */
    public static BurnRate of(BigDecimal bad, BigDecimal objective) {
        return new BurnRate(bad, BigDecimal.ONE.subtract(objective));
    }

    /**
     * The burn of a measured indicator: {@code < 1%} bounds the bad share, {@code > 99%} the good one.
     *
     * @return empty where the sample is no share: NaN, an infinity, outside 0 to 1
     */
    public static Optional<BurnRate> of(Limit objective, double indicator) {
        if (objective.unit() != Unit.RATIO) {
            throw new IllegalArgumentException("only a share has a budget, not " + objective.text());
        }
        if (!(indicator >= 0 && indicator <= 1)) {
            return Optional.empty();
        }
        BigDecimal share = BigDecimal.valueOf(indicator);
        return Optional.of(
                objective.operator().isUpperBound()
                        ? new BurnRate(share, objective.bound())
                        : of(BigDecimal.ONE.subtract(share), objective.bound()));
    }

    /** Nothing may be bad: a burn rate has no number once something is. */
    public boolean isBudgetZero() {
        return budget.signum() == 0;
    }

    /** The rate, to 16 digits; empty where the budget is zero and something is bad. */
    public Optional<BigDecimal> rate() {
        if (bad.signum() == 0) {
            return Optional.of(BigDecimal.ZERO);
        }
        return isBudgetZero() ? Optional.empty() : Optional.of(bad.divide(budget, MathContext.DECIMAL64));
    }

    /** Whether it burns at {@code factor} or faster; with a zero budget anything bad does. */
    public boolean reaches(BigDecimal factor) {
        return bad.signum() > 0 && bad.compareTo(factor.multiply(budget)) >= 0;
    }

    /** Fires while both windows reach the factor; the short one ends it soon after the burning has. */
    public static boolean fires(BurnRate longWindow, BurnRate shortWindow, BigDecimal factor) {
        return longWindow.reaches(factor) && shortWindow.reaches(factor);
    }
}
