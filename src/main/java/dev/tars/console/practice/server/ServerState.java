package dev.tars.console.practice.server;

import dev.tars.console.practice.rules.RuleGroup;
import dev.tars.console.practice.store.TimeSeriesStore;
import dev.tars.console.promql.PromqlEngine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Everything the HTTP API speaks of. */
record ServerState(
        TimeSeriesStore store,
        PromqlEngine engine,
        List<RuleGroup> groups,
        List<Scraper> scrapers,
        Duration scrapeInterval,
        Duration retention,
        Instant started,
        Clock clock) {}
