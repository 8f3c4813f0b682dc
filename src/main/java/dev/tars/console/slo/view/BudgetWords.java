package dev.tars.console.slo.view;

import dev.tars.console.base.Figures;
import dev.tars.console.slo.BudgetReading;
import dev.tars.console.slo.BurnRate;
import dev.tars.console.slo.ErrorBudget;
import dev.tars.console.slo.ReleaseCost;
import dev.tars.console.slo.SloState;
import dev.tars.console.slo.TierConsequences;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;

/** What the panel says of error budgets. A figure that is not known is a dash, an old one stands in brackets. */
final class BudgetWords {

    private final LiveWords words;

    BudgetWords(LiveWords words) {
        this.words = words;
    }

    /** The speed of the tier that makes it burn, for the pill: "6.2×". */
    static Optional<String> burning(LiveRow row) {
        return row.state() == SloState.BURNING
                ? row.reading()
                        .budget()
                        .flatMap(BudgetReading::firing)
                        .flatMap(BudgetReading.TierReading::longBurn)
                        .flatMap(BudgetWords::times)
                : Optional.empty();
    }

    private static Optional<String> times(BurnRate burn) {
        return burn.rate().map(rate -> Figures.times(rate) + "×");
    }

    String left(LiveRow row) {
        return mark(row, budget(row).map(b -> Figures.duration(b.timeLeft())));
    }

    String leftOf(LiveRow row) {
        String period =
                row.slo().budget().map(p -> Figures.duration(p.period())).orElse("");
        return budget(row)
                .map(b -> b.isZero()
                        ? words.text("budget.zero")
                        : words.text(
                                "budget.left.of", Figures.percent(b.left().doubleValue()), Figures.duration(b.whole())))
                .orElseGet(() -> row.state() == SloState.NO_DATA
                        ? words.text("budget.left.unknown")
                        : words.text("budget.missing", period));
    }

    String burn(LiveRow row) {
        return mark(row, burnRate(row).flatMap(BudgetWords::times));
    }

    String goneIn(LiveRow row) {
        if (budget(row).isEmpty() || burnRate(row).isEmpty()) {
            return words.text("budget.gone.unknown");
        }
        return row.reading()
                .budget()
                .flatMap(BudgetReading::goneIn)
                .map(gone -> gone.isZero()
                        ? words.text("budget.gone.already")
                        : words.text("budget.gone.in", Figures.duration(gone)))
                .orElseGet(() -> words.text("budget.gone.never"));
    }

    /** What the release has cost: "3 min 12 s". */
    String cost(LiveRow row) {
        return mark(row, releaseCost(row).flatMap(ReleaseCost::spent).map(Figures::duration));
    }

    String costOf(LiveRow row) {
        Optional<ReleaseCost> cost = releaseCost(row);
        if (cost.isEmpty()) {
            return words.text(row.old() ? "budget.left.unknown" : "budget.cost.unmarked");
        }
        String since = words.moment(cost.get().mark().at(), row.boardAt());
        return cost.get()
                .ofBudget()
                .map(part -> words.text("budget.cost.of", Figures.percent(part.doubleValue()), since))
                .orElseGet(() -> words.text(
                        cost.get().spent().isPresent() ? "budget.cost.since" : "budget.cost.missing", since));
    }

    private static Optional<ReleaseCost> releaseCost(LiveRow row) {
        return row.reading().budget().flatMap(BudgetReading::cost);
    }

    private static Optional<ErrorBudget> budget(LiveRow row) {
        return row.reading().budget().flatMap(BudgetReading::budget);
    }

    private static Optional<BurnRate> burnRate(LiveRow row) {
        return row.reading().budget().flatMap(BudgetReading::burn);
    }

    private static String mark(LiveRow row, Optional<String> figure) {
        return figure.map(f -> row.old() ? "(" + f + ")" : f).orElse(Figures.NO_VALUE);
    }

    /** "2 % of the budget in 1 h: 14.4×, critical". */
    String tier(TierConsequences means) {
        return words.text(
                "budget.tier",
                Figures.times(means.factor()),
                Figures.percent(means.tier().spend().doubleValue()),
                Figures.duration(means.tier().within()),
                means.tier().severity().words());
    }

    /** Both windows as they stand: "0.3× over 1 h, 0.2× over 5 min". */
    String tierNow(LiveRow row, TierConsequences means) {
        return row.reading().budget().stream()
                .flatMap(b -> b.tiers().stream())
                .filter(t -> t.tier().equals(means.tier()))
                .findFirst()
                .map(t -> words.text(
                        t.fires() ? "budget.tier.fires" : "budget.tier.now",
                        window(row, t.longBurn(), t.tier().within()),
                        window(row, t.shortBurn(), t.tier().shortWindow())))
                .orElseGet(() -> words.text("budget.tier.unknown"));
    }

    private String window(LiveRow row, Optional<BurnRate> burn, Duration window) {
        boolean missing =
                row.reading().budget().filter(b -> b.missing().contains(window)).isPresent();
        String figure = missing ? words.text("budget.tier.missing") : mark(row, burn.flatMap(BudgetWords::times));
        return words.text("budget.tier.window", figure, Figures.duration(window));
    }

    /** What the tier means before anything burns. */
    String consequences(TierConsequences means) {
        if (means.canNeverFire()) {
            return words.text(
                    "budget.tier.never", Figures.percent(means.needed().doubleValue()));
        }
        String one = means.oneFailureFiresUpTo()
                .map(n -> n.signum() == 0
                        ? ""
                        : words.text(
                                "budget.tier.one",
                                n.toPlainString(),
                                Figures.duration(means.tier().within())))
                .orElse("");
        return words.text("budget.tier.after", after(means, "1"), after(means, "0.1"), after(means, "0.01"))
                + " "
                + one;
    }

    private String after(TierConsequences means, String failing) {
        BigDecimal share = new BigDecimal(failing);
        String fires =
                means.firesAfter(share).map(Figures::duration).orElseGet(() -> words.text("budget.tier.after.never"));
        return means.endsAfter(share)
                .map(ends -> words.text(
                        "budget.tier.after.ends",
                        fires,
                        ends.isZero()
                                ? words.text("budget.tier.after.at-once")
                                : words.text("budget.tier.after.within", Figures.duration(ends))))
                .orElse(fires);
    }
}
