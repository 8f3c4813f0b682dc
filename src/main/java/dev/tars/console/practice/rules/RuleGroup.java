package dev.tars.console.practice.rules;

import dev.tars.console.base.Ticker;
import dev.tars.console.practice.store.TimeSeriesStore;
import dev.tars.console.promql.Expr;
import dev.tars.console.promql.Labels;
import dev.tars.console.promql.PromqlEngine;
import dev.tars.console.promql.PromqlEvaluationException;
import dev.tars.console.promql.ResultSeries;
import dev.tars.console.promql.Staleness;
import dev.tars.console.promql.Value;
import dev.tars.console.promql.VectorSample;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A group of rules at work: one after the other at one time stamp, so that a rule sees those before it. */
public final class RuleGroup {

    private static final class Running {
        private final Rule rule;
        private final RuleResults results;
        private final AlertBook alerts;
        private RuleState state;

        private Running(Rule rule, TimeSeriesStore store) {
            this.rule = rule;
            this.results = new RuleResults(store);
            this.alerts = new AlertBook(
                    rule instanceof Rule.Alerting alerting
                            ? alerting
                            : new Rule.Alerting(rule.name(), rule.expr(), "", Duration.ZERO, Map.of(), Map.of()));
            this.state = RuleState.fresh(rule);
        }
    }

    private final RuleFile.Group group;
    private final PromqlEngine engine;
    private final TimeSeriesStore store;
    private final Ticker ticker;
    private final List<Running> running = new ArrayList<>();
    private volatile List<RuleState> states;
    private volatile Instant lastEvaluation = RuleState.NEVER;
    private volatile Duration took = Duration.ZERO;
    private volatile int failures;

    public RuleGroup(RuleFile.Group group, PromqlEngine engine, TimeSeriesStore store, Ticker ticker) {
        this.group = group;
        this.engine = engine;
        this.store = store;
        this.ticker = ticker;
        group.rules().forEach(rule -> running.add(new Running(rule, store)));
        states = running.stream().map(one -> one.state).toList();
    }

    public RuleFile.Group group() {
        return group;
    }

    public List<RuleState> states() {
        return states;
    }

    public Instant lastEvaluation() {
        return lastEvaluation;
    }

    public Duration took() {
        return took;
    }

    /** Evaluates all rules at {@code at}. A rule that fails keeps its error and leaves the others alone. */
    public synchronized void evaluate(Instant at) {
        long started = ticker.nanos();
        for (Running one : running) {
            evaluate(one, at);
        }
        states = running.stream().map(one -> one.state).toList();
        lastEvaluation = at;
        took = Duration.ofNanos(ticker.nanos() - started);
    }

    private void evaluate(Running one, Instant at) {
        long started = ticker.nanos();
        String error = "";
        List<ActiveAlert> alerts = List.of();
        Map<Labels, Double> series = Map.of();
        try {
            Map<Labels, Double> results = results(one.rule.expr(), at);
            if (one.rule instanceof Rule.Recording recording) {
                series = recorded(recording, results);
            } else {
                alerts = one.alerts.update(results, at);
                series = one.alerts.series();
            }
        } catch (PromqlEvaluationException e) {
            error = String.valueOf(e.getMessage());
            failures++;
        }
        one.results.write(series, at.toEpochMilli());
        one.state = new RuleState(one.rule, error, at, Duration.ofNanos(ticker.nanos() - started), alerts);
    }

    private Map<Labels, Double> results(Expr expr, Instant at) {
        Map<Labels, Double> results = new LinkedHashMap<>();
        Value value = engine.instant(expr, at.toEpochMilli());
        if (value instanceof Value.Vector vector) {
            for (VectorSample sample : vector.samples()) {
                results.put(sample.labels(), sample.value());
            }
        } else if (value instanceof Value.Scalar scalar) {
            results.put(Labels.EMPTY, scalar.value());
        }
        return results;
    }

    private static Map<Labels, Double> recorded(Rule.Recording rule, Map<Labels, Double> results) {
        Map<Labels, Double> series = new LinkedHashMap<>();
        results.forEach((labels, value) -> series.put(recorded(rule, labels), value));
        return series;
    }

    private static Labels recorded(Rule.Recording rule, Labels result) {
        Labels labels = result.with(Labels.NAME, rule.name());
        for (Map.Entry<String, String> own : rule.labels().entrySet()) {
            labels = labels.with(own.getKey(), own.getValue());
        }
        return labels;
    }

    /**
     * Evaluates the recording rules over a stretch of history, rule after rule, each over the whole stretch at once. A
     * rule sees the results of rules before it and of groups before this one.
     *
     * @return how many samples were written
     */
    public synchronized int backfill(Instant from, Instant to) {
        long step = group.interval().toMillis();
        long start = Math.floorDiv(from.toEpochMilli() + step - 1, step) * step;
        int written = 0;
        for (Running one : running) {
            if (one.rule instanceof Rule.Recording recording && start <= to.toEpochMilli()) {
                written += backfill(one, recording, start, to.toEpochMilli(), step);
            }
        }
        return written;
    }

    private int backfill(Running one, Rule.Recording rule, long start, long end, long step) {
        long last = start + (end - start) / step * step;
        Set<Labels> present = new HashSet<>();
        int written = 0;
        for (ResultSeries series : engine.range(rule.expr(), start, end, step)) {
            Labels labels = recorded(rule, series.labels());
            long expected = start;
            for (int i = 0; i < series.size(); i++) {
                if (i > 0 && series.millis()[i] > expected) {
                    store.append(labels, expected, Staleness.MARKER);
                }
                store.append(labels, series.millis()[i], series.values()[i]);
                expected = series.millis()[i] + step;
            }
            written += series.size();
            if (expected > last) {
                present.add(labels);
            } else {
                store.append(labels, expected, Staleness.MARKER);
            }
        }
        one.results.continueFrom(present);
        return written;
    }

    /** How many evaluations of a rule failed so far. */
    public int failures() {
        return failures;
    }
}
