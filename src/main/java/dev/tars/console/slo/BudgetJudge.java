package dev.tars.console.slo;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads how the budget of one objective stands out of the answers of a poll. */
final class BudgetJudge {

    private static final Comparator<BudgetReading> WORST_FIRST = Comparator.comparing(
                    (BudgetReading r) ->
                            r.firing().map(t -> t.tier().severity().ordinal()).orElse(-1),
                    Comparator.reverseOrder())
            .thenComparing(r -> r.budget().map(ErrorBudget::left).orElse(BigDecimal.ONE));

    private final Slo slo;
    private final BudgetPlan plan;
    private final CostJudge costs;

    BudgetJudge(Slo slo, BudgetPlan plan) {
        this.slo = slo;
        this.plan = plan;
        this.costs = new CostJudge(slo, plan);
    }

    /** What a poll asks for the windows of the plan; 5 min and 1 h are asked for the objective already. */
    static String query(Slo slo, BudgetPlan plan, Duration window) {
        return indicator(window)
                .flatMap(w -> Optional.ofNullable(slo.queries().get(w)))
                .orElseGet(() -> plan.badShare(window));
    }

    private static Optional<Window> indicator(Duration window) {
        for (Window known : Window.values()) {
            if (known.length().equals(window)) {
                return Optional.of(known);
            }
        }
        return Optional.empty();
    }

    /** Of the label set where it stands worst; empty where no window has any. */
    Optional<BudgetReading> judge(ObjectiveTrack.Poll poll) {
        Answers answers = poll.answers();
        Map<Duration, Map<Map<String, String>, Double>> windows = new LinkedHashMap<>();
        Set<Map<String, String>> all = new TreeSet<>(Labels.ORDER);
        Set<Duration> asked = new TreeSet<>(plan.windows());
        asked.add(Window.ONE_HOUR.length());
        for (Duration window : asked) {
            Map<Map<String, String>, Double> values = new HashMap<>();
            for (SloSource.Sample sample :
                    answers.samples(query(slo, plan, window)).orElse(List.of())) {
                values.put(Labels.withoutName(sample.labels()), sample.value());
            }
            windows.put(window, values);
            all.addAll(values.keySet());
        }
        Optional<ReleaseCost> cost = poll.mark()
                .flatMap(mark -> costs.judge(answers, all, mark, mark.at().plus(poll.skew()), poll.serverAt()));
        return all.stream().map(labels -> reading(labels, windows, cost)).min(WORST_FIRST);
    }

    private BudgetReading reading(
            Map<String, String> labels,
            Map<Duration, Map<Map<String, String>, Double>> windows,
            Optional<ReleaseCost> cost) {
        Map<Duration, BurnRate> burns = new HashMap<>();
        List<Duration> missing = new ArrayList<>();
        windows.forEach((window, samples) -> {
            Optional<Double> value = Optional.ofNullable(samples.get(labels));
            if (value.isEmpty()) {
                missing.add(window);
            }
            value.flatMap(v -> burn(window, v)).ifPresent(burn -> burns.put(window, burn));
        });
        List<BudgetReading.TierReading> tiers = new ArrayList<>();
        for (BurnTier tier : plan.tiers()) {
            Optional<BurnRate> longBurn = Optional.ofNullable(burns.get(tier.within()));
            Optional<BurnRate> shortBurn = Optional.ofNullable(burns.get(tier.shortWindow()));
            boolean fires = longBurn.isPresent()
                    && shortBurn.isPresent()
                    && BurnRate.fires(longBurn.get(), shortBurn.get(), tier.factor(plan.period()));
            tiers.add(new BudgetReading.TierReading(tier, longBurn, shortBurn, fires));
        }
        return new BudgetReading(
                labels,
                Optional.ofNullable(burns.get(plan.period())).map(b -> new ErrorBudget(plan.period(), b)),
                Optional.ofNullable(burns.get(Window.ONE_HOUR.length())),
                tiers,
                cost,
                missing);
    }

    private Optional<BurnRate> burn(Duration window, double value) {
        if (indicator(window).isPresent()) {
            return BurnRate.of(slo.objective(), value);
        }
        return value >= 0 && value <= 1
                ? Optional.of(new BurnRate(BigDecimal.valueOf(value), slo.budgetShare()))
                : Optional.empty();
    }
}
