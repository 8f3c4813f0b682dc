package dev.tars.console.promql;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** An immutable label set, sorted by name. A label with an empty value is the same as no label. */
public final class Labels implements Comparable<Labels> {

    /** The label that holds the metric name. */
    public static final String NAME = "__name__";

    /** No label at all. */
    public static final Labels EMPTY = new Labels(new String[0]);

    /** Name, value, name, value ... */
    private final String[] pairs;

    private final int hash;

    private Labels(String[] pairs) {
        this.pairs = pairs;
        this.hash = Arrays.hashCode(pairs);
    }

    public static Labels of(Map<String, String> map) {
        List<String> pairs = new ArrayList<>(map.size() * 2);
        new TreeMap<>(map).forEach((name, value) -> {
            if (!value.isEmpty()) {
                pairs.add(name);
                pairs.add(value);
            }
        });
        return pairs.isEmpty() ? EMPTY : new Labels(pairs.toArray(String[]::new));
    }

    /** Name, value, name, value ..., in any order. */
    public static Labels of(String... namesAndValues) {
        if (namesAndValues.length % 2 != 0) {
            throw new IllegalArgumentException("labels: " + namesAndValues.length + " texts, need pairs");
        }
        Map<String, String> map = new TreeMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            map.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return of(map);
    }

    /** The value of a label, empty when the set has none of that name. */
    public String get(String label) {
        for (int i = 0; i < pairs.length; i += 2) {
            if (pairs[i].equals(label)) {
                return pairs[i + 1];
            }
        }
        return "";
    }

    /** The metric name, empty when there is none. */
    public String name() {
        return get(NAME);
    }

    public int size() {
        return pairs.length / 2;
    }

    public boolean isEmpty() {
        return pairs.length == 0;
    }

    /** This set with one label set, or removed when the value is empty. */
    public Labels with(String label, String value) {
        if (get(label).equals(value)) {
            return this;
        }
        Map<String, String> map = new TreeMap<>(toMap());
        map.put(label, value);
        return of(map);
    }

    public Labels without(String label) {
        return filter(name -> !name.equals(label));
    }

    public Labels without(Collection<String> labels) {
        return labels.isEmpty() ? this : filter(name -> !labels.contains(name));
    }

    /** Only the labels of these names. */
    public Labels keep(Collection<String> labels) {
        return filter(labels::contains);
    }

    public Labels withoutName() {
        return without(NAME);
    }

    private Labels filter(Predicate<String> kept) {
        String[] left = new String[pairs.length];
        int n = 0;
        for (int i = 0; i < pairs.length; i += 2) {
            if (kept.test(pairs[i])) {
                left[n++] = pairs[i];
                left[n++] = pairs[i + 1];
            }
        }
        if (n == pairs.length) {
            return this;
        }
        return n == 0 ? EMPTY : new Labels(Arrays.copyOf(left, n));
    }

    /** A fresh map in the order of the names. */
    public Map<String, String> toMap() {
        Map<String, String> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(pairs[i], pairs[i + 1]);
        }
        return map;
    }

    @Override
    public int compareTo(Labels other) {
        int common = Math.min(pairs.length, other.pairs.length);
        for (int i = 0; i < common; i++) {
            int difference = pairs[i].compareTo(other.pairs[i]);
            if (difference != 0) {
                return difference;
            }
        }
        return Integer.compare(pairs.length, other.pairs.length);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Labels that && hash == that.hash && Arrays.equals(pairs, that.pairs);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    /** As Prometheus writes a label set: {@code {code="200", job="api"}}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("{");
        for (int i = 0; i < pairs.length; i += 2) {
            text.append(i == 0 ? "" : ", ").append(pairs[i]).append('=').append(QuotedText.quote(pairs[i + 1]));
        }
        return text.append('}').toString();
    }
}
