package dev.tars.console.slo.view;

import dev.tars.console.slo.BudgetPlan;
import dev.tars.console.slo.BudgetReading;
import dev.tars.console.slo.BudgetReading.TierReading;
import dev.tars.console.slo.BurnRate;
import dev.tars.console.slo.BurnTier;
import dev.tars.console.slo.ErrorBudget;
import dev.tars.console.slo.ReleaseCost;
import dev.tars.console.slo.ReleaseMark;
import dev.tars.console.slo.Severity;
import dev.tars.console.slo.Slo;
import dev.tars.console.slo.SloReading;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A budget of 1 % that has 61 % left and burns 6.2 times too fast; of the last 3 d nothing is held yet. */
final class SampleBudget {

    private static final Duration PERIOD = Duration.ofDays(30);

    private SampleBudget() {}

    private static BurnRate burn(String bad) {
        return new BurnRate(new BigDecimal(bad), new BigDecimal("0.01"));
    }

    private static BurnTier tier(String spend, int hours, Severity severity) {
        return new BurnTier(new BigDecimal(spend), Duration.ofHours(hours), severity);
    }

    static SloReading on(SloReading r) {
        List<BurnTier> tiers = List.of(
                tier("0.02", 1, Severity.CRITICAL),
                tier("0.05", 6, Severity.CRITICAL),
                tier("0.1", 24, Severity.WARNING),
                tier("0.1", 72, Severity.WARNING));
        List<TierReading> now = new ArrayList<>();
        now.add(new TierReading(tiers.get(0), Optional.of(burn("0.062")), Optional.of(burn("0.07")), false));
        now.add(new TierReading(tiers.get(1), Optional.of(burn("0.062")), Optional.of(burn("0.062")), true));
        now.add(new TierReading(tiers.get(2), Optional.of(burn("0.021")), Optional.of(burn("0.06")), false));
        now.add(new TierReading(tiers.get(3), Optional.empty(), Optional.of(burn("0.02")), false));
        BudgetReading budget = new BudgetReading(
                Map.of("region", "us-east-1"),
                Optional.of(new ErrorBudget(PERIOD, burn("0.0039"))),
                Optional.of(burn("0.062")),
                now,
                Optional.of(new ReleaseCost(
                        new ReleaseMark(r.since().minusSeconds(3 * 3600), "v1.0.1 starts"),
                        Map.of("region", "us-east-1"),
                        Optional.of(Duration.ofSeconds(192)),
                        Optional.of(new BigDecimal("0.0074")))),
                List.of(Duration.ofDays(3)));
        Slo s = r.slo();
        Slo slo = new Slo(
                s.id(),
                s.title(),
                s.scope(),
                Slo.Kind.RATIO,
                s.objective(),
                s.queries(),
                s.judgedOn(),
                s.target(),
                s.freshness(),
                s.severity(),
                s.steps(),
                s.hysteresis(),
                s.staleAfter(),
                Optional.of(new BudgetPlan(PERIOD, tiers, "errors:bad:5m", "errors:total:5m")),
                s.why(),
                s.mend(),
                s.line());
        return new SloReading(
                slo,
                r.state(),
                r.noData(),
                r.since(),
                Optional.of(Severity.CRITICAL),
                r.values(),
                r.valuesAt(),
                r.bySeries(),
                r.sentence(),
                r.lastHour(),
                Optional.of(budget),
                r.evidence());
    }
}
