package dev.tars.console.practice.servers;

import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import io.prometheus.metrics.model.snapshots.UnknownSnapshot;
import java.util.ArrayList;
import java.util.List;

/** Gathers what one scrape tells. */
final class Snapshots {

    private final Labels labels;
    private final List<MetricSnapshot> all = new ArrayList<>();

    Snapshots(Labels labels) {
        this.labels = labels;
    }

    Snapshots gauge(String name, String help, double value) {
        return gauge(name, help, value, labels);
    }

    Snapshots gauge(String name, String help, double value, Labels own) {
        all.add(GaugeSnapshot.builder()
                .name(name)
                .help(help)
                .dataPoint(GaugeSnapshot.GaugeDataPointSnapshot.builder()
                        .labels(own)
                        .value(value)
                        .build())
                .build());
        return this;
    }

    /** @param name without {@code _total} */
    Snapshots counter(String name, String help, double value) {
        all.add(CounterSnapshot.builder()
                .name(name)
                .help(help)
                .dataPoint(CounterSnapshot.CounterDataPointSnapshot.builder()
                        .labels(labels)
                        .value(value)
                        .build())
                .build());
        return this;
    }

    /** A counter whose name lacks {@code _total}. */
    Snapshots untyped(String name, String help, double value) {
        all.add(UnknownSnapshot.builder()
                .name(name)
                .help(help)
                .dataPoint(UnknownSnapshot.UnknownDataPointSnapshot.builder()
                        .labels(labels)
                        .value(value)
                        .build())
                .build());
        return this;
    }

    Snapshots add(MetricSnapshot snapshot) {
        all.add(snapshot);
        return this;
    }

    MetricSnapshots build() {
        return new MetricSnapshots(all);
    }
}
