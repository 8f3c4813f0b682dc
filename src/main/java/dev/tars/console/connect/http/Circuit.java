package dev.tars.console.connect.http;

import dev.failsafe.CircuitBreaker;
import dev.tars.console.base.Ticker;
import java.time.Duration;
import java.util.Optional;

/**
 * Leaves a server alone for a while after repeated failure: opens after {@link #FAILURES} failures in a row, lets one
 * trial through when its time is over, and closes when that is answered. Time is the ticker's.
 */
final class Circuit {

    /** Failures in a row that open it. */
    static final int FAILURES = 5;

    private final CircuitBreaker<Object> breaker = CircuitBreaker.builder()
            .withFailureThreshold(FAILURES)
            .withSuccessThreshold(1)
            // Half-opening is our ticker's business.
            .withDelay(Duration.ofDays(365))
            .build();
    private final Duration openFor;
    private final Ticker ticker;
    private long openedAt;

    Circuit(Duration openFor, Ticker ticker) {
        this.openFor = openFor;
        this.ticker = ticker;
    }

    /** Asks to make a call: empty where it may be made, else how long the circuit stays open. */
    synchronized Optional<Duration> enter() {
        if (breaker.isOpen()) {
            Duration left = openFor.minusNanos(ticker.nanos() - openedAt);
            if (left.compareTo(Duration.ZERO) > 0) {
                return Optional.of(left);
            }
            breaker.halfOpen();
        }
        // Without a permit another trial is under way.
        return breaker.tryAcquirePermit() ? Optional.empty() : Optional.of(Duration.ofSeconds(1));
    }

    synchronized void answered() {
        breaker.recordSuccess();
    }

    synchronized void failed() {
        boolean wasOpen = breaker.isOpen();
        breaker.recordFailure();
        if (breaker.isOpen() && !wasOpen) {
            openedAt = ticker.nanos();
        }
    }

    /** The call ended without saying anything about the server; a trial is then given to the next caller. */
    synchronized void abandoned() {
        if (breaker.isHalfOpen()) {
            breaker.open();
        }
    }

    synchronized boolean isClosed() {
        return breaker.isClosed();
    }
}
