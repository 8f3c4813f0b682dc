package dev.tars.console.app.guard;

import dev.tars.console.base.ConnectionReport;
import dev.tars.console.base.Problem;
import dev.tars.console.base.Progress;
import dev.tars.console.journal.Event;
import dev.tars.console.journal.EventStore;
import dev.tars.console.journal.Journal;
import dev.tars.console.journal.JournalState;
import dev.tars.console.journal.JournalState.Condition;
import dev.tars.console.journal.JournalUnavailable;
import dev.tars.console.ui.background.Workers;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The journal of this console: opened once on a worker, closed with the console. One whose server does not answer is
 * asked again by itself, and takes events as soon as it was found whole; one that is stopped for another reason waits for
 * a person.
 */
public final class JournalDesk implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(JournalDesk.class);
    private static final long FIRST_PAUSE_MILLIS = 1000;
    private static final long LONGEST_PAUSE_MILLIS = 15_000;

    private final Supplier<EventStore> place;
    private final Clock clock;
    private final List<Consumer<Event>> followers = new CopyOnWriteArrayList<>();
    private final List<Runnable> watchers = new CopyOnWriteArrayList<>();
    private final Workers workers = new Workers("journal", 1);
    private final AtomicBoolean returning = new AtomicBoolean();
    private volatile Optional<Journal> journal = Optional.empty();
    private volatile Optional<EventStore> opening = Optional.empty();
    private volatile Optional<Problem> refused = Optional.empty();
    private volatile boolean closed;

    /** @param place gives the store; an IllegalArgumentException says why there is none by that name */
    public JournalDesk(Supplier<EventStore> place, Clock clock) {
        this.place = place;
        this.clock = clock;
    }

    /** @param follower given every event, old and new, once the journal is open; on a thread of the journal */
    public void follow(Consumer<Event> follower) {
        followers.add(follower);
    }

    /** @param watcher told when {@link #report} may have changed; on any thread */
    public void watch(Runnable watcher) {
        watchers.add(watcher);
    }

    /** Opens it; blocks. A journal that does not answer is there all the same, and says so. */
    public synchronized Journal open() throws IOException {
        Optional<Journal> there = journal;
        if (there.isPresent()) {
            return there.get();
        }
        if (closed) {
            throw new IOException("the console is closing");
        }
        EventStore store;
        try {
            store = place.get();
        } catch (IllegalArgumentException e) {
            refused = Optional.of(Problem.of(
                    "The journal is not opened: " + e.getMessage() + ".",
                    "",
                    "Nothing that must be recorded can be done.",
                    "Correct --journal, or the variable TARS_CONSOLE_JOURNAL, and start again."));
            tell();
            throw new IOException(refused.get().what(), e);
        }
        opening = Optional.of(store);
        Journal opened = Journal.open(store, clock, workers.scheduler());
        var unused = opened.watch(this::changed);
        var following = opened.subscribe(1, event -> followers.forEach(f -> f.accept(event)));
        journal = Optional.of(opened);
        changed(opened.state());
        return opened;
    }

    private void changed(JournalState state) {
        tell();
        if (state.condition() == Condition.UNREACHABLE && returning.compareAndSet(false, true)) {
            returnAfter(FIRST_PAUSE_MILLIS);
        }
    }

    private void tell() {
        watchers.forEach(Runnable::run);
    }

    private void returnAfter(long millis) {
        try {
            var unused = workers.scheduler().schedule(() -> tryAgain(millis), millis, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            LOG.debug("the console is closing, the journal is not asked again", e);
        }
    }

    private void tryAgain(long pause) {
        Optional<Journal> its = journal;
        if (closed || its.isEmpty()) {
            return;
        }
        if (its.get().state().condition() == Condition.UNREACHABLE) {
            try {
                var unused = its.get().reopen(Progress.ignored());
            } catch (JournalUnavailable e) {
                LOG.debug("the journal does not come back yet", e);
            }
        }
        if (its.get().state().condition() == Condition.UNREACHABLE) {
            returnAfter(Math.min(2 * pause, LONGEST_PAUSE_MILLIS));
        } else {
            returning.set(false);
            changed(its.get().state());
        }
    }

    /** Empty until it is open. */
    public Optional<Journal> journal() {
        return journal;
    }

    /** Why nothing can be recorded, where that is so; empty too while it opens. */
    public Optional<Problem> problem() {
        return journal.map(its -> its.state().problem()).orElse(refused);
    }

    /** How the journal stands, for the status bar. @param name what it is called there */
    public ConnectionReport report(String name) {
        Optional<Journal> its = journal;
        Optional<JournalState> state = its.map(Journal::state);
        return new ConnectionReport(
                name,
                its.map(Journal::place).or(() -> opening.map(EventStore::place)).orElse(""),
                refused.isPresent()
                        ? ConnectionReport.Status.STOPPED
                        : state.map(s -> status(s.condition())).orElse(ConnectionReport.Status.NOT_ASKED),
                state.map(JournalState::since).orElseGet(clock::instant),
                its.flatMap(Journal::lastAnswer),
                Optional.empty(),
                "",
                "",
                problem());
    }

    private static ConnectionReport.Status status(Condition condition) {
        return switch (condition) {
            case OPEN -> ConnectionReport.Status.ANSWERING;
            case WAITING, UNREACHABLE -> ConnectionReport.Status.FAILING;
            case STOPPED -> ConnectionReport.Status.STOPPED;
        };
    }

    /** Whoever waits for the journal is let go. */
    @Override
    public void close() {
        closed = true;
        if (journal.isEmpty()) {
            opening.ifPresent(EventStore::close);
        }
        closeOpened();
        workers.close();
    }

    private synchronized void closeOpened() {
        journal.ifPresent(Journal::close);
        journal = Optional.empty();
    }
}
