package dev.tars.console.practice.server;

import dev.tars.console.practice.rules.RuleGroup;
import dev.tars.console.practice.store.TimeSeriesStore;
import dev.tars.console.promql.Labels;
import java.time.Instant;
import java.util.List;

/**
 * What a Prometheus that scrapes itself knows of its own rules, under the names of the real one, written without the
 * detour over the network.
 */
final class SelfReport {
    private final TimeSeriesStore store;
    private final List<RuleGroup> groups;

    SelfReport(TimeSeriesStore store, List<RuleGroup> groups) {
        this.store = store;
        this.groups = groups;
    }

    void write(Instant at) {
        long millis = at.toEpochMilli();
        store.append(series("up"), millis, 1);
        for (RuleGroup group : groups) {
            String label = group.group().file() + ";" + group.group().name();
            store.append(
                    series("prometheus_rule_evaluation_failures_total").with("rule_group", label),
                    millis,
                    group.failures());
            store.append(
                    series("prometheus_rule_group_last_duration_seconds").with("rule_group", label),
                    millis,
                    group.took().toNanos() / 1e9);
        }
    }

    private static Labels series(String name) {
        return Labels.of(Labels.NAME, name, "job", "prometheus", "instance", "built-in");
    }
}
