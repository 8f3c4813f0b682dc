package dev.tars.console.migration;

import dev.tars.console.base.Verdict;
import java.time.Duration;
import java.util.Optional;

/**
 * What the new indexes cost every insert. Missed where the p95 is more than {@value #MOST_PERCENT} % above the one before,
 * beyond chance, and by more than a millisecond: below that nobody waits for it.
 *
 * @param before without the indexes
 * @param after with all of them
 */
public record WriteProof(String table, Optional<WriteCost> before, Optional<WriteCost> after, Verdict verdict) {

    static final int MOST_PERCENT = 25;
    private static final Duration NOBODY_WAITS = Duration.ofMillis(1);

    public static WriteProof of(String table, Optional<WriteCost> before, Optional<WriteCost> after) {
        return new WriteProof(table, before, after, judge(before, after));
    }

    private static Verdict judge(Optional<WriteCost> before, Optional<WriteCost> after) {
        if (before.isEmpty() || after.isEmpty()) {
            return new Verdict.Unknown(
                    "not measured",
                    "The cost of an insert was not measured " + (before.isEmpty() ? "before." : "after."));
        }
        Optional<LatencyProfile> then = before.get().latency();
        Optional<LatencyProfile> now = after.get().latency();
        if (then.isEmpty() || now.isEmpty()) {
            String why = then.isEmpty() ? before.get().why() : after.get().why();
            return new Verdict.Unknown("not measured", why);
        }
        Duration limit = then.get().p95().multipliedBy(100 + MOST_PERCENT).dividedBy(100);
        Duration more = now.get().p95().minus(then.get().p95());
        String both = "p95 of an insert " + Proof.shown(then.get().p95()) + " before, "
                + Proof.shown(now.get().p95()) + " after";
        boolean costs = now.get().p95().compareTo(limit) > 0
                && now.get().isSlowerThan(then.get())
                && more.compareTo(NOBODY_WAITS) > 0;
        return costs
                ? new Verdict.Missed(both + ", more than +" + MOST_PERCENT + " % and 1 ms.")
                : new Verdict.Met(both + ".", false);
    }
}
