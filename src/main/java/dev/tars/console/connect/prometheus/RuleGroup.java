package dev.tars.console.connect.prometheus;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A group of rules as the server runs it.
 *
 * @param name the group's name
 * @param file the rule file on the server
 * @param interval time between evaluations
 * @param evaluationTime how long the last evaluation took
 * @param lastEvaluation when it was evaluated last; empty where it never was
 * @param rules in the order of evaluation
 */
public record RuleGroup(
        String name,
        String file,
        Duration interval,
        Duration evaluationTime,
        Optional<Instant> lastEvaluation,
        List<Rule> rules) {

    public RuleGroup {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(file, "file");
        rules = List.copyOf(rules);
    }

    /** What a rule does. */
    public enum Type {
        RECORDING,
        ALERTING
    }

    /** How the last evaluation went; UNKNOWN: never evaluated, or a word this client does not know. */
    public enum Health {
        OK,
        ERR,
        UNKNOWN
    }

    /**
     * One rule.
     *
     * @param type what it does
     * @param name the record's or the alert's name
     * @param query its expression as the server prints it
     * @param health how the last evaluation went
     * @param lastError the server's words where it failed; may be empty
     * @param evaluationTime how long the last evaluation took
     * @param lastEvaluation when it was evaluated last; empty where it never was
     * @param state an alert's state ("firing", "pending", "inactive"); empty for a record
     * @param holdFor an alert's {@code for}; zero for a record
     * @param labels labels it adds
     * @param annotations an alert's annotations
     * @param activeAlerts how many alerts of it are pending or firing
     */
    public record Rule(
            Type type,
            String name,
            String query,
            Health health,
            String lastError,
            Duration evaluationTime,
            Optional<Instant> lastEvaluation,
            Optional<String> state,
            Duration holdFor,
            Map<String, String> labels,
            Map<String, String> annotations,
            int activeAlerts) {

        public Rule {
            Objects.requireNonNull(type, "type");
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(query, "query");
            labels = Map.copyOf(labels);
            annotations = Map.copyOf(annotations);
        }
    }
}
