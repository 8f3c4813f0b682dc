package dev.tars.console.journal.view;

import dev.tars.console.base.Progress;
import dev.tars.console.journal.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The events of the page and the rows that are made of them, all of it off the FX thread: with a hundred thousand events
 * a filter takes a tenth of a second. Events arrive on a thread of the journal, rows are made on a worker, one at a time.
 */
final class AuditTimeline {

    /** What {@link AuditState#shown} takes. */
    record Made(
            List<AuditRow> rows, int listed, int fresh, int events, AuditFilter filter, AuditState.Choices choices) {}

    /** How many events are looked at between two questions whether the rows are still wanted. */
    private static final int STEP = 1024;

    private final Queue<Event> arrived = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean making = new AtomicBoolean();
    private final List<AuditRow> events = new ArrayList<>();
    private final TreeSet<String> people = new TreeSet<>();
    private final TreeSet<String> kinds = new TreeSet<>();
    private final TreeSet<String> environments = new TreeSet<>();
    private final TreeSet<String> runs = new TreeSet<>();
    private volatile long last;

    /** How many of the events the rows are made of. */
    private int shown;

    private Optional<Made> before = Optional.empty();

    /** One more event; from any thread. */
    void arrive(Event event) {
        arrived.add(event);
    }

    /** The sequence of the newest event that was taken. */
    long last() {
        return last;
    }

    /**
     * Rows of what there is now.
     *
     * @param follows whether new events come into the rows, or are only counted
     */
    Made make(AuditFilter filter, boolean follows, Progress progress) {
        if (!making.compareAndSet(false, true)) {
            throw new IllegalStateException("rows are made one at a time");
        }
        try {
            take();
            Optional<Made> same =
                    before.filter(made -> made.filter().equals(filter) && (!follows || shown == events.size()));
            if (follows) {
                shown = events.size();
            }
            // The same list: who reads below the top is not disturbed, and nothing is painted anew.
            int from = same.isPresent() ? shown : 0;
            List<AuditRow> fitting = new ArrayList<>();
            int fresh = 0;
            for (int i = from; i < events.size(); i++) {
                if (i % STEP == 0) {
                    progress.checkCancelled();
                }
                AuditRow event = events.get(i);
                if (filter.shows(event)) {
                    if (i < shown) {
                        fitting.add(event);
                    } else {
                        fresh++;
                    }
                }
            }
            Made made = new Made(
                    same.map(Made::rows).orElseGet(() -> AuditRow.withHeadings(fitting)),
                    same.map(Made::listed).orElse(fitting.size()),
                    fresh,
                    events.size(),
                    filter,
                    choices());
            before = Optional.of(made);
            return made;
        } finally {
            making.set(false);
        }
    }

    /** Takes what has arrived, in order; twice is once, should two subscriptions overlap. */
    private void take() {
        for (Event event = arrived.poll(); event != null; event = arrived.poll()) {
            if (event.sequence() > last) {
                AuditRow row = AuditRow.of(event);
                events.add(row);
                last = event.sequence();
                people.add(event.actor());
                kinds.add(event.kind());
                environments.add(event.environment());
                row.run().ifPresent(runs::add);
            }
        }
    }

    private AuditState.Choices choices() {
        return new AuditState.Choices(
                new TreeSet<>(people), new TreeSet<>(kinds), new TreeSet<>(environments), new TreeSet<>(runs));
    }
}
