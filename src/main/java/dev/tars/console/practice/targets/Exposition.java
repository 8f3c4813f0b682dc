package dev.tars.console.practice.targets;

import dev.tars.console.practice.model.Cell;
import dev.tars.console.practice.model.Counter;
import dev.tars.console.practice.model.Family;
import dev.tars.console.practice.model.Gauge;
import dev.tars.console.practice.model.Histogram;
import dev.tars.console.practice.model.Kind;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.snapshots.ClassicHistogramBuckets;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import io.prometheus.metrics.model.snapshots.UnknownSnapshot;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** A target's families in the text format, written by the client library that real services use. */
final class Exposition {
    static final String CONTENT_TYPE = PrometheusTextFormatWriter.CONTENT_TYPE;

    private static final String TOTAL = "_total";

    private Exposition() {}

    static byte[] text(List<Family> families) {
        return text(
                new MetricSnapshots(families.stream().map(Exposition::snapshot).toList()));
    }

    static byte[] text(MetricSnapshots metrics) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(32_768);
        try {
            PrometheusTextFormatWriter.create().write(out, metrics);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static MetricSnapshot snapshot(Family family) {
        return switch (family.kind()) {
            case COUNTER -> counter(family);
            case GAUGE -> gauge(family);
            case HISTOGRAM -> histogram(family);
            case UNKNOWN -> unknown(family);
        };
    }

    private static MetricSnapshot counter(Family family) {
        String name = family.name();
        if (!name.endsWith(TOTAL)) {
            throw new IllegalArgumentException(
                    "the counter " + name + " lacks " + TOTAL + "; expose it as " + Kind.UNKNOWN);
        }
        CounterSnapshot.Builder builder = CounterSnapshot.builder()
                .name(name.substring(0, name.length() - TOTAL.length()))
                .help(family.help());
        for (Family.Child child : family.children()) {
            builder.dataPoint(CounterSnapshot.CounterDataPointSnapshot.builder()
                    .labels(labels(child.labels()))
                    .value(plain(child.cell()))
                    .build());
        }
        return builder.build();
    }

    private static MetricSnapshot gauge(Family family) {
        GaugeSnapshot.Builder builder =
                GaugeSnapshot.builder().name(family.name()).help(family.help());
        for (Family.Child child : family.children()) {
            builder.dataPoint(GaugeSnapshot.GaugeDataPointSnapshot.builder()
                    .labels(labels(child.labels()))
                    .value(plain(child.cell()))
                    .build());
        }
        return builder.build();
    }

    private static MetricSnapshot unknown(Family family) {
        UnknownSnapshot.Builder builder =
                UnknownSnapshot.builder().name(family.name()).help(family.help());
        for (Family.Child child : family.children()) {
            builder.dataPoint(UnknownSnapshot.UnknownDataPointSnapshot.builder()
                    .labels(labels(child.labels()))
                    .value(plain(child.cell()))
                    .build());
        }
        return builder.build();
    }

    private static MetricSnapshot histogram(Family family) {
        HistogramSnapshot.Builder builder =
                HistogramSnapshot.builder().name(family.name()).help(family.help());
        for (Family.Child child : family.children()) {
            Histogram cell = (Histogram) child.cell();
            ClassicHistogramBuckets.Builder buckets = ClassicHistogramBuckets.builder();
            double[] bounds = cell.bounds();
            for (int i = 0; i < bounds.length; i++) {
                buckets.bucket(bounds[i], cell.count(i));
            }
            buckets.bucket(Double.POSITIVE_INFINITY, cell.count(bounds.length));
            builder.dataPoint(HistogramSnapshot.HistogramDataPointSnapshot.builder()
                    .labels(labels(child.labels()))
                    .classicHistogramBuckets(buckets.build())
                    .sum(cell.sum())
                    .build());
        }
        return builder.build();
    }

    private static double plain(Cell cell) {
        return cell instanceof Counter counter ? counter.value() : ((Gauge) cell).value();
    }

    private static Labels labels(Map<String, String> labels) {
        Labels.Builder builder = Labels.builder();
        labels.forEach(builder::label);
        return builder.build();
    }
}
