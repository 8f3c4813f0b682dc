package dev.tars.console.slo;

import java.util.Comparator;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Label sets as keys and as words. */
final class Labels {

    /** A stable order for tables and files. */
    static final Comparator<Map<String, String>> ORDER = Labels::compare;

    private Labels() {}

    /** Label by label in the order of their names; made for sets of one label, as most are. */
    private static int compare(Map<String, String> a, Map<String, String> b) {
        if (a.size() > 1 || b.size() > 1) {
            return compareAll(
                    new TreeMap<>(a).entrySet().iterator(),
                    new TreeMap<>(b).entrySet().iterator());
        }
        return compareAll(a.entrySet().iterator(), b.entrySet().iterator());
    }

    private static int compareAll(Iterator<Map.Entry<String, String>> a, Iterator<Map.Entry<String, String>> b) {
        while (a.hasNext() && b.hasNext()) {
            Map.Entry<String, String> one = a.next();
            Map.Entry<String, String> other = b.next();
            int order = one.getKey().compareTo(other.getKey());
            order = order == 0 ? one.getValue().compareTo(other.getValue()) : order;
            if (order != 0) {
                return order;
            }
        }
        return Boolean.compare(a.hasNext(), b.hasNext());
    }

    /** Without the metric's name, which differs between the windows of one indicator. */
    static Map<String, String> withoutName(Map<String, String> labels) {
        return labels.containsKey("__name__")
                ? labels.entrySet().stream()
                        .filter(e -> !e.getKey().equals("__name__"))
                        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue))
                : labels;
    }

    /** Whether every label that both carry is the same; sets that share none agree. */
    static boolean agree(Map<String, String> a, Map<String, String> b) {
        for (Map.Entry<String, String> label : a.entrySet()) {
            String mine = label.getValue();
            if (!mine.equals(b.getOrDefault(label.getKey(), mine))) {
                return false;
            }
        }
        return true;
    }

    /** {@code us-east-1} for a lone region, else {@code region us-east-1, instance a:80}; empty for no labels. */
    static String words(Map<String, String> labels) {
        if (labels.size() == 1 && labels.containsKey("region")) {
            return String.valueOf(labels.get("region"));
        }
        if (labels.containsKey(SeenSeries.FORGOTTEN)) {
            return labels.get(SeenSeries.FORGOTTEN) + " more series";
        }
        return new TreeMap<>(labels)
                .entrySet().stream().map(e -> e.getKey() + " " + e.getValue()).collect(Collectors.joining(", "));
    }
}
