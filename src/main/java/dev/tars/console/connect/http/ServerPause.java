package dev.tars.console.connect.http;

import dev.tars.console.base.Ticker;
import java.time.Duration;
import java.util.Optional;

/** The time a server asked to be left alone for, by the ticker. */
final class ServerPause {
    private final Ticker ticker;
    private boolean begun;
    private long until;

    ServerPause(Ticker ticker) {
        this.ticker = ticker;
    }

    synchronized void begin(Duration wait) {
        long end = ticker.nanos() + wait.toNanos();
        until = begun ? Math.max(until, end) : end;
        begun = true;
    }

    synchronized Optional<Duration> left() {
        if (!begun) {
            return Optional.empty();
        }
        long left = until - ticker.nanos();
        begun = left > 0;
        return begun ? Optional.of(Duration.ofNanos(left)) : Optional.empty();
    }
}
