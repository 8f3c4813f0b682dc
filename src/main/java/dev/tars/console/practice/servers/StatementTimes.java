package dev.tars.console.practice.servers;

import dev.tars.console.base.Ticker;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import java.sql.SQLException;
import java.time.Duration;

/** How long the statements of practice took, as those who sent them saw it. */
final class StatementTimes {

    /** Something that sends statements. */
    @FunctionalInterface
    interface Work<T> {
        T run() throws SQLException;
    }

    private final Ticker ticker;
    private final Histogram times = Histogram.builder()
            .name("pg_stat_statements_total_time")
            .help("Time of a statement.")
            .classicOnly()
            .classicUpperBounds(0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5)
            .labelNames("datname")
            .build();

    StatementTimes(Ticker ticker) {
        this.ticker = ticker;
    }

    /** Sends them and counts the time where they went through. */
    <T> T time(Work<T> work) throws SQLException {
        long start = ticker.nanos();
        T result = work.run();
        times.labelValues(LocalPostgres.DATABASE)
                .observe(Duration.ofNanos(ticker.nanos() - start).toNanos() / 1e9);
        return result;
    }

    HistogramSnapshot snapshot() {
        return times.collect();
    }
}
