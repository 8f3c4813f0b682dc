package dev.tars.console.slo;

import dev.tars.console.base.Limit;
import dev.tars.console.base.Unit;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * One objective as {@code rules/slos.yaml} states it.
 *
 * @param id stable key, kebab-case
 * @param title what a person calls it: "API latency p95"
 * @param scope what it is taken over, written small beside the title: "all routes"; may be empty
 * @param kind whether the indicator is a share with an error budget or a plain figure
 * @param objective the bound that the indicator must keep
 * @param queries one PromQL expression a window; each gives one sample a label set (region), all of which must keep
 *     the bound
 * @param judgedOn the window that decides between violated and not
 * @param target PromQL giving {@code up} of the targets that expose the indicator; empty where the file names none
 * @param freshness PromQL giving the time (unix seconds) of the newest sample behind the indicator; empty where the
 *     file names none
 * @param severity of a violation, unless a step says worse
 * @param steps bounds beyond which a violation is worse: the severity that holds once its bound is missed
 * @param hysteresis polls to enter and to leave a violation
 * @param staleAfter how old the newest sample behind the indicator may be, more than 0
 * @param budget how its error budget is counted; empty where the file names no events to count
 * @param why why it matters for the release
 * @param mend what to do when it is missed
 * @param line where it stands in the file
 * @param raw the expressions of the records in {@code queries}, one a window: asked where the records do not exist yet;
 *     empty where a query is no record
 */
public record Slo(
        String id,
        String title,
        String scope,
        Kind kind,
        Limit objective,
        Map<Window, String> queries,
        Window judgedOn,
        Optional<String> target,
        Optional<String> freshness,
        Severity severity,
        Map<Severity, Limit> steps,
        Hysteresis hysteresis,
        Duration staleAfter,
        Optional<BudgetPlan> budget,
        String why,
        String mend,
        int line,
        Map<Window, String> raw) {

    /** RATIO: a share of 0 to 1 with an error budget. THRESHOLD: a figure against a bound. */
    public enum Kind {
        RATIO,
        THRESHOLD
    }

    /** @param enter polls outside before violated, 1 or more; @param leave polls inside before it ends, 1 or more */
    public record Hysteresis(int enter, int leave) {
        public Hysteresis {
            if (enter < 1 || leave < 1) {
                throw new IllegalArgumentException("enter and leave are 1 poll or more, were " + enter + ", " + leave);
            }
        }
    }

    public Slo {
        Objects.requireNonNull(id, "id");
        queries = Map.copyOf(queries);
        steps = Map.copyOf(steps);
        raw = Map.copyOf(raw);
        if (!queries.keySet().containsAll(EnumSet.allOf(Window.class))) {
            throw new IllegalArgumentException(id + " needs a query for each window, has " + queries.keySet());
        }
        if (staleAfter.isNegative() || staleAfter.isZero()) {
            throw new IllegalArgumentException(id + ": stale-after must be more than 0, was " + staleAfter);
        }
    }

    /** An objective without raw expressions. */
    public Slo(
            String id,
            String title,
            String scope,
            Kind kind,
            Limit objective,
            Map<Window, String> queries,
            Window judgedOn,
            Optional<String> target,
            Optional<String> freshness,
            Severity severity,
            Map<Severity, Limit> steps,
            Hysteresis hysteresis,
            Duration staleAfter,
            Optional<BudgetPlan> budget,
            String why,
            String mend,
            int line) {
        this(
                id,
                title,
                scope,
                kind,
                objective,
                queries,
                judgedOn,
                target,
                freshness,
                severity,
                steps,
                hysteresis,
                staleAfter,
                budget,
                why,
                mend,
                line,
                Map.of());
    }

    /** The same with what its records stand for. */
    Slo withRaw(Map<Window, String> expressions) {
        return with(queries, freshness, expressions);
    }

    /** The same, asked by the raw expressions: there is no record whose age could be told. */
    Slo asRaw() {
        return with(raw, Optional.empty(), raw);
    }

    private Slo with(Map<Window, String> asked, Optional<String> newest, Map<Window, String> expressions) {
        return new Slo(
                id,
                title,
                scope,
                kind,
                objective,
                asked,
                judgedOn,
                target,
                newest,
                severity,
                steps,
                hysteresis,
                staleAfter,
                budget,
                why,
                mend,
                line,
                expressions);
    }

    /** Whether it is asked by raw expressions, because its records do not exist yet. */
    public boolean isRaw() {
        return !raw.isEmpty() && queries.equals(raw);
    }

    /** The expression of the window that decides. */
    public String judgingQuery() {
        return Objects.requireNonNull(queries.get(judgedOn));
    }

    /** The share that may be bad. */
    public BigDecimal budgetShare() {
        return objective.operator().isUpperBound() ? objective.bound() : BigDecimal.ONE.subtract(objective.bound());
    }

    public Unit unit() {
        return objective.unit();
    }
}
