package dev.tars.console.promql;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Series written by hand: one value every 10 s from 0 on, {@code _} for a missing one, {@code stale} for the end. */
final class ScriptedSeries implements SeriesSource {
    private final List<StoredSeries> all = new ArrayList<>();
    final List<String> selections = new ArrayList<>();

    /** @param selector as in a query: {@code up{job="a"}} */
    ScriptedSeries with(String selector, String values) throws PromqlException {
        Expr.VectorSelector parsed = (Expr.VectorSelector) PromqlParser.parse(selector);
        Map<String, String> labels = new LinkedHashMap<>();
        parsed.allMatchers().forEach(matcher -> labels.put(matcher.name(), matcher.value()));
        String[] words = values.strip().split("\\s+");
        long[] millis = new long[words.length];
        double[] numbers = new double[words.length];
        int size = 0;
        for (int i = 0; i < words.length; i++) {
            if (!words[i].equals("_")) {
                millis[size] = i * 10_000L;
                numbers[size++] = words[i].equals("stale") ? Staleness.MARKER : Double.parseDouble(words[i]);
            }
        }
        all.add(new StoredSeries(Labels.of(labels), millis, numbers, 0, size));
        all.sort(Comparator.comparing(StoredSeries::labels));
        return this;
    }

    @Override
    public List<StoredSeries> select(List<LabelMatcher> matchers, long fromMillis, long toMillis) {
        selections.add(matchers.stream().map(LabelMatcher::value).collect(Collectors.joining(",")) + " " + fromMillis
                + ".." + toMillis);
        return all.stream()
                .filter(series -> matchers.stream().allMatch(matcher -> matcher.matches(series.labels())))
                .map(series -> series.between(fromMillis, toMillis))
                .toList();
    }
}
