package dev.tars.console.practice.rules;

import dev.tars.console.promql.Labels;
import java.time.Instant;
import java.util.Map;

/**
 * An alert that has results.
 *
 * @param labels of the alert, {@code alertname} among them
 * @param activeAt since when the expression has had this result
 */
public record ActiveAlert(
        Labels labels, Map<String, String> annotations, boolean firing, Instant activeAt, double value) {

    public String state() {
        return firing ? "firing" : "pending";
    }
}
