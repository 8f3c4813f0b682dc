package dev.tars.console.slo;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How the error budget of an objective stands, in the label set where it stands worst.
 *
 * @param labels of that label set
 * @param budget over the period; empty where the server does not hold the whole period or nothing happened in it
 * @param burn over the last hour; empty where there is no such figure
 * @param tiers as the file has them
 * @param cost of the release; empty where none has begun
 * @param missing windows the server does not hold, shortest first: nothing is guessed of them
 */
public record BudgetReading(
        Map<String, String> labels,
        Optional<ErrorBudget> budget,
        Optional<BurnRate> burn,
        List<TierReading> tiers,
        Optional<ReleaseCost> cost,
        List<Duration> missing) {

    public BudgetReading {
        labels = Map.copyOf(labels);
        tiers = List.copyOf(tiers);
        missing = List.copyOf(missing);
    }

    /**
     * One tier now.
     *
     * @param longBurn over its long window; empty where that is missing or without traffic; {@code shortBurn} likewise
     * @param fires whether both windows burn as fast as the tier says; a missing one does not
     */
    public record TierReading(
            BurnTier tier, Optional<BurnRate> longBurn, Optional<BurnRate> shortBurn, boolean fires) {}

    /** The loudest tier that fires, of those the first in the file. */
    public Optional<TierReading> firing() {
        return tiers.stream()
                .filter(TierReading::fires)
                .max(Comparator.comparing((TierReading t) -> t.tier().severity())
                        .thenComparing(tiers::indexOf, Comparator.reverseOrder()));
    }

    /** When the rest is gone at the speed of the last hour. */
    public Optional<Duration> goneIn() {
        return budget.flatMap(b -> burn.flatMap(b::goneIn));
    }
}
