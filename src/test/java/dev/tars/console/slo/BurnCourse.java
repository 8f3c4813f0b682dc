package dev.tars.console.slo;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/**
 * Made-up records of one objective in one region over a long time, as the recording rules would leave them: the bad and
 * all events each 5 min, the indicator over 5 min and 1 h each minute. They lie around the bounds of the tiers, often
 * on one, with gaps and times without traffic.
 */
final class BurnCourse {

    private static final String[] AROUND = {
        "0", "0.2", "0.5", "0.99", "0.999999999", "1", "1", "1", "1.000000001", "1.01", "1.5", "2", "4"
    };

    private final Slo slo;
    private final BudgetPlan plan;
    private final String region;
    private final Random random;

    /** Each metric's samples by unix seconds, as they are written; a sample is left out where there is a gap. */
    private final Map<String, Map<Long, String>> samples = new TreeMap<>();

    /** @param whole how long the records of bad and all events go back; @param fine those of the indicator */
    BurnCourse(Slo slo, String region, Instant end, Duration whole, Duration fine, Random random) {
        this.slo = slo;
        this.plan = slo.budget().orElseThrow();
        this.region = region;
        this.random = random;
        events(end.minus(whole).getEpochSecond(), end.getEpochSecond());
        indicator(Window.FIVE_MINUTES, end.minus(fine).getEpochSecond(), end.getEpochSecond());
        indicator(Window.ONE_HOUR, end.minus(fine).getEpochSecond(), end.getEpochSecond());
    }

    /** A bad share that is held for a while, around the bound of some tier. */
    private BigDecimal share() {
        return share(plan.tiers().get(random.nextInt(plan.tiers().size())));
    }

    private BigDecimal share(BurnTier tier) {
        BigDecimal bound = tier.factor(plan.period()).multiply(slo.budgetShare());
        return bound.multiply(new BigDecimal(AROUND[random.nextInt(AROUND.length)]))
                .min(BigDecimal.ONE);
    }

    private void events(long from, long to) {
        long step = BudgetPlan.STEP.toSeconds();
        BigDecimal share = share();
        int left = 0;
        int gap = 0;
        for (long at = from - from % step; at <= to; at += step) {
            if (left-- == 0) {
                share = share();
                left = random.nextInt(random.nextInt(4) == 0 ? 300 : 30);
                gap = random.nextInt(12) == 0 ? random.nextInt(5) : 0;
            }
            if (gap-- > 0) {
                continue;
            }
            put(plan.bad(), at, share.multiply(BigDecimal.valueOf(1000)));
            put(plan.total(), at, BigDecimal.valueOf(1000));
        }
    }

    private void indicator(Window window, long from, long to) {
        BigDecimal share = share(plan.tiers().get(0));
        int left = 0;
        String quiet = "";
        for (long at = from; at <= to; at += 60) {
            if (left-- == 0) {
                share = share(plan.tiers().get(0));
                left = random.nextInt(25);
                int kind = random.nextInt(14);
                quiet = kind == 0 ? "gap" : kind == 1 ? "NaN" : "";
            }
            String metric = Objects.requireNonNull(slo.queries().get(window));
            if (quiet.equals("NaN")) {
                samples.computeIfAbsent(metric, m -> new TreeMap<>()).put(at, "NaN");
            } else if (quiet.isEmpty()) {
                boolean isBad = slo.objective().operator().isUpperBound();
                put(metric, at, isBad ? share : BigDecimal.ONE.subtract(share));
            }
        }
    }

    private void put(String metric, long at, BigDecimal value) {
        samples.computeIfAbsent(metric, m -> new TreeMap<>())
                .put(at, value.stripTrailingZeros().toPlainString());
    }

    /** The samples of one metric in OpenMetrics, oldest first. */
    void write(String metric, StringBuilder text) {
        samples.getOrDefault(metric, Map.of())
                .forEach((at, value) -> text.append(metric)
                        .append("{region=\"")
                        .append(region)
                        .append("\"} ")
                        .append(value)
                        .append(' ')
                        .append(at)
                        .append('\n'));
    }

    Set<String> metrics() {
        return samples.keySet();
    }
}
