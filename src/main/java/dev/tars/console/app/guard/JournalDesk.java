package dev.tars.console.app.guard;

import dev.tars.console.base.Ticker;
import dev.tars.console.journal.Event;
import dev.tars.console.journal.EventStore;
import dev.tars.console.journal.Journal;
import dev.tars.console.journal.client.Journals;
import dev.tars.console.ui.background.Workers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** The journal of this console: opened once on a worker, closed with the console. */
public final class JournalDesk implements AutoCloseable {

    private final Path file;
    private final Clock clock;
    private final Ticker ticker;
    private final List<Consumer<Event>> followers = new CopyOnWriteArrayList<>();
    private final Workers workers = new Workers("journal", 1);
    private volatile Optional<Journal> journal = Optional.empty();
    private boolean closed;

    public JournalDesk(Path file, Clock clock, Ticker ticker) {
        this.file = file;
        this.clock = clock;
        this.ticker = ticker;
    }

    /** @param follower given every event, old and new, once the journal is open; on a thread of the journal */
    public void follow(Consumer<Event> follower) {
        followers.add(follower);
    }

    /** Opens it; blocks. */
    public synchronized Journal open() throws IOException {
        Optional<Journal> there = journal;
        if (there.isPresent()) {
            return there.get();
        }
        if (closed) {
            throw new IOException("the console is closing");
        }
        Files.createDirectories(file.toAbsolutePath().getParent());
        EventStore store = Journals.sqlite(file, ticker);
        Journal opened = Journal.open(store, clock, workers.scheduler());
        var unused = opened.subscribe(1, event -> followers.forEach(f -> f.accept(event)));
        journal = Optional.of(opened);
        return opened;
    }

    /** Empty until it is open. */
    public Optional<Journal> journal() {
        return journal;
    }

    @Override
    public synchronized void close() {
        closed = true;
        journal.ifPresent(Journal::close);
        journal = Optional.empty();
        workers.close();
    }
}
