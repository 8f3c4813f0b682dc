package dev.tars.console.checklist;

import dev.tars.console.base.Evidence;
import dev.tars.console.base.Problem;
import dev.tars.console.journal.Journal;
import dev.tars.console.runbook.Item;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * Asks items and keeps what comes back. That items are going to be asked is in the journal before the first question, so
 * that a console that ends in the middle leaves them unknown. One run at a time; watches go on beside it.
 */
final class ChecklistRunner implements AutoCloseable {

    /** Items that one event names. */
    private static final int CHUNK = 1_000;

    private static final String CONSOLE = "console";

    private final String session = UUID.randomUUID().toString();
    private final Asker asker;
    private final EntryCodec codec;
    private final Callable<Journal> journal;
    private final Supplier<String> person;
    private final Clock clock;
    private final Runnable changed;
    private final AtomicReference<Optional<RunProgress>> progress = new AtomicReference<>(Optional.empty());
    private final Map<String, WatchRun> watches = new ConcurrentHashMap<>();
    private final Set<String> watching = ConcurrentHashMap.newKeySet();
    private volatile Optional<Thread> worker = Optional.empty();
    private volatile Optional<Problem> problem = Optional.empty();
    private volatile boolean closed;

    /** @param changed told when progress or the journal moved */
    ChecklistRunner(
            Asker asker,
            EntryCodec codec,
            Callable<Journal> journal,
            Supplier<String> person,
            Clock clock,
            Runnable changed) {
        this.asker = asker;
        this.codec = codec;
        this.journal = journal;
        this.person = person;
        this.clock = clock;
        this.changed = changed;
    }

    Optional<RunProgress> progress() {
        return Objects.requireNonNull(progress.get());
    }

    /** Why the last run could not be kept. */
    Optional<Problem> problem() {
        return problem;
    }

    /** The run of this console, if any. */
    Set<String> running() {
        return progress().map(RunProgress::run).map(Set::of).orElse(Set.of());
    }

    /** Asks, on the caller's thread, until all have answered or it is cancelled. */
    void run(List<Item> items, Checklist list, Map<String, String> fingerprints) {
        List<Item> now = items.stream().filter(item -> !list.isWatch(item)).toList();
        String run = UUID.randomUUID().toString();
        RunProgress begun = new RunProgress(run, now.size(), 0, clock.instant());
        if (closed || !progress.compareAndSet(Optional.empty(), Optional.of(begun))) {
            return;
        }
        worker = Optional.of(Thread.currentThread());
        problem = Optional.empty();
        String by = person.get();
        Set<String> open = new LinkedHashSet<>();
        now.forEach(item -> open.add(item.id()));
        try {
            for (Item item : items) {
                if (list.isWatch(item)) {
                    append(by, new Entry.WatchBegun(item.id(), list.hash(item), about(item, fingerprints)));
                    watches.remove(item.id());
                }
            }
            List<String> ids = List.copyOf(open);
            for (int from = 0; from < ids.size(); from += CHUNK) {
                append(by, new Entry.RunBegun(run, session, ids.subList(from, Math.min(ids.size(), from + CHUNK))));
            }
            changed.run();
            asker.ask(now, (item, evidence) -> {
                open.remove(item.id());
                keep(by, new Entry.Answered(item.id(), run, list.hash(item), evidence, about(item, fingerprints)));
                progress.updateAndGet(there -> there.map(RunProgress::next));
                changed.run();
            });
        } catch (InterruptedException e) {
            // Cancelled. The flag is not passed on: the thread is the pool's, and its work ends here.
        } catch (NotKept e) {
            problem = Optional.of(e.problem);
        } catch (Exception e) {
            problem = Optional.of(Problem.from("The run ended with an error.", e));
        } finally {
            worker = Optional.empty();
            // A cancel that came when nothing was waiting any more must not keep the end out of the journal.
            var unused = Thread.interrupted();
            end(by, run, List.copyOf(open));
            progress.set(Optional.empty());
            changed.run();
        }
    }

    private void end(String by, String run, List<String> untouched) {
        try {
            append(by, new Entry.RunEnded(run, untouched));
        } catch (Exception e) {
            problem = problem.or(() -> Optional.of(Problem.from("The end of the run is not in the journal.", e)));
        }
    }

    private static Map<String, String> about(Item item, Map<String, String> fingerprints) {
        Map<String, String> about = new ConcurrentHashMap<>(fingerprints);
        about.keySet().retainAll(item.settings().about());
        return about;
    }

    /** What must end the run because it could not be kept. */
    private static final class NotKept extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Problem problem;

        NotKept(Exception cause) {
            super(cause);
            this.problem = Problem.from("An answer is not in the journal.", cause);
        }
    }

    private void keep(String by, Entry entry) {
        try {
            append(by, entry);
        } catch (Exception e) {
            throw new NotKept(e);
        }
    }

    private void append(String by, Entry entry) throws Exception {
        var unused = journal.call().append(codec.write(by, entry));
    }

    /** Asks each watch that is due and under way. @param pool where the questions wait for their answers */
    void watch(ChecklistBoard board, Executor pool) {
        Instant now = clock.instant();
        for (ItemStatus status : board.statuses().values()) {
            Optional<WatchRecord> record = board.book().of(status.id()).watch();
            boolean isUnderWay = board.list().isWatch(status.item())
                    && record.isPresent()
                    && record.get().failure().isEmpty()
                    && record.get().textHash().equals(board.list().hash(status.item()))
                    && status.state() != ItemState.MET
                    && status.state() != ItemState.NOT_APPLICABLE;
            if (!isUnderWay || closed) {
                continue;
            }
            WatchRun own = watches.computeIfAbsent(
                    status.id(),
                    id -> new WatchRun(id, status.item().settings().watch().orElseThrow()));
            if (own.isDue(now) && watching.add(status.id())) {
                own.asked(now);
                ask(status.item(), own, record.get(), pool);
            }
        }
    }

    private void ask(Item item, WatchRun own, WatchRecord record, Executor pool) {
        try {
            pool.execute(() -> askWatch(item, own, record));
        } catch (RejectedExecutionException e) {
            // Full: it is asked again when it is due, and a gap shows itself.
            watching.remove(item.id());
        }
    }

    private void askWatch(Item item, WatchRun own, WatchRecord record) {
        try {
            List<List<Evidence>> answers = new ArrayList<>();
            asker.ask(List.of(item), (asked, evidence) -> answers.add(evidence));
            if (!answers.isEmpty()) {
                List<Evidence> evidence = answers.get(0);
                ItemState state = ChecklistMonitor.state(evidence, item);
                Instant at = EvidenceCodec.lastAsked(evidence);
                for (Entry entry : own.answered(at, state, evidence, record.held())) {
                    append(CONSOLE, entry);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            problem = Optional.of(Problem.from("A watch is not in the journal.", e));
            changed.run();
        } finally {
            watching.remove(item.id());
        }
    }

    /** Ends the run, wherever it is. */
    void cancel() {
        worker.ifPresent(Thread::interrupt);
    }

    /** Ends the run; what watches have proven since they were kept last is kept. */
    @Override
    public void close() {
        closed = true;
        cancel();
        for (WatchRun own : watches.values()) {
            for (Entry entry : own.end()) {
                try {
                    append(CONSOLE, entry);
                } catch (Exception e) {
                    // Without it the watch has proven less than it could: the safe side.
                    problem = Optional.of(Problem.from("A watch is not in the journal.", e));
                }
            }
        }
    }
}
