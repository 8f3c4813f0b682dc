package dev.tars.console.practice.model;

import java.util.List;
import java.util.Map;

/**
 * Something Prometheus scrapes.
 *
 * @param job the scrape job it belongs to
 * @param name short and stable, the value of its label {@code instance}
 * @param labels the static labels of its scrape configuration, without job and instance
 */
public record SimulatedTarget(String job, String name, Map<String, String> labels, List<Family> families) {
    public SimulatedTarget {
        labels = Map.copyOf(labels);
        families = List.copyOf(families);
    }

    /** Its region, {@code ""} where it serves both. */
    public String region() {
        return labels.getOrDefault("region", "");
    }
}
