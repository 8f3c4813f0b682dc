package dev.tars.console.practice.store;

import dev.tars.console.promql.LabelMatcher;
import dev.tars.console.promql.Labels;
import dev.tars.console.promql.MatchOp;
import dev.tars.console.promql.SeriesSource;
import dev.tars.console.promql.StoredSeries;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * All samples of the built-in Prometheus. The detailed samples roll: {@link #trim} drops what is older than the
 * retention, but of the series that have coarse history it keeps one sample every five minutes, so that no gap opens
 * between the two. Safe for use by several threads; answers are copies.
 */
public final class TimeSeriesStore implements SeriesSource {

    /** Distance of coarse samples, the longest that a query still sees without a gap. */
    public static final Duration COARSE_STEP = Duration.ofMinutes(5);

    private static final class Series {
        private final Labels labels;
        private final Column detailed = new Column();
        private Column coarse = new Column();

        private Series(Labels labels) {
            this.labels = labels;
        }
    }

    private final Map<Labels, Series> all = new HashMap<>();
    private final Map<String, NavigableMap<Labels, Series>> byName = new TreeMap<>();

    /** Keeps a sample; one that is not newer than the series' last is dropped, as Prometheus does, and false. */
    public synchronized boolean append(Labels labels, long millis, double value) {
        return series(labels).detailed.append(millis, value);
    }

    /**
     * Coarse samples before the detailed ones; those that would overlap them are left out. Replaces what coarse
     * history the series had.
     */
    public synchronized void putCoarse(Labels labels, long[] millis, double[] values) {
        Series series = series(labels);
        long detailedFrom = series.detailed.size() == 0 ? Long.MAX_VALUE : series.detailed.time(0);
        Column column = new Column();
        for (int i = 0; i < millis.length && millis[i] < detailedFrom; i++) {
            column.append(millis[i], values[i]);
        }
        series.coarse = column;
    }

    private Series series(Labels labels) {
        Series known = all.get(labels);
        if (known != null) {
            return known;
        }
        Series made = new Series(labels);
        all.put(labels, made);
        byName.computeIfAbsent(labels.name(), name -> new TreeMap<>()).put(labels, made);
        return made;
    }

    /** Drops detailed samples older than {@code detailedFrom} and coarse ones older than {@code coarseFrom}. */
    public synchronized void trim(long detailedFrom, long coarseFrom) {
        List<Series> ended = new ArrayList<>();
        for (Series series : all.values()) {
            if (series.coarse.size() > 0) {
                thin(series, detailedFrom);
                series.coarse.cutBefore(coarseFrom);
            }
            series.detailed.cutBefore(detailedFrom);
            if (series.detailed.size() == 0 && series.coarse.size() == 0) {
                ended.add(series);
            }
        }
        for (Series series : ended) {
            all.remove(series.labels);
            byName.computeIfPresent(series.labels.name(), (name, named) -> {
                named.remove(series.labels);
                return named.isEmpty() ? null : named;
            });
        }
    }

    private static void thin(Series series, long detailedFrom) {
        Column detailed = series.detailed;
        for (int i = 0; i < detailed.size() && detailed.time(i) < detailedFrom; i++) {
            if (detailed.time(i) - series.coarse.lastTime() >= COARSE_STEP.toMillis()) {
                series.coarse.append(detailed.time(i), detailed.value(i));
            }
        }
    }

    @Override
    public synchronized List<StoredSeries> select(List<LabelMatcher> matchers, long fromMillis, long toMillis) {
        List<StoredSeries> found = new ArrayList<>();
        for (Series series : matching(matchers)) {
            int coarseFrom = series.coarse.indexOf(fromMillis);
            int coarseTo = series.coarse.indexOf(toMillis + 1);
            int detailedFrom = series.detailed.indexOf(fromMillis);
            int detailedTo = series.detailed.indexOf(toMillis + 1);
            int coarse = coarseTo - coarseFrom;
            int size = coarse + detailedTo - detailedFrom;
            if (size > 0) {
                long[] times = new long[size];
                double[] values = new double[size];
                series.coarse.copy(coarseFrom, coarseTo, times, values, 0);
                series.detailed.copy(detailedFrom, detailedTo, times, values, coarse);
                found.add(StoredSeries.of(series.labels, times, values));
            }
        }
        return found;
    }

    /** The label sets of all series that have a sample in the period, sorted. */
    public synchronized Set<Labels> labels(List<LabelMatcher> matchers, long fromMillis, long toMillis) {
        Set<Labels> found = new TreeSet<>();
        for (Series series : matching(matchers)) {
            if (within(series.coarse, fromMillis, toMillis) || within(series.detailed, fromMillis, toMillis)) {
                found.add(series.labels);
            }
        }
        return found;
    }

    private static boolean within(Column column, long fromMillis, long toMillis) {
        return column.indexOf(fromMillis) < column.indexOf(toMillis + 1);
    }

    private List<Series> matching(List<LabelMatcher> matchers) {
        Predicate<Series> fits = series -> matchers.stream().allMatch(matcher -> matcher.matches(series.labels));
        for (LabelMatcher matcher : matchers) {
            if (matcher.name().equals(Labels.NAME)
                    && matcher.op() == MatchOp.EQUAL
                    && !matcher.value().isEmpty()) {
                NavigableMap<Labels, Series> named =
                        byName.getOrDefault(matcher.value(), Collections.emptyNavigableMap());
                return named.values().stream().filter(fits).toList();
            }
        }
        return all.values().stream()
                .filter(fits)
                .sorted(Comparator.comparing(series -> series.labels))
                .toList();
    }

    /** How many series there are. */
    public synchronized int seriesCount() {
        return all.size();
    }

    /** How many samples are held, detailed and coarse. */
    public synchronized long sampleCount() {
        return all.values().stream()
                .mapToLong(series -> series.detailed.size() + (long) series.coarse.size())
                .sum();
    }
}
