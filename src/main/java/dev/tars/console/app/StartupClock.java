package dev.tars.console.app;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes how long after the start of the process a moment was reached; each moment once. */
final class StartupClock {

    private static final Logger LOG = LoggerFactory.getLogger(StartupClock.class);

    private final Clock clock;
    private final Instant start;
    private final Set<String> reached = new HashSet<>();

    StartupClock(Clock clock) {
        this.clock = clock;
        this.start = ProcessHandle.current().info().startInstant().orElse(clock.instant());
    }

    /** Logs {@code startup MOMENT: N ms}. */
    void mark(String moment) {
        if (reached.add(moment)) {
            LOG.info(
                    "startup {}: {} ms",
                    moment,
                    Duration.between(start, clock.instant()).toMillis());
        }
    }
}
