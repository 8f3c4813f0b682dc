package dev.tars.console.slo;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Counts what a release has cost out of the answers of a poll. The records of bad and all events tile the past in
 * steps of 5 min, so the first tile may begin up to 5 min before the mark: the release is charged with it. Before its
 * first tile is complete, the 5 min window of the indicator stands for the time since the mark.
 */
final class CostJudge {

    private static final Comparator<ReleaseCost> MOST_FIRST = Comparator.comparing(
                    (ReleaseCost c) -> c.spent().isPresent())
            .thenComparing(c -> c.spent().orElse(Duration.ZERO), Comparator.reverseOrder());

    private final Slo slo;
    private final BudgetPlan plan;

    CostJudge(Slo slo, BudgetPlan plan) {
        this.slo = slo;
        this.plan = plan;
    }

    /** What a poll asks for the time since the mark; both by the same clock. */
    static String query(Slo slo, BudgetPlan plan, Instant mark, Instant at) {
        Duration since = since(mark, at);
        return since.compareTo(BudgetPlan.STEP) < 0
                ? slo.queries().getOrDefault(Window.FIVE_MINUTES, slo.judgingQuery())
                : plan.badShare(since);
    }

    private static Duration since(Instant mark, Instant at) {
        Duration since = Duration.between(mark, at);
        return since.isNegative() ? Duration.ZERO : Duration.ofSeconds(since.toSeconds());
    }

    /** @param all label sets that must be counted; @param serverMark the mark by the server's clock */
    Optional<ReleaseCost> judge(
            Answers answers, Set<Map<String, String>> all, ReleaseMark mark, Instant serverMark, Instant serverAt) {
        Duration since = since(serverMark, serverAt);
        Map<Map<String, String>, Double> shares = new HashMap<>();
        for (SloSource.Sample sample :
                answers.samples(query(slo, plan, serverMark, serverAt)).orElse(List.of())) {
            shares.put(Labels.withoutName(sample.labels()), sample.value());
        }
        boolean isIndicator = since.compareTo(BudgetPlan.STEP) < 0;
        return all.stream()
                .map(labels -> cost(mark, labels, Optional.ofNullable(shares.get(labels)), since, isIndicator))
                .min(MOST_FIRST);
    }

    private ReleaseCost cost(
            ReleaseMark mark, Map<String, String> labels, Optional<Double> share, Duration since, boolean isIndicator) {
        Optional<BigDecimal> bad = share.flatMap(value -> bad(value, isIndicator));
        Optional<Duration> spent = bad.map(b -> Duration.ofMillis(
                b.multiply(BigDecimal.valueOf(since.toMillis())).longValue()));
        BigDecimal whole =
                slo.budgetShare().multiply(BigDecimal.valueOf(plan.period().toMillis()));
        Optional<BigDecimal> part = whole.signum() == 0
                ? Optional.empty()
                : spent.map(s -> BigDecimal.valueOf(s.toMillis()).divide(whole, MathContext.DECIMAL64));
        return new ReleaseCost(mark, labels, spent, part);
    }

    /** NaN is no traffic, or a record that is NaN itself: neither proves that nothing was spent. */
    private Optional<BigDecimal> bad(double value, boolean isIndicator) {
        if (isIndicator) {
            return BurnRate.of(slo.objective(), value).map(BurnRate::bad);
        }
        return value >= 0 && value <= 1 ? Optional.of(BigDecimal.valueOf(value)) : Optional.empty();
    }
}
