package dev.tars.console.migration;

import dev.tars.console.base.Figures;
import dev.tars.console.base.Unit;
import dev.tars.console.base.Verdict;
import java.time.Duration;
import java.util.Optional;

/**
 * Whether the migration was worth it for one query.
 *
 * <p>Met needs all of it: both sides measured in the same way, the plan of today uses the index, the p95 is not slower
 * than before beyond chance, it is under the query's limit, and where it was over {@value #SLOW_MILLIS} ms before it is at
 * least 80 % less. An index that exists and does not help is a miss.
 *
 * @param before while the index was not there
 * @param after with it
 */
public record Proof(ApiQuery query, Optional<Measurement> before, Optional<Measurement> after, Verdict verdict) {

    /** A query that was slower than this must become {@value #REMAINING_PERCENT} % of it or less. */
    public static final long SLOW_MILLIS = 100;

    static final int REMAINING_PERCENT = 20;

    /** Judges what is known. */
    public static Proof of(ApiQuery query, Optional<Measurement> before, Optional<Measurement> after) {
        return new Proof(query, before, after, judge(query, before, after));
    }

    /** Whether the plan of today uses the index; empty while no plan is known. */
    public Optional<Boolean> usesIndex() {
        return after.flatMap(Measurement::plan).map(plan -> plan.uses(query.index()));
    }

    /** How many times as fast as before; empty while one side is missing. */
    public Optional<Double> times() {
        Optional<LatencyProfile> then = before.flatMap(Measurement::latency);
        Optional<LatencyProfile> now = after.flatMap(Measurement::latency);
        return then.isEmpty() || now.isEmpty()
                ? Optional.empty()
                : Optional.of((double) then.get().p95().toNanos()
                        / Math.max(1, now.get().p95().toNanos()));
    }

    private static Verdict judge(ApiQuery query, Optional<Measurement> before, Optional<Measurement> after) {
        if (after.isEmpty()) {
            return unknown("not measured", query.title() + " is not measured with " + query.index() + " in place.");
        }
        Optional<QueryPlan> plan = after.get().plan();
        if (plan.isPresent() && !plan.get().uses(query.index())) {
            return new Verdict.Missed(
                    "The plan does not use " + query.index() + ": " + String.join(" ", PlanDiff.words(plan.get())));
        }
        Optional<LatencyProfile> now = after.get().latency();
        if (plan.isEmpty() || now.isEmpty()) {
            return unknown("not measured", after.get().why());
        }
        if (now.get().p95().compareTo(query.limit()) >= 0) {
            return new Verdict.Missed(
                    "p95 is " + shown(now.get().p95()) + ", the limit is below " + shown(query.limit()) + ".");
        }
        if (before.isEmpty()) {
            return unknown("no before", "Nothing was measured before " + query.index() + " stood.");
        }
        Optional<LatencyProfile> then = before.get().latency();
        if (then.isEmpty()) {
            return unknown("no before", before.get().why());
        }
        return compare(then.get(), now.get());
    }

    private static Verdict compare(LatencyProfile then, LatencyProfile now) {
        String both = "p95 " + shown(then.p95()) + " before, " + shown(now.p95()) + " after";
        if (then.runs() < LatencyProfile.LEAST_RUNS || now.runs() < LatencyProfile.LEAST_RUNS) {
            return unknown("too few runs", "A p95 needs " + LatencyProfile.LEAST_RUNS + " runs.");
        }
        if (then.concurrency() != now.concurrency()) {
            return unknown(
                    "not comparable",
                    "Measured at " + then.concurrency() + " runs at a time before, at " + now.concurrency()
                            + " after. Measure again the same way.");
        }
        if (now.isSlowerThan(then)) {
            return new Verdict.Missed("Slower than before: " + both + ".");
        }
        boolean wasSlow = then.p95().compareTo(Duration.ofMillis(SLOW_MILLIS)) > 0;
        Duration most = then.p95().multipliedBy(REMAINING_PERCENT).dividedBy(100);
        if (wasSlow && now.p95().compareTo(most) > 0) {
            return new Verdict.Missed("Less than 80 % faster: " + both + ", at most " + shown(most) + ".");
        }
        return new Verdict.Met(both + ", index used.", false);
    }

    static String shown(Duration duration) {
        return Figures.of(duration.toNanos() / 1e9, Unit.SECONDS);
    }

    private static Verdict unknown(String why, String sentence) {
        return new Verdict.Unknown(why, sentence);
    }
}
