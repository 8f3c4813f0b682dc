package dev.tars.console.practice.history;

import dev.tars.console.practice.model.Conditions;
import dev.tars.console.practice.model.SimulatedTarget;
import dev.tars.console.practice.model.Simulation;
import dev.tars.console.practice.server.Stagger;
import dev.tars.console.practice.store.TimeSeriesStore;
import dev.tars.console.practice.targets.FlatSeries;
import dev.tars.console.promql.Labels;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Moves the simulation through the past as if it had been scraped: each target at its own moment of the interval, with
 * {@code up} and what else a scrape leaves behind. Where it stops, live scrapes go on in the same counters.
 */
public final class DetailedHistory {

    private static final class Past {
        private final List<FlatSeries> series;
        private final Labels up;
        private final Map<Labels, Double> aboutScrape = new LinkedHashMap<>();
        private long next;

        private Past(SimulatedTarget target, long from, Duration interval) {
            series = FlatSeries.of(target);
            Map<String, String> labels = new LinkedHashMap<>(target.labels());
            labels.put("job", target.job());
            labels.put("instance", target.name());
            Labels own = Labels.of(labels);
            up = own.with(Labels.NAME, "up");
            aboutScrape.put(own.with(Labels.NAME, "scrape_samples_scraped"), (double) series.size());
            aboutScrape.put(own.with(Labels.NAME, "scrape_samples_post_metric_relabeling"), (double) series.size());
            aboutScrape.put(own.with(Labels.NAME, "scrape_series_added"), 0.0);
            aboutScrape.put(own.with(Labels.NAME, "scrape_duration_seconds"), 0.002);
            long length = interval.toMillis();
            long offset = Stagger.of(target.name(), interval).toMillis();
            next = Math.floorDiv(from - offset, length) * length + offset + length;
        }
    }

    private final Simulation simulation;
    private final TimeSeriesStore store;
    private final Duration interval;
    private final List<Past> pasts = new ArrayList<>();

    /** Begins where the simulation stands. */
    public DetailedHistory(Simulation simulation, TimeSeriesStore store, Duration interval) {
        this.simulation = simulation;
        this.store = store;
        this.interval = interval;
        for (SimulatedTarget target : simulation.targets()) {
            pasts.add(new Past(target, simulation.now().toEpochMilli(), interval));
        }
    }

    /** Goes on to {@code to}, as healthy as can be. */
    public void simulate(Instant to) {
        simulate(to, Conditions.HEALTHY);
    }

    /** Goes on to {@code to} with something broken. */
    public void simulate(Instant to, Conditions conditions) {
        while (true) {
            Past past = pasts.stream()
                    .min(Comparator.comparingLong(one -> one.next))
                    .orElseThrow();
            if (past.next > to.toEpochMilli()) {
                return;
            }
            simulation.advance(Instant.ofEpochMilli(past.next), conditions);
            for (FlatSeries series : past.series) {
                store.append(series.labels(), past.next, series.value().getAsDouble());
            }
            store.append(past.up, past.next, 1);
            past.aboutScrape.forEach((labels, value) -> store.append(labels, past.next, value));
            past.next += interval.toMillis();
        }
    }
}
