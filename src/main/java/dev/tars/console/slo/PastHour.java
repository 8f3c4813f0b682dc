package dev.tars.console.slo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the server knows of the hour before this console watched: one range query an objective, asked behind the first
 * polls. A query that fails is tried again after the next good poll, three times at most.
 */
final class PastHour {

    private static final Logger LOG = LoggerFactory.getLogger(PastHour.class);
    private static final int TRIES = 3;

    private final SloSource source;
    private final Duration step;
    private final Deque<Slo> open;
    private final Map<String, Integer> tries = new HashMap<>();

    PastHour(SloSource source, List<Slo> slos, Duration step) {
        this.source = source;
        this.step = step;
        this.open = new ArrayDeque<>(slos);
    }

    /** The past hour of one objective, by our clock. */
    record Past(Slo slo, List<SloSource.Course> courses, Instant from, Instant to, Duration step) {}

    boolean isDone() {
        return open.isEmpty();
    }

    /** Asks until all is known or the server fails; called by one thread at a time. */
    void ask(Instant at, Duration skew, Consumer<Past> receiver) {
        try {
            askAll(at, skew, receiver);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            // A fault of ours must be seen, and must not end the polling.
            LOG.error("Asking for the past hour broke", e);
        }
    }

    private void askAll(Instant at, Duration skew, Consumer<Past> receiver) throws InterruptedException {
        Instant from = at.minus(HourLine.LENGTH);
        while (!open.isEmpty()) {
            Slo slo = open.removeFirst();
            try {
                List<SloSource.Course> courses = Courses.ask(source, slo.judgingQuery(), from, at, step, skew);
                receiver.accept(new Past(slo, courses, from, at, step));
            } catch (SloSource.SourceFailed e) {
                if (tries.merge(slo.id(), 1, Integer::sum) < TRIES) {
                    open.addLast(slo);
                } else {
                    LOG.warn("The past hour of {} stays unknown: {}", slo.id(), e.getMessage());
                }
                return;
            }
        }
    }
}
