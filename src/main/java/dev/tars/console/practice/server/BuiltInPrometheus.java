package dev.tars.console.practice.server;

import com.sun.net.httpserver.HttpHandler;
import dev.tars.console.base.Ticker;
import dev.tars.console.practice.rules.RuleGroup;
import dev.tars.console.practice.store.TimeSeriesStore;
import dev.tars.console.promql.LabelMatcher;
import dev.tars.console.promql.Labels;
import dev.tars.console.promql.PromqlEngine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;

/**
 * A Prometheus inside the console. Scrapes run on two threads, rules on one: groups that are due at the same instant
 * are evaluated in the order of their files, so a group sees what those before it recorded at that instant.
 */
public final class BuiltInPrometheus implements AutoCloseable {

    /** What it says of itself in {@code status/buildinfo}. */
    public static final String VERSION = "built-in, after 2.42";

    private static final Duration LONGEST_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration TRIM_EVERY = Duration.ofMinutes(1);

    /**
     * How long samples are kept.
     *
     * @param detailed at the scrape interval
     * @param coarse one sample every five minutes, of the series that have coarse history
     */
    public record Retention(Duration detailed, Duration coarse) {}

    private final ServerState state;
    private final Retention retention;
    private final SelfReport self;
    private final ScheduledExecutorService scraping = Executors.newScheduledThreadPool(2, named("practice-scrape"));
    private final ScheduledExecutorService ruling = Executors.newSingleThreadScheduledExecutor(named("practice-rules"));

    public BuiltInPrometheus(
            TimeSeriesStore store,
            PromqlEngine engine,
            List<RuleGroup> groups,
            List<ScrapeTarget> targets,
            Duration scrapeInterval,
            Retention retention,
            Clock clock,
            Ticker ticker) {
        this.retention = retention;
        Duration timeout = scrapeInterval.compareTo(LONGEST_TIMEOUT) < 0 ? scrapeInterval : LONGEST_TIMEOUT;
        List<Scraper> scrapers = new ArrayList<>();
        for (ScrapeTarget target : targets) {
            Scraper scraper = new Scraper(target, store, ticker, timeout);
            scraper.continueFrom(seriesOf(store, target));
            scrapers.add(scraper);
        }
        Duration longest =
                retention.coarse().compareTo(retention.detailed()) > 0 ? retention.coarse() : retention.detailed();
        state = new ServerState(
                store, engine, List.copyOf(groups), scrapers, scrapeInterval, longest, Instant.now(clock), clock);
        self = new SelfReport(store, groups);
    }

    private static Set<Labels> seriesOf(TimeSeriesStore store, ScrapeTarget target) {
        List<LabelMatcher> matchers = new ArrayList<>();
        for (String label : List.of("job", "instance")) {
            matchers.add(LabelMatcher.equal(label, target.labels().getOrDefault(label, "")));
        }
        Set<Labels> series = store.labels(matchers, Long.MIN_VALUE / 2, Long.MAX_VALUE / 2);
        series.removeIf(labels -> labels.name().equals("up") || labels.name().startsWith("scrape_"));
        return series;
    }

    /** Begins to scrape and to evaluate. */
    public void start() {
        Timetable scrapes = new Timetable(scraping, state.clock());
        for (Scraper scraper : state.scrapers()) {
            scrapes.every(
                    state.scrapeInterval(),
                    Stagger.of(scraper.target().labels().getOrDefault("instance", ""), state.scrapeInterval()),
                    scraper::scrape);
        }
        Timetable rules = new Timetable(ruling, state.clock());
        rules.every(state.scrapeInterval(), Stagger.of("built-in", state.scrapeInterval()), self::write);
        for (RuleGroup group : state.groups()) {
            rules.every(group.group().interval(), Duration.ZERO, group::evaluate);
        }
        rules.every(TRIM_EVERY, Duration.ofSeconds(1), this::trim);
    }

    private void trim(Instant at) {
        state.store()
                .trim(
                        at.minus(retention.detailed()).toEpochMilli(),
                        at.minus(retention.coarse()).toEpochMilli());
    }

    /** Answers the HTTP API. */
    public HttpHandler api() {
        return new ApiHandler(state);
    }

    @Override
    public void close() {
        scraping.shutdownNow();
        ruling.shutdownNow();
    }

    private static ThreadFactory named(String name) {
        return work -> {
            Thread thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        };
    }
}
