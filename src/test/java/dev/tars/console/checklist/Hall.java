package dev.tars.console.checklist;

import dev.tars.console.base.Evidence;
import dev.tars.console.base.Problem;
import dev.tars.console.base.Verdict;
import dev.tars.console.connect.HandClock;
import dev.tars.console.document.DocumentException;
import dev.tars.console.journal.Journal;
import dev.tars.console.journal.JournalUnavailable;
import dev.tars.console.journal.Subscription;
import dev.tars.console.journal.client.Journals;
import dev.tars.console.release.Mode;
import dev.tars.console.runbook.BrokenRunbook;
import dev.tars.console.runbook.Item;
import dev.tars.console.runbook.RunbookReader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.function.Consumer;

/**
 * A list, a real journal and people at one desk, without threads of its own: what a run or a person appends is folded and
 * published when the test says so.
 */
public final class Hall implements ChecklistFeed, AutoCloseable {

    public final HandClock clock = new HandClock();
    public final Folks folks = Folks.four();
    public final Mode mode = new Mode(false);
    public final Map<String, Verdict> verdicts = new HashMap<>();
    public final List<String> asked = new ArrayList<>();
    public final PersonDesk desk;
    private final ScheduledThreadPoolExecutor scheduler = new ScheduledThreadPoolExecutor(1);
    private final Journal journal;
    private final EntryCodec codec = new EntryCodec(Folks.ENVIRONMENT, Ledger.LIST);
    private final List<Consumer<ChecklistSnapshot>> receivers = new ArrayList<>();
    private final Set<String> running = new HashSet<>();
    private String text;
    private Optional<Problem> trouble = Optional.empty();
    private ChecklistSnapshot newest = ChecklistSnapshot.notRead(Ledger.LIST);
    private int runs;

    public Hall(Path folder, String text) {
        this.text = text;
        journal = Journal.open(Journals.sqlite(folder.resolve("journal.db"), clock), clock, scheduler);
        desk = new PersonDesk(
                folks.guard(mode, clock), folks, folks, () -> journal, Folks.ENVIRONMENT, Ledger.LIST, clock);
    }

    public void rewrite(String now) {
        text = now;
    }

    public void trouble(Problem why) {
        trouble = Optional.of(why);
    }

    public void publish() {
        newest = snapshot();
        List.copyOf(receivers).forEach(receiver -> receiver.accept(newest));
    }

    private ChecklistSnapshot snapshot() {
        List<DocumentException> errors = List.of();
        Optional<ChecklistBoard> board = Optional.empty();
        try {
            Checklist list = new Checklist(new RunbookReader().read(text, Ledger.LIST), Set.of("promql", "sql"));
            BookKeeper keeper = new BookKeeper();
            var unused = journal.fold(keeper, (own, event) -> {
                own.follow(codec, event);
                return own;
            });
            Statements statements = new Statements(Folks.ENVIRONMENT, Ledger.LIST, folks.people());
            board = Optional.of(
                    ChecklistBoard.of(list, keeper.book(), new Facts(clock.instant(), Map.of(), running, statements)));
        } catch (BrokenRunbook e) {
            errors = e.errors();
        } catch (JournalUnavailable e) {
            throw new AssertionError(e);
        }
        Optional<RunProgress> run = running.stream()
                .findFirst()
                .map(id -> new RunProgress(id, asked.size() + 1, asked.size(), clock.instant()));
        return new ChecklistSnapshot(Ledger.LIST, board, errors, trouble, run, Map.of());
    }

    private void append(Entry entry) {
        try {
            var unused = journal.append(codec.write("Anna", entry));
        } catch (JournalUnavailable e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public Subscription subscribe(Consumer<ChecklistSnapshot> receiver) {
        receivers.add(receiver);
        receiver.accept(newest);
        return () -> receivers.remove(receiver);
    }

    @Override
    public ChecklistSnapshot newest() {
        return newest;
    }

    /** A run that is begun and not answered yet. */
    public void beginRun(String... items) {
        running.add("open");
        append(new Entry.RunBegun("open", "session", List.of(items)));
    }

    @Override
    public void run(Collection<String> items) {
        runs++;
        ChecklistBoard board = newest.board().orElseThrow();
        for (String id : items) {
            asked.add(id);
            Item item = board.list().item(id).orElseThrow();
            Evidence evidence = new Evidence(
                    item.blocks().get(0).question(),
                    "Prometheus at 127.0.0.1",
                    clock.instant(),
                    Duration.ofMillis(41),
                    "{\"value\":1}",
                    "all < 100ms",
                    verdicts.getOrDefault(id, Ledger.MET),
                    Map.of());
            append(new Entry.Answered(
                    id,
                    "run-" + runs,
                    board.list().hash(item),
                    item.blocks().stream().map(block -> evidence).toList(),
                    Map.of()));
        }
        publish();
    }

    @Override
    public void cancel() {
        append(new Entry.RunEnded(
                "open", List.copyOf(newest.board().orElseThrow().statuses().keySet())));
        running.clear();
        publish();
    }

    @Override
    public void readAgain() {
        publish();
    }

    @Override
    public void close() {
        journal.close();
        scheduler.shutdownNow();
    }
}
