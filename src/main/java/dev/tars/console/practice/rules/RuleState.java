package dev.tars.console.practice.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What is known of a rule now.
 *
 * @param error empty where the last evaluation was well, or there was none
 * @param lastEvaluation {@link #NEVER} before the first
 * @param alerts of an alerting rule
 */
public record RuleState(Rule rule, String error, Instant lastEvaluation, Duration took, List<ActiveAlert> alerts) {

    /** Prometheus' spelling of no time at all. */
    public static final Instant NEVER = Instant.parse("0001-01-01T00:00:00Z");

    public RuleState {
        alerts = List.copyOf(alerts);
    }

    static RuleState fresh(Rule rule) {
        return new RuleState(rule, "", NEVER, Duration.ZERO, List.of());
    }

    public String health() {
        return !error.isEmpty() ? "err" : lastEvaluation.equals(NEVER) ? "unknown" : "ok";
    }
}
