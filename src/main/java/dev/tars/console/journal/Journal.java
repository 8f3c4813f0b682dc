package dev.tars.console.journal;

import dev.tars.console.base.Problem;
import dev.tars.console.base.Progress;
import dev.tars.console.journal.JournalState.Condition;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/**
 * The record of everything that was done: append-only, every event chained to the one before by its hash, durable before
 * {@link #append} returns. State is a fold over it.
 *
 * <p>After any failure to write, the journal is stopped: it says so ({@link #state}), refuses every further append, and
 * takes events again only after {@link #reopen} has found it whole. Reading goes on as far as it can. A journal that does
 * not open, or is not what its last checkpoint says, is stopped from the start.
 *
 * <p>All methods may be called from any thread, and none from the FX thread: they wait for a disk or a server.
 */
public final class Journal implements AutoCloseable {

    private final EventStore store;
    private final Clock clock;
    private final Deliveries deliveries;
    private final List<Consumer<JournalState>> watchers = new CopyOnWriteArrayList<>();
    private final ReentrantLock changing = new ReentrantLock();
    private volatile JournalState state;
    private volatile Instant lastAnswer = Instant.EPOCH;
    private volatile boolean appended;

    private Journal(EventStore store, Clock clock, ScheduledExecutorService scheduler) {
        this.store = store;
        this.clock = clock;
        this.state = JournalState.open(clock.instant());
        this.deliveries = new Deliveries(store, scheduler, new AroundDeliveries());
        store.watch(this::waits);
    }

    /**
     * Opens the journal of a store; one that does not open is stopped.
     *
     * @param scheduler delivers to subscribers, about four times a second, never two at once; stays its owner's
     */
    public static Journal open(EventStore store, Clock clock, ScheduledExecutorService scheduler) {
        Journal journal = new Journal(store, clock, scheduler);
        try {
            store.open();
            Optional<Problem> refused = Opening.check(store);
            refused.ifPresent(journal::stop);
            journal.lastAnswer = clock.instant();
            if (refused.isEmpty()) {
                store.probe();
            }
        } catch (JournalUnavailable e) {
            journal.stop(e);
        }
        return journal;
    }

    /** When the store last answered; empty where it never did. */
    public Optional<Instant> lastAnswer() {
        return Optional.of(lastAnswer).filter(at -> at.isAfter(Instant.EPOCH));
    }

    /** File or URL as a person reads it. */
    public String place() {
        return store.place();
    }

    public JournalState state() {
        return state;
    }

    /** Tells every change of {@link #state}, on the thread that brings it about. */
    public Subscription watch(Consumer<JournalState> watcher) {
        watchers.add(watcher);
        return () -> watchers.remove(watcher);
    }

    /**
     * Keeps an event. When it returns, the event is on the disk and has its place; when it throws, nobody may act as if it
     * were kept. A draft whose id is there already is not kept twice: the event it became is returned.
     *
     * @throws JournalUnavailable the journal is stopped, or is from now on
     */
    public Event append(Draft draft) throws JournalUnavailable {
        Optional<Problem> stopped = state.stopped();
        if (stopped.isPresent()) {
            throw new JournalUnavailable(stopped.get());
        }
        Event event;
        try {
            event = store.append(draft.id(), head -> follow(head, draft));
            appended = true;
            lastAnswer = clock.instant();
            store.keep(new Checkpoint(event.sequence(), event.hash(), event.at()), false);
        } catch (JournalUnavailable e) {
            stop(e);
            throw e;
        }
        if (!isOf(draft, event)) {
            throw new IllegalArgumentException("event " + event.sequence() + " has the id " + draft.id() + " already");
        }
        deliveries.wake();
        return event;
    }

    private Event follow(Head head, Draft draft) {
        Event unhashed = new Event(
                head.sequence() + 1,
                draft.id(),
                now(),
                draft.actor(),
                draft.environment(),
                draft.kind(),
                draft.payload(),
                head.hash(),
                "");
        return new Event(
                unhashed.sequence(),
                unhashed.id(),
                unhashed.at(),
                unhashed.actor(),
                unhashed.environment(),
                unhashed.kind(),
                unhashed.payload(),
                unhashed.prev(),
                Hashes.of(unhashed));
    }

