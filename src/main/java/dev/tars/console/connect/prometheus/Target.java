package dev.tars.console.connect.prometheus;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A target as the server scrapes it.
 *
 * @param scrapePool the scrape job
 * @param scrapeUrl where the server fetches it
 * @param labels its labels after relabelling
 * @param health whether the last scrape worked
 * @param lastError the server's words where it did not; may be empty
 * @param lastScrape when it was scraped last; empty where it never was
 * @param lastScrapeDuration how long that took
 */
public record Target(
        String scrapePool,
        String scrapeUrl,
        Map<String, String> labels,
        Health health,
        String lastError,
        Optional<Instant> lastScrape,
        Duration lastScrapeDuration) {

    /** UNKNOWN: not scraped yet, or a word this client does not know. */
    public enum Health {
        UP,
        DOWN,
        UNKNOWN
    }

    public Target {
        Objects.requireNonNull(scrapePool, "scrapePool");
        labels = Map.copyOf(labels);
    }
}
