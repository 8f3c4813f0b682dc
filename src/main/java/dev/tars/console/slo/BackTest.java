package dev.tars.console.slo;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the tiers of a budget would have told in the past. The records of bad and all events tile time in steps of
 * {@link BudgetPlan#STEP}, so a window is a sum over its tiles, and the past is walked tile by tile with running sums:
 * the same windows, the same nine tenths and the same comparison that a poll judges by.
 */
public final class BackTest {

    private static final BigDecimal COVERED = new BigDecimal("0.9");

    /**
     * One time that a tier would have been told.
     *
     * @param labels where
     * @param from the tile that began it
     * @param to the first tile without it; empty where it still fires
     * @param peak the fastest burn over the long window meanwhile; empty where the budget is zero
     */
    public record Firing(
            BurnTier tier, Map<String, String> labels, Instant from, Optional<Instant> to, Optional<BigDecimal> peak) {
        public Firing {
            labels = Map.copyOf(labels);
        }
    }

    /**
     * @param from where the walk began @param to where it ended
     * @param held the first tile that the server holds; empty where it holds none: then nothing is known
     * @param unknownTiles tiles of the walk at which a window of some tier was not held, so that nothing is said of them
     * @param firings newest first
     */
    public record Result(Instant from, Instant to, Optional<Instant> held, long unknownTiles, List<Firing> firings) {
        public Result {
            firings = List.copyOf(firings);
        }

        /** Whether at no tile every window of every tier was held and nothing fired: then it says nothing. */
        public boolean isAllUnknown() {
            return firings.isEmpty()
                    && unknownTiles * BudgetPlan.STEP.toMillis()
                            > Duration.between(from, to).toMillis();
        }
    }

    private final Slo slo;
    private final BudgetPlan plan;
    private final long step = BudgetPlan.STEP.toMillis();

    /** @throws IllegalArgumentException where the objective has no budget */
    public BackTest(Slo slo) {
        this.slo = slo;
        this.plan = slo.budget().orElseThrow(() -> new IllegalArgumentException(slo.id() + " has no error budget"));
    }

    /** The longest window: so much before the walk must be asked for too. */
    public Duration before() {
        return plan.tiers().stream()
                .map(BurnTier::within)
                .max(Comparator.naturalOrder())
                .orElse(BudgetPlan.STEP);
    }

    /** Asks the server and walks; blocks. Times are the server's. */
    public Result run(SloSource source, Instant from, Instant to) throws SloSource.SourceFailed, InterruptedException {
        Instant first = aligned(from.minus(before()));
        Instant last = aligned(to);
        return of(
                source.range(plan.bad(), first, last, BudgetPlan.STEP),
                source.range(plan.total(), first, last, BudgetPlan.STEP),
                aligned(from),
                last);
    }

    private Instant aligned(Instant at) {
        return Instant.ofEpochMilli(Math.floorDiv(at.toEpochMilli(), step) * step);
    }

    /** @param bad courses of the bad events, one sample a tile; @param total of all events, likewise */
    Result of(List<SloSource.Course> bad, List<SloSource.Course> total, Instant from, Instant to) {
        Map<Map<String, String>, SloSource.Course> bads = new HashMap<>();
        bad.forEach(course -> bads.put(Labels.withoutName(course.labels()), course));
        List<Firing> firings = new ArrayList<>();
        Optional<Instant> held = Optional.empty();
        long unknown = total.isEmpty() ? tiles(from, to) : 0;
        for (SloSource.Course all : total) {
            Map<String, String> labels = Labels.withoutName(all.labels());
            Walk walk = new Walk(labels, bads.get(labels), all, from, to);
            walk.run(firings);
            unknown = Math.max(unknown, walk.unknown);
            if (all.millis().length > 0) {
                Instant start = Instant.ofEpochMilli(all.millis()[0]);
                held = held.filter(h -> h.isBefore(start)).or(() -> Optional.of(start));
            }
        }
        firings.sort(Comparator.comparing(Firing::from).reversed());
        return new Result(from, to, held, unknown, firings);
    }

    private long tiles(Instant from, Instant to) {
        return Duration.between(from, to).toMillis() / step + 1;
    }

    /** One label set, tile by tile. */
    private final class Walk {
        private final Map<String, String> labels;
        private final long start;
        private final int tiles;
        private final int begin;
        /** Sums of the tiles before each index, and how many of them are held. */
        private final BigDecimal[] badSums;

        private final BigDecimal[] totalSums;
        private final int[] counts;
        private long unknown;

        Walk(
                Map<String, String> labels,
                SloSource.@Nullable Course badEvents,
                SloSource.Course total,
                Instant from,
                Instant to) {
            this.labels = labels;
            this.start = from.minus(before()).toEpochMilli();
            this.tiles = (int) ((to.toEpochMilli() - start) / step) + 1;
            this.begin = (int) ((from.toEpochMilli() - start) / step);
            Map<Long, Double> bads = values(badEvents);
            Map<Long, Double> totals = values(total);
            badSums = new BigDecimal[tiles + 1];
            totalSums = new BigDecimal[tiles + 1];
            counts = new int[tiles + 1];
            badSums[0] = BigDecimal.ZERO;
            totalSums[0] = BigDecimal.ZERO;
            for (int i = 0; i < tiles; i++) {
                long at = start + i * step;
                Double all = totals.get(at);
                Double worse = bads.get(at);
                double held = all == null ? Double.NaN : all;
                double bad = worse == null ? Double.NaN : worse;
                // All events without the bad ones prove nothing.
                boolean isHeld = Double.isFinite(held) && Double.isFinite(bad);
                counts[i + 1] = counts[i] + (isHeld ? 1 : 0);
                totalSums[i + 1] = isHeld ? totalSums[i].add(BigDecimal.valueOf(held)) : totalSums[i];
                badSums[i + 1] = isHeld ? badSums[i].add(BigDecimal.valueOf(bad)) : badSums[i];
            }
        }

        private Map<Long, Double> values(SloSource.@Nullable Course course) {
            Map<Long, Double> values = new TreeMap<>();
            if (course != null) {
                for (int i = 0; i < course.millis().length; i++) {
                    values.put(course.millis()[i], course.values()[i]);
                }
            }
            return values;
        }

        void run(List<Firing> firings) {
            boolean[] isUnknown = new boolean[tiles];
            for (BurnTier tier : plan.tiers()) {
                BigDecimal factor = tier.factor(plan.period());
                Optional<Firing> open = Optional.empty();
                for (int i = begin; i < tiles; i++) {
                    Optional<BurnRate> longBurn = burn(i, tier.within());
                    Optional<BurnRate> shortBurn = burn(i, tier.shortWindow());
                    boolean isHeld = isHeld(i, tier.within()) && isHeld(i, tier.shortWindow());
                    isUnknown[i] |= !isHeld;
                    boolean fires = longBurn.isPresent()
                            && shortBurn.isPresent()
                            && BurnRate.fires(longBurn.get(), shortBurn.get(), factor);
                    Instant at = Instant.ofEpochMilli(start + i * step);
                    if (fires) {
                        open = Optional.of(open.map(f -> higher(f, longBurn.get()))
                                .orElseGet(() -> new Firing(
                                        tier,
                                        labels,
                                        at,
                                        Optional.empty(),
                                        longBurn.get().rate())));
                    } else if (open.isPresent()) {
                        Firing f = open.get();
                        firings.add(new Firing(tier, labels, f.from(), Optional.of(at), f.peak()));
                        open = Optional.empty();
                    }
                }
                open.ifPresent(firings::add);
            }
            for (int i = begin; i < tiles; i++) {
                unknown += isUnknown[i] ? 1 : 0;
            }
        }

        private Firing higher(Firing f, BurnRate burn) {
            Optional<BigDecimal> rate = burn.rate();
            boolean isHigher = rate.isPresent()
                    && f.peak().map(p -> p.compareTo(rate.get()) < 0).orElse(false);
            return isHigher ? new Firing(f.tier(), f.labels(), f.from(), f.to(), rate) : f;
        }

        private boolean isHeld(int tile, Duration window) {
            int length = (int) (window.toMillis() / step);
            int from = Math.max(0, tile + 1 - length);
            int least = COVERED.multiply(BigDecimal.valueOf(length)).intValue();
            return counts[tile + 1] - counts[from] >= Math.max(1, least);
        }

        private Optional<BurnRate> burn(int tile, Duration window) {
            if (!isHeld(tile, window)) {
                return Optional.empty();
            }
            int from = Math.max(0, tile + 1 - (int) (window.toMillis() / step));
            BigDecimal all = totalSums[tile + 1].subtract(totalSums[from]);
            if (all.signum() <= 0) {
                return Optional.empty();
            }
            BigDecimal share = badSums[tile + 1]
                    .subtract(badSums[from])
                    .divide(all, MathContext.DECIMAL64)
                    .min(BigDecimal.ONE);
            return share.signum() < 0 ? Optional.empty() : Optional.of(new BurnRate(share, slo.budgetShare()));
        }
    }
}
