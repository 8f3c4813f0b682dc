package dev.tars.console.practice.rules;

import dev.tars.console.promql.Labels;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One alerting rule's alerts from evaluation to evaluation: pending from the first result on, firing once the result
 * has been there for the rule's {@code for}, gone with the result.
 */
final class AlertBook {
    private final Rule.Alerting rule;
    private Map<Labels, ActiveAlert> active = new LinkedHashMap<>();

    AlertBook(Rule.Alerting rule) {
        this.rule = rule;
    }

    /** @param results labels with the metric name still on, and value @return the alerts now */
    List<ActiveAlert> update(Map<Labels, Double> results, Instant at) {
        Map<Labels, ActiveAlert> next = new TreeMap<>();
        results.forEach((result, value) -> {
            Labels labels = alertLabels(result, value);
            ActiveAlert before = active.get(labels);
            Instant since = before == null ? at : before.activeAt();
            boolean fires = (before != null && before.firing())
                    || Duration.between(since, at).compareTo(rule.hold()) >= 0;
            next.put(labels, new ActiveAlert(labels, expanded(rule.annotations(), result, value), fires, since, value));
        });
        active = next;
        return new ArrayList<>(next.values());
    }

    private Labels alertLabels(Labels result, double value) {
        Map<String, String> labels = result.withoutName().toMap();
        labels.putAll(expanded(rule.labels(), result, value));
        labels.put("alertname", rule.name());
        return Labels.of(labels);
    }

    private static Map<String, String> expanded(Map<String, String> texts, Labels labels, double value) {
        Map<String, String> expanded = new LinkedHashMap<>();
        texts.forEach((name, text) -> expanded.put(name, Template.expand(text, labels, value)));
        return expanded;
    }

    /** The series Prometheus keeps about alerts: {@code ALERTS} and {@code ALERTS_FOR_STATE}. */
    Map<Labels, Double> series() {
        Map<Labels, Double> series = new LinkedHashMap<>();
        for (ActiveAlert alert : active.values()) {
            Labels labels = alert.labels();
            series.put(labels.with(Labels.NAME, "ALERTS").with("alertstate", alert.state()), 1.0);
            series.put(labels.with(Labels.NAME, "ALERTS_FOR_STATE"), (double)
                    alert.activeAt().getEpochSecond());
        }
        return series;
    }
}
