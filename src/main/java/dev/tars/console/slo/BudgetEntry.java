package dev.tars.console.slo;

import dev.tars.console.base.Figures;
import dev.tars.console.base.Limit;
import dev.tars.console.base.Unit;
import dev.tars.console.document.DocumentException;
import dev.tars.console.document.YamlNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads {@code budget}, of the file or of one objective, and {@code events}, the records it is counted by. */
final class BudgetEntry {

    private static final Duration LONGEST = Duration.ofDays(92);

    private final Duration period;
    private final List<BurnTier> tiers;

    private BudgetEntry(Duration period, List<BurnTier> tiers) {
        this.period = period;
        this.tiers = List.copyOf(tiers);
    }

    /** The tiers of The Site Reliability Workbook, chapter 5, over 30 days: burn rates 14.4, 6, 3 and 1. */
    static BudgetEntry usual() {
        return new BudgetEntry(
                Duration.ofDays(30),
                List.of(
                        new BurnTier(new BigDecimal("0.02"), Duration.ofHours(1), Severity.CRITICAL),
                        new BurnTier(new BigDecimal("0.05"), Duration.ofHours(6), Severity.CRITICAL),
                        new BurnTier(new BigDecimal("0.10"), Duration.ofDays(1), Severity.WARNING),
                        new BurnTier(new BigDecimal("0.10"), Duration.ofDays(3), Severity.WARNING)));
    }

    /** This one, with what {@code budget} of the file or of an objective says otherwise. */
    BudgetEntry with(Optional<YamlNode> budget) throws DocumentException {
        if (budget.isEmpty()) {
            return this;
        }
        YamlNode node = budget.get();
        node.allowOnly("period", "tiers");
        Optional<YamlNode> length = node.find("period");
        Duration newPeriod = length.isPresent() ? period(length.get()) : period;
        Optional<YamlNode> list = node.find("tiers");
        List<BurnTier> newTiers = list.isPresent() ? tiers(list.get(), newPeriod) : tiers;
        for (BurnTier tier : newTiers) {
            if (tier.within().compareTo(newPeriod) > 0) {
                throw node.errorAtKey(
                        "period",
                        "period " + Figures.duration(newPeriod) + " is shorter than the tier within "
                                + Figures.duration(tier.within()),
                        "write a longer period, or give tiers of their own");
            }
        }
        return new BudgetEntry(newPeriod, newTiers);
    }

    /** The plan of one objective; empty where it names no events to count. */
    static Optional<BudgetPlan> plan(YamlNode objective, Slo.Kind kind, BudgetEntry usual, QueryCheck check)
            throws DocumentException {
        Optional<YamlNode> events = objective.find("events");
        Optional<YamlNode> own = objective.find("budget");
        for (String key : List.of("events", "budget")) {
            if (kind == Slo.Kind.THRESHOLD && objective.find(key).isPresent()) {
                throw objective.errorAtKey(
                        key, "only a ratio has an error budget", "leave " + key + " out, or say kind: ratio");
            }
        }
        if (events.isEmpty()) {
            if (own.isPresent()) {
                throw objective.errorAtKey(
                        "budget",
                        "there is a budget and nothing to count it by",
                        "add events: {bad: RECORD, total: RECORD}, or leave budget out");
            }
            return Optional.empty();
        }
        BudgetEntry entry = usual.with(own);
        YamlNode node = events.get();
        node.allowOnly("bad", "total");
        BudgetPlan plan = new BudgetPlan(
                entry.period, entry.tiers, record(node.require("bad"), check), record(node.require("total"), check));
        return Optional.of(plan);
    }

    private static String record(YamlNode node, QueryCheck check) throws DocumentException {
        Optional<String> fault = check.fault("sum_over_time(" + node.text() + "[5m])");
        if (fault.isPresent()) {
            throw node.error(
                    "\"" + node.text() + "\" cannot be summed over a window: " + fault.get(),
                    "name one record, as in tars:slo:api_error_rate:bad:5m");
        }
        return node.text();
    }

    private static Duration period(YamlNode node) throws DocumentException {
        Duration period = node.duration();
        if (period.compareTo(Duration.ofHours(1)) < 0
                || period.compareTo(LONGEST) > 0
                || period.toMillis() % BudgetPlan.STEP.toMillis() != 0) {
            throw node.error("period is " + node.text(), "write 1h to 92d, as in 30d");
        }
        return period;
    }

    private static List<BurnTier> tiers(YamlNode list, Duration period) throws DocumentException {
        List<BurnTier> tiers = new ArrayList<>();
        for (YamlNode item : list.items()) {
            item.allowOnly("spend", "within", "severity");
            tiers.add(new BurnTier(
                    spend(item.require("spend")),
                    within(item.require("within"), period),
                    item.require("severity").oneOf(Severity.class)));
        }
        if (tiers.isEmpty()) {
            throw list.error(
                    "tiers is an empty list", "write one at least: - {spend: 2%, within: 1h, severity: critical}");
        }
        return tiers;
    }

    private static BigDecimal spend(YamlNode node) throws DocumentException {
        Optional<Limit> read = Limit.parse("<= " + node.text()).filter(l -> l.unit() == Unit.RATIO);
        if (read.isEmpty()
                || read.get().bound().signum() == 0
                || read.get().bound().compareTo(BigDecimal.ONE) > 0) {
            throw node.error(
                    "spend is \"" + node.text() + "\", not a part of the budget",
                    "write more than 0% and at most 100%, as in 2%");
        }
        return read.get().bound();
    }

    private static Duration within(YamlNode node, Duration period) throws DocumentException {
        Duration within = node.duration();
        if (within.isZero() || !BurnTier.isWhole(within)) {
            throw node.error(
                    "within is " + node.text() + "; its twelfth, the short window, is not whole records of "
                            + Figures.duration(BudgetPlan.STEP),
                    "write whole hours, as in 1h, 6h or 3d");
        }
        if (within.compareTo(period) > 0) {
            throw node.error(
                    "within is " + node.text() + ", longer than the period of " + Figures.duration(period),
                    "write a window within the period");
        }
        return within;
    }
}
