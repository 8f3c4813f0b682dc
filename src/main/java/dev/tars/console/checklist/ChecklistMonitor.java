package dev.tars.console.checklist;

import dev.tars.console.base.Evidence;
import dev.tars.console.base.Problem;
import dev.tars.console.document.DocumentException;
import dev.tars.console.journal.Event;
import dev.tars.console.journal.Journal;
import dev.tars.console.journal.Subscription;
import dev.tars.console.release.GuardDesk;
import dev.tars.console.runbook.BrokenRunbook;
import dev.tars.console.runbook.Fingerprints;
import dev.tars.console.runbook.Item;
import dev.tars.console.runbook.Runbook;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A list in one environment for as long as that is open: folds the journal, whoever writes it, publishes a board at every
 * change and every five seconds, runs what a person asks for, and goes on with the watches that are under way.
 */
public final class ChecklistMonitor implements ChecklistFeed, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ChecklistMonitor.class);
    private static final long TICK_SECONDS = 1;
    private static final int BOARD_EVERY = 5;
    private static final int FINGERPRINTS_EVERY = 10;

    /** What it needs of the world. */
    public record Around(
            Callable<Runbook> file,
            Asker asker,
            Fingerprints fingerprints,
            Callable<Journal> journal,
            GuardDesk desk,
            Clock clock,
            ScheduledExecutorService scheduler,
            Executor pool) {}

    private final String environment;
    private final String file;
    private final Around around;
    private final EntryCodec codec;
    private final ChecklistRunner runner;
    private final List<Consumer<ChecklistSnapshot>> receivers = new CopyOnWriteArrayList<>();
    private volatile ChecklistSnapshot newest;
    private final AtomicBoolean publishing = new AtomicBoolean();
    private final AtomicBoolean refreshing = new AtomicBoolean();
    private final Map<String, String> fingerprints = new ConcurrentHashMap<>();
    private final Object folding = new Object();
    private final BookKeeper keeper = new BookKeeper();
    private volatile Optional<Checklist> list = Optional.empty();
    private volatile List<DocumentException> errors = List.of();
    private volatile Optional<Problem> unread = Optional.empty();
    private volatile Optional<Journal> journal = Optional.empty();
    private volatile boolean folded;
    private volatile boolean closed;
    private Optional<Statements> statements = Optional.empty();
    private Optional<Subscription> subscription = Optional.empty();
    private Optional<ScheduledFuture<?>> ticking = Optional.empty();
    private int tick;

    /** @param file the list's name in the journal, such as {@code validation-v1.0.1.md} */
    public ChecklistMonitor(String environment, String file, Around around) {
        this.environment = environment;
        this.file = file;
        this.around = around;
        this.codec = new EntryCodec(environment, file);
        this.newest = ChecklistSnapshot.notRead(file);
        this.runner = new ChecklistRunner(
                around.asker(),
                codec,
                () -> around.journal().call(),
                () -> around.desk().person().name(),
                around.clock(),
                this::changed);
    }

    /** Reads file and journal on the pool, then publishes. */
    public synchronized void open() {
        readAgain();
        ticking = Optional.of(
                around.scheduler().scheduleWithFixedDelay(this::tick, TICK_SECONDS, TICK_SECONDS, TimeUnit.SECONDS));
    }

    /** @return false where the pool is full or closed */
    private boolean execute(Runnable work) {
        try {
            around.pool().execute(work);
            return true;
        } catch (RejectedExecutionException e) {
            LOG.debug("refused", e);
            return false;
        }
    }

    private void readFile() {
        try {
            Runbook read = around.file().call();
            list = Optional.of(new Checklist(read, around.asker().kinds()));
            errors = List.of();
            unread = Optional.empty();
        } catch (BrokenRunbook e) {
            list = Optional.empty();
            errors = e.errors();
            unread = Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            list = Optional.empty();
            errors = List.of();
            unread = Optional.of(Problem.from("The list cannot be read.", e));
        }
    }

    private void readFingerprints() {
        Set<String> names = new java.util.HashSet<>();
        list.ifPresent(there ->
                there.items().forEach(item -> names.addAll(item.settings().about())));
        for (String name : names) {
            try {
                Optional<String> now = around.fingerprints().of(name);
                if (now.isPresent()) {
                    fingerprints.put(name, now.get());
                } else {
                    fingerprints.remove(name);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                // A source that fails tells nothing: what depends on it cannot be told.
                fingerprints.remove(name);
                LOG.debug("the fingerprint of {} cannot be told", name, e);
            }
        }
    }

    private synchronized void fold() {
        if (closed || folded) {
            return;
        }
        try {
            Journal open = around.journal().call();
            synchronized (folding) {
                var unused = open.fold(keeper, (own, event) -> {
                    own.follow(codec, event);
                    return own;
                });
            }
            journal = Optional.of(open);
            folded = true;
            long from = keeper.book().sequence() + 1;
            subscription = Optional.of(open.subscribe(from, this::follow));
            unread = Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            unread = Optional.of(Problem.from("The journal cannot be read.", e));
        }
    }

    private void follow(Event event) {
        boolean isOurs;
        synchronized (folding) {
            isOurs = keeper.follow(codec, event);
        }
        if (isOurs) {
            changed();
        }
    }

    /** At most one publishing is waiting; it sees whatever came before it begins. */
    private void changed() {
        if (closed || !publishing.compareAndSet(false, true)) {
            return;
        }
        boolean isUnderWay = execute(() -> {
            publishing.set(false);
            publish();
        });
        if (!isUnderWay) {
            publishing.set(false);
        }
    }

    private void tick() {
        tick++;
        if (tick % FINGERPRINTS_EVERY == 0 && refreshing.compareAndSet(false, true)) {
            if (!execute(this::refresh)) {
                refreshing.set(false);
            }
        } else if (tick % BOARD_EVERY == 0) {
            changed();
        }
        newest.board().ifPresent(board -> runner.watch(board, around.pool()));
    }

    private void refresh() {
        try {
            if (list.isEmpty() || !folded) {
                readFile();
                fold();
            }
            readFingerprints();
        } finally {
            refreshing.set(false);
        }
        changed();
    }

    private void publish() {
        if (closed) {
            return;
        }
        ChecklistSnapshot snapshot = snapshot();
        newest = snapshot;
        for (Consumer<ChecklistSnapshot> receiver : receivers) {
            give(receiver, snapshot);
        }
    }

    private synchronized ChecklistSnapshot snapshot() {
        Map<String, String> prints = new HashMap<>(fingerprints);
        Optional<ChecklistBoard> board = Optional.empty();
        if (list.isPresent() && folded) {
            ChecklistBook book;
            synchronized (folding) {
                book = keeper.book();
            }
            Facts facts = new Facts(around.clock().instant(), prints, runner.running(), statements());
            board = Optional.of(ChecklistBoard.of(list.get(), book, facts));
        }
        Optional<Problem> trouble =
                unread.or(() -> journal.flatMap(open -> open.state().stopped())).or(runner::problem);
        return new ChecklistSnapshot(file, board, errors, trouble, runner.progress(), prints);
    }

    /** Signatures that were checked stay checked as long as the people are the same. */
    private Statements statements() {
        if (statements.filter(s -> s.people().equals(around.desk().people())).isEmpty()) {
            statements =
                    Optional.of(new Statements(environment, file, around.desk().people()));
        }
        return statements.get();
    }

    private static void give(Consumer<ChecklistSnapshot> receiver, ChecklistSnapshot snapshot) {
        try {
            receiver.accept(snapshot);
        } catch (RuntimeException e) {
            LOG.error("A receiver of the checklist failed", e);
        }
    }

    @Override
    public Subscription subscribe(Consumer<ChecklistSnapshot> receiver) {
        receivers.add(receiver);
        give(receiver, newest);
        return () -> receivers.remove(receiver);
    }

    @Override
    public ChecklistSnapshot newest() {
        return newest;
    }

    @Override
    public void run(Collection<String> items) {
        Optional<Checklist> there = list;
        if (there.isEmpty()) {
            return;
        }
        List<Item> chosen = new ArrayList<>();
        items.forEach(
                id -> there.get().item(id).filter(there.get()::isAutomatic).ifPresent(chosen::add));
        boolean isUnderWay = execute(() -> runner.run(chosen, there.get(), Map.copyOf(fingerprints)));
        if (!isUnderWay) {
            LOG.warn("a run of {} items is not begun: the console is busy or closing", chosen.size());
        }
    }

    @Override
    public void cancel() {
        runner.cancel();
    }

    @Override
    public void readAgain() {
        var unused = execute(() -> {
            readFile();
            readFingerprints();
            fold();
            publish();
        });
    }

    @Override
    public void close() {
        closed = true;
        runner.close();
        synchronized (this) {
            ticking.ifPresent(future -> future.cancel(false));
            subscription.ifPresent(Subscription::close);
        }
        receivers.clear();
    }

    /** Evidence and its verdicts in one state. */
    static ItemState state(List<Evidence> evidence, Item item) {
        return MachineJudge.state(
                evidence.stream().map(Evidence::verdict).toList(), item.blocks().size());
    }
}
