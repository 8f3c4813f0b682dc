package dev.tars.console.practice.targets;

import dev.tars.console.practice.model.Cell;
import dev.tars.console.practice.model.Counter;
import dev.tars.console.practice.model.Family;
import dev.tars.console.practice.model.Gauge;
import dev.tars.console.practice.model.Histogram;
import dev.tars.console.practice.model.SimulatedTarget;
import dev.tars.console.promql.Labels;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleSupplier;

/**
 * One series of a target just as a scrape of its text would store it, read without the text. History is made of
 * these, thousands of times quicker; a test holds the two ways equal.
 *
 * @param labels with {@code __name__}, job, instance and the target's own
 */
public record FlatSeries(Labels labels, DoubleSupplier value) {

    /** All series of a target, in the order of its text. */
    public static List<FlatSeries> of(SimulatedTarget target) {
        List<FlatSeries> all = new ArrayList<>();
        for (Family family : target.families()) {
            for (Family.Child child : family.children()) {
                Map<String, String> labels = new LinkedHashMap<>(child.labels());
                labels.putAll(target.labels());
                labels.put("job", target.job());
                labels.put("instance", target.name());
                add(all, family.name(), labels, child.cell());
            }
        }
        return all;
    }

    private static void add(List<FlatSeries> all, String name, Map<String, String> labels, Cell cell) {
        if (cell instanceof Counter counter) {
            all.add(named(name, labels, counter::value));
        } else if (cell instanceof Gauge gauge) {
            all.add(named(name, labels, gauge::value));
        } else if (cell instanceof Histogram histogram) {
            double[] bounds = histogram.bounds();
            for (int i = 0; i < histogram.buckets(); i++) {
                int last = i;
                Map<String, String> bucket = new LinkedHashMap<>(labels);
                bucket.put("le", i < bounds.length ? Double.toString(bounds[i]) : "+Inf");
                all.add(named(name + "_bucket", bucket, () -> upTo(histogram, last)));
            }
            all.add(named(name + "_count", labels, () -> upTo(histogram, histogram.buckets() - 1)));
            all.add(named(name + "_sum", labels, histogram::sum));
        }
    }

    private static FlatSeries named(String name, Map<String, String> labels, DoubleSupplier value) {
        return new FlatSeries(Labels.of(labels).with(Labels.NAME, name), value);
    }

    private static double upTo(Histogram histogram, int bucket) {
        long sum = 0;
        for (int i = 0; i <= bucket; i++) {
            sum += histogram.count(i);
        }
        return sum;
    }
}
