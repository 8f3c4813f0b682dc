package dev.tars.console.practice.server;

import dev.tars.console.base.Ticker;
import dev.tars.console.practice.store.TimeSeriesStore;
import dev.tars.console.promql.Labels;
import dev.tars.console.promql.Staleness;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Scrapes one target into the store: its samples at the scrape's time, then {@code up} and the other series Prometheus
 * writes about each scrape. A series that is gone, and every series after a failed scrape, gets a staleness marker.
 */
final class Scraper {
    private static final int LARGEST_TEXT = 4_000_000;

    /** What the last scrape came to. */
    record Outcome(Instant at, Duration took, String error) {}

    private record Described(String type, String help) {}

    private final ScrapeTarget target;
    private final TimeSeriesStore store;
    private final Ticker ticker;
    private final int timeoutMillis;
    private final Map<String, Labels> known = new HashMap<>();
    private final Map<String, Described> metadata = new TreeMap<>();
    private Set<Labels> present = new HashSet<>();
    private volatile Outcome last = new Outcome(Instant.EPOCH, Duration.ZERO, "");

    Scraper(ScrapeTarget target, TimeSeriesStore store, Ticker ticker, Duration timeout) {
        this.target = target;
        this.store = store;
        this.ticker = ticker;
        this.timeoutMillis = (int) timeout.toMillis();
    }

    ScrapeTarget target() {
        return target;
    }

    Outcome last() {
        return last;
    }

    /** Type and help by metric name. */
    synchronized Map<String, Map.Entry<String, String>> metadata() {
        Map<String, Map.Entry<String, String>> copy = new TreeMap<>();
        metadata.forEach((name, described) -> copy.put(name, Map.entry(described.type(), described.help())));
        return copy;
    }

    /** Series that history left behind: the first scrape continues them or marks them stale. */
    synchronized void continueFrom(Set<Labels> series) {
        present.addAll(series);
    }

    synchronized void scrape(Instant at) {
        long started = ticker.nanos();
        long millis = at.toEpochMilli();
        Map<Labels, Double> samples = new LinkedHashMap<>();
        String error = "";
        try {
            ScrapedText.read(fetch(), receiver(samples));
        } catch (IOException e) {
            error = "Get \"" + target.url() + "\": " + e.getMessage();
        } catch (IllegalArgumentException e) {
            error = String.valueOf(e.getMessage());
        }
        boolean up = error.isEmpty();
        if (!up) {
            // What came before the text broke off counts as not scraped.
            samples.clear();
        }
        samples.forEach((labels, value) -> store.append(labels, millis, value));
        long added = samples.keySet().stream()
                .filter(labels -> !present.contains(labels))
                .count();
        present.removeAll(samples.keySet());
        present.forEach(gone -> store.append(gone, millis, Staleness.MARKER));
        present = new HashSet<>(samples.keySet());
        Duration took = Duration.ofNanos(ticker.nanos() - started);
        report("up", millis, up ? 1 : 0);
        report("scrape_duration_seconds", millis, took.toNanos() / 1e9);
        report("scrape_samples_scraped", millis, samples.size());
        report("scrape_samples_post_metric_relabeling", millis, samples.size());
        report("scrape_series_added", millis, added);
        last = new Outcome(at, took, error);
    }

    private ScrapedText.Receiver receiver(Map<Labels, Double> samples) {
        return new ScrapedText.Receiver() {
            @Override
            public void sample(String series, double value) {
                samples.put(known.computeIfAbsent(series, Scraper.this::withTargetLabels), value);
            }

            @Override
            public void help(String metric, String help) {
                metadata.merge(metric, new Described("unknown", help), (a, b) -> new Described(a.type(), help));
            }

            @Override
            public void type(String metric, String type) {
                String name = type.equals("untyped") ? "unknown" : type;
                metadata.merge(metric, new Described(name, ""), (a, b) -> new Described(name, a.help()));
            }
        };
    }

    private void report(String name, long millis, double value) {
        store.append(Labels.of(target.labels()).with(Labels.NAME, name), millis, value);
    }

    private Labels withTargetLabels(String series) {
        Map<String, String> labels = ScrapedText.labels(series).toMap();
        target.labels().forEach((name, value) -> {
            String own = labels.get(name);
            if (own != null) {
                labels.put("exported_" + name, own);
            }
            labels.put(name, value);
        });
        return Labels.of(labels);
    }

    private String fetch() throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) URI.create(target.url()).toURL().openConnection();
        connection.setConnectTimeout(timeoutMillis);
        connection.setReadTimeout(timeoutMillis);
        connection.setRequestProperty("Accept", "text/plain;version=0.0.4");
        if (connection.getResponseCode() != 200) {
            throw new IOException("server returned HTTP status " + connection.getResponseCode());
        }
        try (InputStream in = connection.getInputStream()) {
            byte[] body = in.readNBytes(LARGEST_TEXT);
            return new String(body, StandardCharsets.UTF_8);
        }
    }
}
