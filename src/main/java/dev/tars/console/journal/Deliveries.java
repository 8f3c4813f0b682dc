package dev.tars.console.journal;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives new events to those who asked for them. Looks every {@link #BEAT_MILLIS}, and at once after an own append. */
final class Deliveries implements AutoCloseable {

    /** A quarter of the second within which an event of another console must be seen. */
    static final long BEAT_MILLIS = 250;

    private static final int PER_READ = 1000;
    private static final Logger LOG = LoggerFactory.getLogger(Deliveries.class);

    /** What a journal tells its deliveries, and is told by them. */
    interface Around {
        /** Whether it makes no sense to ask the store now. */
        boolean isUnreachable();

        void answered();

        void failed(JournalUnavailable why);
    }

    private final EventStore store;
    private final ScheduledExecutorService scheduler;
    private final Around around;
    private final List<Receiver> receivers = new CopyOnWriteArrayList<>();

    /** Held by whoever delivers, and by {@link #close}: so nothing is delivered after it. */
    private final ReentrantLock delivering = new ReentrantLock();

    private volatile boolean woken;
    private boolean failing;
    private boolean closed;
    private @Nullable Future<?> beat;

    Deliveries(EventStore store, ScheduledExecutorService scheduler, Around around) {
        this.store = store;
        this.scheduler = scheduler;
        this.around = around;
    }

    Subscription add(long from, Consumer<Event> to) {
        Receiver receiver = new Receiver(Math.max(1, from), to);
        delivering.lock();
        try {
            if (closed) {
                return () -> {};
            }
            receivers.add(receiver);
            if (beat == null) {
                beat = scheduler.scheduleWithFixedDelay(this::beat, BEAT_MILLIS, BEAT_MILLIS, TimeUnit.MILLISECONDS);
            }
        } finally {
            delivering.unlock();
        }
        wake();
        return () -> remove(receiver);
    }

    private void remove(Receiver receiver) {
        delivering.lock();
        try {
            receivers.remove(receiver);
            if (receivers.isEmpty()) {
                endBeat();
            }
        } finally {
            delivering.unlock();
        }
    }

    /** There are new events: they are delivered as soon as the scheduler has a thread. */
    void wake() {
        woken = true;
        if (!receivers.isEmpty()) {
            try {
                scheduler.execute(this::beat);
            } catch (RejectedExecutionException e) {
                LOG.debug("the scheduler is closed, nothing is delivered any more", e);
            }
        }
    }

    private void beat() {
        delivering.lock();
        try {
            if (closed || receivers.isEmpty() || around.isUnreachable()) {
                return;
            }
            boolean news = store.hasNews();
            around.answered();
            if (!news && !woken) {
                return;
            }
            // Before the reading: an event that is appended meanwhile wakes again.
            woken = false;
            for (Receiver receiver : receivers) {
                receiver.catchUp();
            }
            failing = false;
        } catch (JournalUnavailable e) {
            woken = true;
            if (!failing) {
                failing = true;
                around.failed(e);
            }
        } finally {
            delivering.unlock();
        }
    }

    private void endBeat() {
        Future<?> running = beat;
        beat = null;
        if (running != null) {
            running.cancel(false);
        }
    }

    @Override
    public void close() {
        delivering.lock();
        try {
            closed = true;
            receivers.clear();
            endBeat();
        } finally {
            delivering.unlock();
        }
    }

    private final class Receiver {
        private final Consumer<Event> to;
        private long next;

        Receiver(long next, Consumer<Event> to) {
            this.next = next;
            this.to = to;
        }

        void catchUp() throws JournalUnavailable {
            long before;
            do {
                before = next;
                List<Event> events = new java.util.ArrayList<>();
                store.read(next, PER_READ, events::add);
                events.forEach(this::give);
            } while (next - before >= PER_READ);
        }

        private void give(Event event) {
            if (event.sequence() < next || !receivers.contains(this)) {
                return;
            }
            next = event.sequence() + 1;
            try {
                to.accept(event);
            } catch (RuntimeException e) {
                // It is not given again: a receiver that fails on an event would fail for ever.
                LOG.error("a receiver failed on event {}", event.sequence(), e);
            }
        }
    }
}