    private static boolean isOf(Draft draft, Event event) {
        return draft.equals(new Draft(event.id(), event.actor(), event.environment(), event.kind(), event.payload()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** Events in order. @param from the first sequence, from 1; @param most how many at most */
    public List<Event> read(long from, int most) throws JournalUnavailable {
        List<Event> events = new ArrayList<>();
        store.read(from, most, events::add);
        return events;
    }

    /** The event that a draft of this id became. */
    public Optional<Event> find(String id) throws JournalUnavailable {
        return store.find(id);
    }

    /** State out of all events there are, in their order. */
    public <S> S fold(S start, BiFunction<S, Event, S> step) throws JournalUnavailable {
        List<S> folded = new ArrayList<>(List.of(start));
        store.read(1, Long.MAX_VALUE, event -> folded.set(0, step.apply(folded.get(0), event)));
        return folded.get(0);
    }

    /**
     * Gives every event from {@code from} on, those there are and those to come, whoever writes them, in order and once.
     * An event of another console arrives within a second. Nothing arrives while the journal is stopped.
     */
    public Subscription subscribe(long from, Consumer<Event> receiver) {
        return deliveries.add(from, receiver);
    }

    /** Where the journal ends now. */
    public Checkpoint checkpoint() throws JournalUnavailable {
        Head head = store.head();
        return new Checkpoint(head.sequence(), head.hash(), now());
    }

    /** The newest checkpoint that is kept beside the journal. */
    public Optional<Checkpoint> lastCheckpoint() throws JournalUnavailable {
        return store.checkpoints().stream().max(Comparator.comparingLong(Checkpoint::sequence));
    }

    /** Reads and checks everything. @param checkpoints kept elsewhere; those beside the journal are always used */
    public Verification verify(List<Checkpoint> checkpoints, Progress progress) throws JournalUnavailable {
        return Verifier.verify(store, checkpoints, progress, now());
    }

    /**
     * Opens a stopped journal anew and checks everything; it takes events again where it is whole and can be written.
     *
     * @throws JournalUnavailable it cannot be read, and stays stopped for this reason
     */
    public Verification reopen(Progress progress) throws JournalUnavailable {
        Verification found;
        try {
            store.open();
            found = verify(List.of(), progress);
        } catch (JournalUnavailable e) {
            stop(e);
            throw e;
        }
        lastAnswer = clock.instant();
        if (found.isWhole()) {
            openIfWritable();
        } else {
            stop(found.problem(place()));
        }
        deliveries.wake();
        return found;
    }

    private void openIfWritable() {
        try {
            store.probe();
            change(JournalState.open(clock.instant()));
        } catch (JournalUnavailable e) {
            stop(e);
        }
    }

    private void stop(JournalUnavailable why) {
        stop(why.problem(), why.isUnreachable() ? Condition.UNREACHABLE : Condition.STOPPED);
    }

    private void stop(Problem problem) {
        stop(problem, Condition.STOPPED);
    }

    private void stop(Problem problem, Condition condition) {
        changing.lock();
        try {
            // What has been so for a while and is found so again does not begin anew.
            Instant since = state.condition() == condition ? state.since() : clock.instant();
            change(new JournalState(condition, Optional.of(problem), since));
        } finally {
            changing.unlock();
        }
    }

    /** The store does not answer and is asked again, or answers again. What is stopped stays so. */
    private void waits(Optional<Problem> problem) {
        changing.lock();
        try {
            if (problem.isPresent() && state.isOpen()) {
                change(new JournalState(Condition.WAITING, problem, clock.instant()));
            } else if (problem.isEmpty() && state.condition() == Condition.WAITING) {
                change(JournalState.open(clock.instant()));
            }
        } finally {
            changing.unlock();
        }
    }

    private void change(JournalState to) {
        changing.lock();
        try {
            state = to;
            watchers.forEach(watcher -> watcher.accept(to));
        } finally {
            changing.unlock();
        }
    }

    private final class AroundDeliveries implements Deliveries.Around {
        @Override
        public boolean isUnreachable() {
            return state.condition() == Condition.UNREACHABLE;
        }

        @Override
        public void answered() {
            lastAnswer = clock.instant();
        }

        @Override
        public void failed(JournalUnavailable why) {
            stop(why);
        }
    }

    /** Keeps a last checkpoint, where it wrote anything, and closes the store. */
    @Override
    public void close() {
        if (!state.isOpen()) {
            // Whoever still waits for an answer is let go first.
            store.close();
        }
        deliveries.close();
        if (appended && state.isOpen()) {
            try {
                store.keep(checkpoint(), true);
            } catch (JournalUnavailable e) {
                stop(e);
            }
        }
        store.close();
    }
}
