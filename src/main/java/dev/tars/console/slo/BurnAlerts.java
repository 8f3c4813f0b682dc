package dev.tars.console.slo;

import java.math.BigDecimal;
import java.time.Duration;

/** The tiers of an objective as Prometheus evaluates them, over the same questions that the console asks. */
public final class BurnAlerts {

    private BurnAlerts() {}

    /**
     * Gives a sample for each label set in which the tier fires. At the factor it fires, as here: Prometheus compares
     * doubles, the console decimals, and rounding to a double keeps order, so the two say the same at the bound too.
     */
    public static String expression(Slo slo, BudgetPlan plan, BurnTier tier) {
        BigDecimal needed = TierConsequences.of(tier, plan.period(), slo.budgetShare())
                .needed()
                .stripTrailingZeros();
        return reaches(slo, plan, tier.within(), needed) + " and " + reaches(slo, plan, tier.shortWindow(), needed);
    }

    private static String reaches(Slo slo, BudgetPlan plan, Duration window, BigDecimal needed) {
        String query = BudgetJudge.query(slo, plan, window);
        if (query.equals(plan.badShare(window)) || slo.objective().operator().isUpperBound()) {
            return "(" + query + ") >= " + needed.toPlainString();
        }
        return "(" + query + ") <= "
                + BigDecimal.ONE.subtract(needed).stripTrailingZeros().toPlainString();
    }
}
