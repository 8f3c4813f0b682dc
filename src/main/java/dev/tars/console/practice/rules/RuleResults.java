package dev.tars.console.practice.rules;

import dev.tars.console.practice.store.TimeSeriesStore;
import dev.tars.console.promql.Labels;
import dev.tars.console.promql.Staleness;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Writes a rule's series; one that the rule no longer yields gets a staleness marker. */
final class RuleResults {
    private final TimeSeriesStore store;
    private Set<Labels> present = new HashSet<>();

    RuleResults(TimeSeriesStore store) {
        this.store = store;
    }

    void write(Map<Labels, Double> results, long millis) {
        results.forEach((labels, value) -> store.append(labels, millis, value));
        present.removeAll(results.keySet());
        present.forEach(gone -> store.append(gone, millis, Staleness.MARKER));
        present = new HashSet<>(results.keySet());
    }

    /** What history left behind, to be continued or marked stale. */
    void continueFrom(Set<Labels> series) {
        present = new HashSet<>(series);
    }
}
