package dev.tars.console.slo;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Label sets as keys and as words. */
final class Labels {

    /** A stable order for tables and files. */
    static final Comparator<Map<String, String>> ORDER =
            Comparator.comparing(labels -> new TreeMap<>(labels).toString());

    private Labels() {}

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
        return a.entrySet().stream().allMatch(e -> {
            Optional<String> other = Optional.ofNullable(b.get(e.getKey()));
            return other.isEmpty() || other.get().equals(e.getValue());
        });
    }

    /** {@code us-east-1} for a lone region, else {@code region us-east-1, instance a:80}; empty for no labels. */
    static String words(Map<String, String> labels) {
        if (labels.size() == 1 && labels.containsKey("region")) {
            return String.valueOf(labels.get("region"));
        }
        return new TreeMap<>(labels)
                .entrySet().stream().map(e -> e.getKey() + " " + e.getValue()).collect(Collectors.joining(", "));
    }
}
