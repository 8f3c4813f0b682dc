package dev.tars.console.slo;

import dev.tars.console.base.Figures;
import dev.tars.console.base.Ticker;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Notices that time went by unseen. A computer that sleeps stops its ticker, mostly, and never its clock; a person who
 * sets the clock moves only the clock; a stopped process sees both leap.
 */
final class ClockWatch {

    private static final Duration JUMP = Duration.ofSeconds(2);

    private final Clock clock;
    private final Ticker ticker;
    private final Duration gap;
    private Instant lastClock;
    private long lastTick;

    /** @param gap longest time between two looks that is nothing unusual */
    ClockWatch(Clock clock, Ticker ticker, Duration gap) {
        this.clock = clock;
        this.ticker = ticker;
        this.gap = gap;
        this.lastClock = clock.instant();
        this.lastTick = ticker.nanos();
    }

    /** Time before this is nobody's business. */
    void restart() {
        lastClock = clock.instant();
        lastTick = ticker.nanos();
    }

    /** What happened since the last look, in words; empty where time went by as it should. */
    Optional<String> look() {
        Instant now = clock.instant();
        long tick = ticker.nanos();
        Duration ticked = Duration.ofNanos(tick - lastTick);
        Duration apart = Duration.between(lastClock, now).minus(ticked);
        lastClock = now;
        lastTick = tick;
        if (apart.abs().compareTo(JUMP) >= 0) {
            return Optional.of(
                    apart.isNegative()
                            ? "The clock of this computer went back by " + Figures.duration(apart.negated())
                            : "The clock of this computer went ahead by " + Figures.duration(apart)
                                    + ", it slept or was set");
        }
        return ticked.compareTo(gap) > 0
                ? Optional.of("The console stood still for " + Figures.duration(ticked))
                : Optional.empty();
    }
}
