package dev.tars.console.practice.server;

import java.util.Map;

/**
 * What to scrape.
 *
 * @param address HOST:PORT
 * @param labels of the target, job and instance among them
 */
public record ScrapeTarget(String job, String address, Map<String, String> labels) {
    public ScrapeTarget {
        labels = Map.copyOf(labels);
    }

    public String url() {
        return "http://" + address + "/metrics";
    }
}
