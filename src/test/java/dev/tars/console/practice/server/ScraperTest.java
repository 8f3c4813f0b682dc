package dev.tars.console.practice.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.tars.console.base.Ticker;
import dev.tars.console.practice.model.Conditions;
import dev.tars.console.practice.model.Simulation;
import dev.tars.console.practice.store.TimeSeriesStore;
import dev.tars.console.practice.targets.Exporter;
import dev.tars.console.practice.targets.FlatSeries;
import dev.tars.console.practice.targets.Plant;
import dev.tars.console.practice.targets.TargetServer;
import dev.tars.console.promql.LabelMatcher;
import dev.tars.console.promql.Labels;
import dev.tars.console.promql.Staleness;
import dev.tars.console.promql.StoredSeries;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ScraperTest {
    private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");

    private final TimeSeriesStore store = new TimeSeriesStore();
    private volatile String text = "";
    private HttpServer server;
    private Scraper scraper;

    @BeforeEach
    void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/metrics", exchange -> {
            byte[] body = text.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(text.isEmpty() ? 500 : 200, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        ScrapeTarget target = new ScrapeTarget(
                "tars", "127.0.0.1:" + server.getAddress().getPort(), Map.of("job", "tars", "instance", "a"));
        scraper = new Scraper(target, store, Ticker.system(), Duration.ofSeconds(5));
    }

    @AfterEach
    void close() {
        server.stop(0);
    }

    @Test
    void samplesGetTheTargetsLabelsAndTheScrapesTime() {
        text = "# HELP a Some words.\n# TYPE a gauge\na{x=\"1\",instance=\"own\"} 2.5\nb 1e3 1234\n";
        scraper.scrape(NOW);
        assertThat(value("a", NOW)).isEqualTo(2.5);
        assertThat(series("a").labels())
                .isEqualTo(Labels.of(
                        Labels.NAME, "a", "x", "1", "exported_instance", "own", "instance", "a", "job", "tars"));
        assertThat(value("b", NOW)).isEqualTo(1000);
        assertThat(value("up", NOW)).isEqualTo(1);
        assertThat(value("scrape_samples_scraped", NOW)).isEqualTo(2);
        assertThat(scraper.metadata()).containsEntry("a", Map.entry("gauge", "Some words."));
    }

    @Test
    void aSeriesThatIsGoneIsMarkedStaleOnce() {
        text = "a 1\nb 1\n";
        scraper.scrape(NOW);
        text = "a 2\n";
        scraper.scrape(NOW.plusSeconds(15));
        scraper.scrape(NOW.plusSeconds(30));
        assertThat(series("b").size()).isEqualTo(2);
        assertThat(Staleness.isStale(series("b").values()[1])).isTrue();
        assertThat(series("a").values()).containsExactly(1, 2, 2);
    }

    @Test
    void aFailedScrapeIsDownAndMarksEverythingStale() {
        text = "a 1\n";
        scraper.scrape(NOW);
        text = "";
        scraper.scrape(NOW.plusSeconds(15));
        assertThat(value("up", NOW.plusSeconds(15))).isZero();
        assertThat(Staleness.isStale(series("a").values()[1])).isTrue();
        assertThat(scraper.last().error()).contains("500");
    }

    @Test
    void aTextThatBreaksOffCountsAsNotScraped() {
        text = "a 1\nb 1\n";
        scraper.scrape(NOW);
        text = "a 2\nb ";
        scraper.scrape(NOW.plusSeconds(15));
        assertThat(value("up", NOW.plusSeconds(15))).isZero();
        assertThat(Staleness.isStale(series("a").values()[1])).isTrue();
        assertThat(scraper.last().error()).contains("line 2");
    }

    @Test
    void aRefusedConnectionIsDown() {
        server.stop(0);
        scraper.scrape(NOW);
        assertThat(value("up", NOW)).isZero();
        assertThat(scraper.last().error()).contains("refused");
    }

    @Test
    void aScrapeStoresExactlyWhatHistoryWouldHaveStored() throws IOException {
        Simulation simulation = new Simulation(9, NOW.minusSeconds(900));
        Plant plant = new Plant(simulation, Clock.fixed(NOW, ZoneOffset.UTC), () -> Conditions.HEALTHY);
        for (var target : simulation.targets()) {
            TimeSeriesStore scraped = new TimeSeriesStore();
            try (TargetServer serving = new TargetServer(plant, target, Exporter.none(), Runnable::run)) {
                Map<String, String> labels = new LinkedHashMap<>(target.labels());
                labels.put("job", target.job());
                labels.put("instance", target.name());
                ScrapeTarget scrape = new ScrapeTarget(target.job(), serving.address(), labels);
                new Scraper(scrape, scraped, Ticker.system(), Duration.ofSeconds(5)).scrape(NOW);
            }
            Map<Labels, Double> expected = new HashMap<>();
            FlatSeries.of(target)
                    .forEach(series ->
                            expected.put(series.labels(), series.value().getAsDouble()));
            Map<Labels, Double> actual = new HashMap<>();
            for (StoredSeries series : scraped.select(List.of(), 0, Long.MAX_VALUE / 2)) {
                String name = series.labels().name();
                if (!name.equals("up") && !name.startsWith("scrape_")) {
                    actual.put(series.labels(), series.values()[0]);
                }
            }
            assertThat(actual).as(target.name()).isEqualTo(expected);
        }
    }

    private StoredSeries series(String name) {
        return store.select(List.of(LabelMatcher.equal(Labels.NAME, name)), 0, Long.MAX_VALUE / 2)
                .get(0);
    }

    private double value(String name, Instant at) {
        StoredSeries series = series(name).between(at.toEpochMilli(), at.toEpochMilli());
        return series.values()[series.from()];
    }
}
