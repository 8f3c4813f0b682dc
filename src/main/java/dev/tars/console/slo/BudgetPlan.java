package dev.tars.console.slo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * How the error budget of an objective is counted, and which speeds of burning are told.
 *
 * @param period the time the budget is for, not shorter than any tier
 * @param tiers the fastest first, as the file has them
 * @param bad record of the bad events a second, one sample each {@link #STEP} over that time
 * @param total record of all events a second, likewise
 */
public record BudgetPlan(Duration period, List<BurnTier> tiers, String bad, String total) {

    /** How often bad and total are recorded, and over which time: the records tile the past without overlap. */
    public static final Duration STEP = Duration.ofMinutes(5);

    /** A restart may leave a gap; with less than this share of its samples a window says nothing. */
    private static final BigDecimal COVERED = new BigDecimal("0.9");

    public BudgetPlan {
        tiers = List.copyOf(tiers);
        for (BurnTier tier : tiers) {
            if (tier.within().compareTo(period) > 0) {
                throw new IllegalArgumentException(
                        "a tier of " + tier.within() + " is longer than the period, " + period);
            }
        }
    }

    /** Every window of the plan, the period too, shortest first. */
    public Set<Duration> windows() {
        Set<Duration> windows = new TreeSet<>();
        windows.add(period);
        for (BurnTier tier : tiers) {
            windows.add(tier.within());
            windows.add(tier.shortWindow());
        }
        return windows;
    }

    /**
     * The bad share over a window: sums are divided, since a mean of ratios would weigh quiet minutes like busy ones.
     * It gives nothing where the server does not hold the window yet.
     *
     * @param window one step or more, in whole seconds
     */
    public String badShare(Duration window) {
        boolean isWholeMinutes = window.toSeconds() % 60 == 0;
        String range = isWholeMinutes ? "[" + window.toMinutes() + "m]" : "[" + window.toSeconds() + "s]";
        long samples = window.dividedBy(STEP);
        long least = COVERED.multiply(BigDecimal.valueOf(samples))
                .setScale(0, RoundingMode.DOWN)
                .max(BigDecimal.ONE)
                .longValueExact();
        return "clamp_max(sum_over_time(" + bad + range + ") / sum_over_time(" + total + range
                + "), 1) and (count_over_time(" + total + range + ") >= " + least + ")";
    }
}
