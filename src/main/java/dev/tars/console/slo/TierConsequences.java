package dev.tars.console.slo;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Optional;

/**
 * What a tier means for one objective, before anything burns.
 *
 * @param tier the tier
 * @param factor its burn rate
 * @param needed the bad share both windows must reach: factor * budget; 0 for an objective of 100 %
 */
public record TierConsequences(BurnTier tier, BigDecimal factor, BigDecimal needed) {

    /** @param budget the share that may be bad, 0 to 1 */
    public static TierConsequences of(BurnTier tier, Duration period, BigDecimal budget) {
        BigDecimal factor = tier.factor(period);
        return new TierConsequences(tier, factor, factor.multiply(budget));
    }

    /** More than everything would have to fail. */
    public boolean canNeverFire() {
        return needed.compareTo(BigDecimal.ONE) > 0;
    }

    /** With so few requests in the long window, or fewer, a single failure fires it; empty where any number does. */
    public Optional<BigDecimal> oneFailureFiresUpTo() {
        return needed.signum() == 0
                ? Optional.empty()
                : Optional.of(BigDecimal.ONE.divide(needed, 0, RoundingMode.DOWN));
    }

    /**
     * From the first failure to firing, after a time without any.
     *
     * @param failing share of requests that fail from then on, more than 0, at most 1
     * @return empty where so few failures never fire it
     */
    public Optional<Duration> firesAfter(BigDecimal failing) {
        return needed.compareTo(failing) > 0 ? Optional.empty() : Optional.of(part(tier.within(), failing));
    }

    /** From the last failure to silence, after failures at least as long as the short window. */
    public Optional<Duration> endsAfter(BigDecimal failing) {
        return needed.compareTo(failing) > 0
                ? Optional.empty()
                : Optional.of(tier.shortWindow().minus(part(tier.shortWindow(), failing)));
    }

    private Duration part(Duration window, BigDecimal failing) {
        return Duration.ofMillis(BigDecimal.valueOf(window.toMillis())
                .multiply(needed)
                .divide(failing, MathContext.DECIMAL64)
                .longValue());
    }
}
