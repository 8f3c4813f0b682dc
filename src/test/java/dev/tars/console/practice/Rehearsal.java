package dev.tars.console.practice;

import dev.tars.console.base.Limit;
import dev.tars.console.base.Ticker;
import dev.tars.console.practice.history.DetailedHistory;
import dev.tars.console.practice.model.Conditions;
import dev.tars.console.practice.model.Simulation;
import dev.tars.console.practice.rules.RuleFile;
import dev.tars.console.practice.rules.RuleGroup;
import dev.tars.console.practice.store.TimeSeriesStore;
import dev.tars.console.promql.PromqlEngine;
import dev.tars.console.promql.PromqlParser;
import dev.tars.console.promql.ResultSeries;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Practice without servers and without waiting: time is moved by hand, records are evaluated over it. */
final class Rehearsal {
    private static final Duration INTERVAL = Duration.ofSeconds(15);

    private final TimeSeriesStore store = new TimeSeriesStore();
    private final PromqlEngine engine = new PromqlEngine(store, Duration.ofMinutes(5));
    private final List<RuleGroup> groups = new ArrayList<>();
    private final DetailedHistory history;
    private Instant evaluated;
    private Instant now;

    Rehearsal(long seed, Instant start) throws Exception {
        now = start;
        evaluated = start;
        history = new DetailedHistory(new Simulation(seed, start), store, INTERVAL);
        for (RuleFile.Group group : RuleFile.read(ShippedRules.recording(), "recording_rules.yaml", INTERVAL)) {
            if (group.name().startsWith("tars_slo_indicators")) {
                groups.add(new RuleGroup(group, engine, store, Ticker.system()));
            }
        }
    }

    Rehearsal run(Duration time, Conditions conditions) {
        now = now.plus(time);
        history.simulate(now, conditions);
        return this;
    }

    private void evaluate() {
        groups.forEach(group -> group.backfill(evaluated.plusMillis(1), now));
        evaluated = now;
    }

    /** Objectives with a region outside their bound at any minute of the last {@code time}. */
    Set<String> missed(String window, Duration time) throws Exception {
        return found(window, time, (value, limit) -> !Double.isNaN(value) && !limit.test(value));
    }

    /** Objectives with a region whose figure is NaN. */
    Set<String> withoutTraffic(String window, Duration time) throws Exception {
        return found(window, time, (value, limit) -> Double.isNaN(value));
    }

    private interface Condition {
        boolean holds(double value, Limit limit);
    }

    private Set<String> found(String window, Duration time, Condition condition) throws Exception {
        evaluate();
        Set<String> found = new TreeSet<>();
        for (Map.Entry<String, Map.Entry<String, Limit>> objective :
                Objectives.over(window).entrySet()) {
            List<ResultSeries> series = engine.range(
                    PromqlParser.parse(objective.getValue().getKey()),
                    now.minus(time).toEpochMilli(),
                    now.toEpochMilli(),
                    60_000);
            if (series.isEmpty()) {
                throw new AssertionError("no series for " + objective.getKey());
            }
            for (ResultSeries one : series) {
                for (double value : one.values()) {
                    if (condition.holds(value, objective.getValue().getValue())) {
                        found.add(objective.getKey());
                    }
                }
            }
        }
        return found;
    }
}
