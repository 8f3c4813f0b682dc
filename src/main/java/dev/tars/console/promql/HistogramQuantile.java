package dev.tars.console.promql;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * {@code histogram_quantile} over classic buckets ({@code le}), as in Prometheus 2.42 ({@code bucketQuantile}): buckets
 * of one bound are added, counts that fall are lifted to the highest before them, then linear inside the bucket found.
 * Without a bucket {@code +Inf}, with fewer than two buckets or without observations the answer is NaN.
 */
final class HistogramQuantile {
    private static final String BOUND = "le";

    private HistogramQuantile() {}

    private record Bucket(double bound, Column column) {}

    static List<Column> of(double[] q, List<Column> columns) {
        Map<Labels, List<Bucket>> histograms = new LinkedHashMap<>();
        for (Column column : columns) {
            OptionalDouble bound = bound(column.labels.get(BOUND));
            if (bound.isPresent()) {
                histograms
                        .computeIfAbsent(
                                column.labels.without(List.of(BOUND, Labels.NAME)), labels -> new ArrayList<>())
                        .add(new Bucket(bound.getAsDouble(), column));
            }
        }
        List<Column> results = new ArrayList<>(histograms.size());
        histograms.forEach((labels, buckets) -> {
            buckets.sort(Comparator.comparingDouble(Bucket::bound));
            results.add(quantiles(q, labels, buckets));
        });
        return results;
    }

    private static OptionalDouble bound(String text) {
        String plain = text.startsWith("+") ? text.substring(1) : text;
        try {
            if (plain.equalsIgnoreCase("inf")) {
                return OptionalDouble.of(Double.POSITIVE_INFINITY);
            }
            boolean negative = plain.startsWith("-");
            double size = Numbers.parse(negative ? plain.substring(1) : plain);
            return OptionalDouble.of(negative ? -size : size);
        } catch (NumberFormatException e) {
            return OptionalDouble.empty();
        }
    }

    private static Column quantiles(double[] q, Labels labels, List<Bucket> buckets) {
        Column result = new Column(labels, q.length);
        double[] bounds = new double[buckets.size()];
        double[] counts = new double[buckets.size()];
        for (int step = 0; step < q.length; step++) {
            int size = 0;
            boolean any = false;
            for (Bucket bucket : buckets) {
                if (!bucket.column.present[step]) {
                    continue;
                }
                any = true;
                double count = bucket.column.values[step];
                if (size > 0 && bounds[size - 1] == bucket.bound) {
                    counts[size - 1] += count;
                } else {
                    bounds[size] = bucket.bound;
                    counts[size++] = count;
                }
            }
            if (any) {
                result.put(step, quantile(q[step], bounds, counts, size));
            }
        }
        return result;
    }

    /** @param size how many of both arrays count; the counts are made to rise in place */
    static double quantile(double q, double[] bounds, double[] counts, int size) {
        if (Double.isNaN(q)) {
            return Double.NaN;
        }
        if (q < 0) {
            return Double.NEGATIVE_INFINITY;
        }
        if (q > 1) {
            return Double.POSITIVE_INFINITY;
        }
        if (bounds[size - 1] != Double.POSITIVE_INFINITY || size < 2) {
            return Double.NaN;
        }
        makeRise(counts, size);
        double observations = counts[size - 1];
        if (observations == 0) {
            return Double.NaN;
        }
        double rank = q * observations;
        int found = firstReaching(rank, counts, size - 1);
        if (found == size - 1) {
            return bounds[size - 2];
        }
        if (found == 0 && bounds[0] <= 0) {
            return bounds[0];
        }
        double start = found == 0 ? 0 : bounds[found - 1];
        double below = found == 0 ? 0 : counts[found - 1];
        return start + (bounds[found] - start) * ((rank - below) / (counts[found] - below));
    }

    private static void makeRise(double[] counts, int size) {
        double highest = counts[0];
        for (int i = 1; i < size; i++) {
            if (counts[i] > highest) {
                highest = counts[i];
            } else if (counts[i] < highest) {
                counts[i] = highest;
            }
        }
    }

    /** Binary search, as NaN counts make it differ from a walk. */
    private static int firstReaching(double rank, double[] counts, int size) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (counts[middle] >= rank) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
