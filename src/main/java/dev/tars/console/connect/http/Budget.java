package dev.tars.console.connect.http;

import dev.tars.console.base.Ticker;
import java.time.Duration;

/** The time one call has left, by the ticker. */
final class Budget {
    private final Ticker ticker;
    private final long deadline;

    Budget(Ticker ticker, Duration limit) {
        this.ticker = ticker;
        this.deadline = ticker.nanos() + limit.toNanos();
    }

    long deadline() {
        return deadline;
    }

    Duration left() {
        return Duration.ofNanos(Math.max(0, deadline - ticker.nanos()));
    }
}
