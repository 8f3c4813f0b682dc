package dev.tars.console.connect.http;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * How far a server's clock is ahead of ours.
 *
 * <p>Each answer gives one measurement: the time the server states, against our time half a round trip after the
 * question left. The median of the last {@link #KEPT} is taken, so that one slow answer does not bend it. A
 * {@code Date} header has whole seconds, so its middle is taken and the result is good to one second; where an answer
 * states milliseconds only those measurements count.
 */
public final class ClockSkew {

    /** How many measurements of each kind are kept. */
    static final int KEPT = 9;

    private static final Duration COARSE = Duration.ofSeconds(1);

    /**
     * The median of what was measured.
     *
     * @param offset server clock minus ours
     * @param within how far the true offset may be from that
     */
    public record Estimate(Duration offset, Duration within) {}

    private final Deque<Estimate> fine = new ArrayDeque<>();
    private final Deque<Estimate> coarse = new ArrayDeque<>();

    /** A {@code Date} header came with an answer. */
    public void sawDate(Instant date, Instant sentAt, Duration roundTrip) {
        Duration offset = Duration.between(sentAt.plus(roundTrip.dividedBy(2)), date.plusMillis(500));
        add(coarse, new Estimate(offset, COARSE.plus(roundTrip.dividedBy(2))));
    }

    /** The server stated its time in milliseconds. */
    public void sawMillis(Instant serverTime, Instant sentAt, Duration roundTrip) {
        Duration half = roundTrip.dividedBy(2);
        add(fine, new Estimate(Duration.between(sentAt.plus(half), serverTime), half.plusMillis(1)));
    }

    /** The median; empty before the first measurement. */
    public synchronized Optional<Estimate> estimate() {
        if (!fine.isEmpty()) {
            return Optional.of(median(fine));
        }
        return coarse.isEmpty() ? Optional.empty() : Optional.of(wholeSeconds(median(coarse)));
    }

    private synchronized void add(Deque<Estimate> measurements, Estimate measurement) {
        measurements.addLast(measurement);
        if (measurements.size() > KEPT) {
            measurements.removeFirst();
        }
    }

    private static Estimate median(Deque<Estimate> measurements) {
        return measurements.stream()
                .sorted((a, b) -> a.offset().compareTo(b.offset()))
                .skip(measurements.size() / 2)
                .findFirst()
                .orElseThrow();
    }

    private static Estimate wholeSeconds(Estimate estimate) {
        long seconds = Math.round(estimate.offset().toMillis() / 1000.0);
        return new Estimate(Duration.ofSeconds(seconds), estimate.within());
    }
}
