package dev.tars.console.checklist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tars.console.connect.HandClock;
import dev.tars.console.journal.Journal;
import dev.tars.console.journal.Subscription;
import dev.tars.console.journal.client.Journals;
import dev.tars.console.release.Action;
import dev.tars.console.release.Mode;
import dev.tars.console.runbook.Runbook;
import dev.tars.console.runbook.RunbookReader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Consoles on one journal file: what one does the other sees, and what one leaves behind. */
@Timeout(60)
class ChecklistMonitorTest {

    private static final String TEXT = """
            - [ ] **a** {#a about=rules}

              ```promql expect="all < 2"
              a
              ```

            - [ ] **b** {#b}

              ```promql expect="all < 2"
              b
              ```

            - [ ] **c** {#c}

              ```promql expect="all < 2"
              c
              ```

            - [ ] **review** {#review}
            """;

    @TempDir
    Path folder;

    private final HandClock clock = new HandClock();
    private final Folks folks = Folks.four();
    private final Map<String, String> fingerprints = new ConcurrentHashMap<>(Map.of("rules", "9f3c"));
    private final ScheduledThreadPoolExecutor scheduler = new ScheduledThreadPoolExecutor(2);
    private final ExecutorService pool = Executors.newCachedThreadPool();
    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private volatile String text = TEXT;

    /** One console: its monitor and the journal it has of its own. */
    private final class Console implements AutoCloseable {
        final ScriptedAsker asker = new ScriptedAsker(clock);
        final Journal journal = Journal.open(Journals.sqlite(folder.resolve("journal.db"), clock), clock, scheduler);
        final ChecklistMonitor monitor = new ChecklistMonitor(
                Folks.ENVIRONMENT,
                Ledger.LIST,
                new ChecklistMonitor.Around(
                        this::read,
                        asker,
                        name -> Optional.ofNullable(fingerprints.get(name)),
                        () -> journal,
                        folks,
                        clock,
                        scheduler,
                        pool));
        final PersonDesk desk = new PersonDesk(
                folks.guard(new Mode(false), clock),
                folks,
                folks,
                () -> journal,
                Folks.ENVIRONMENT,
                Ledger.LIST,
                clock);

        Console() {
            open.push(this);
            monitor.open();
        }

        private Runbook read() throws Exception {
            return new RunbookReader().read(text, Ledger.LIST);
        }

        ChecklistSnapshot await(Predicate<ChecklistSnapshot> condition) throws Exception {
            CompletableFuture<ChecklistSnapshot> met = new CompletableFuture<>();
            Subscription subscription = monitor.subscribe(snapshot -> {
                if (condition.test(snapshot)) {
                    met.complete(snapshot);
                }
            });
            try {
                return met.get(20, TimeUnit.SECONDS);
            } catch (java.util.concurrent.TimeoutException e) {
                return Assertions.fail("never; the last was %s", monitor.newest());
            } finally {
                subscription.close();
            }
        }

        ChecklistSnapshot await(String id, ItemState state) throws Exception {
            return await(snapshot -> state(snapshot, id).filter(s -> s == state).isPresent());
        }

        @Override
        public void close() {
            monitor.close();
            journal.close();
        }
    }

    private static Optional<ItemState> state(ChecklistSnapshot snapshot, String id) {
        return snapshot.board().flatMap(board -> board.status(id)).map(ItemStatus::state);
    }

    private static Collection<String> all(ChecklistSnapshot snapshot) {
        return RunChoice.all(snapshot.board().orElseThrow(), "");
    }

    @AfterEach
    void end() throws Exception {
        while (!open.isEmpty()) {
            open.pop().close();
        }
        pool.shutdownNow();
        scheduler.shutdownNow();
        assertThat(pool.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void whatOneConsoleRunsAndSignsTheOtherSees() throws Exception {
        Console first = new Console();
        Console second = new Console();
        second.await("a", ItemState.NOT_RUN);
        first.asker.verdicts.put("b", Ledger.MISSED);
        first.monitor.run(all(first.await("a", ItemState.NOT_RUN)));

        second.await("a", ItemState.MET);
        second.await("b", ItemState.MISSED);
        ChecklistSnapshot seen = second.await("c", ItemState.MET);

        second.desk.sign(
                seen.board().orElseThrow().status("review").orElseThrow(),
                "read all five",
                seen.fingerprints(),
                new PersonDesk.Speaker("Ben", new char[0]));
        ChecklistSnapshot signed = first.await("review", ItemState.SIGNED);
        assertThat(signed.verdict("").whyNot())
                .extracting(why -> why.status().id())
                .containsExactly("b");

        first.asker.verdicts.clear();
        first.monitor.run(RunChoice.failed(signed.board().orElseThrow(), ""));
        assertThat(second.await("b", ItemState.MET).verdict("").isGo()).isTrue();
        assertThat(first.asker.asked).containsExactly("a", "b", "c", "b");
    }

    @Test
    void cancelledItemsAreWhatTheyWere() throws Exception {
        Console console = new Console();
        console.monitor.run(all(console.await("a", ItemState.NOT_RUN)));
        console.await("c", ItemState.MET);
        ChecklistSnapshot done = console.await(snapshot -> snapshot.run().isEmpty());

        console.asker.waiting.add("b");
        console.asker.verdicts.put("a", Ledger.MISSED);
        console.monitor.run(all(done));
        assertThat(console.asker.reached.await(10, TimeUnit.SECONDS)).isTrue();
        ChecklistSnapshot running = console.await("b", ItemState.RUNNING);
        assertThat(running.verdict("").isGo()).isFalse();
        console.monitor.cancel();

        ChecklistSnapshot after = console.await(snapshot -> snapshot.run().isEmpty()
                && state(snapshot, "b").filter(s -> s == ItemState.MET).isPresent());
        assertThat(state(after, "a")).contains(ItemState.MISSED);
        assertThat(state(after, "c")).contains(ItemState.MET);
    }

    @Test
    void aConsoleThatEndsInARunLeavesItsItemsUnknown() throws Exception {
        Console first = new Console();
        first.asker.waiting.add("b");
        first.monitor.run(all(first.await("a", ItemState.NOT_RUN)));
        assertThat(first.asker.reached.await(10, TimeUnit.SECONDS)).isTrue();
        // The journal is gone from under it, as when the process is killed: no end is kept.
        first.journal.close();

        Console second = new Console();
        ChecklistSnapshot seen = second.await("b", ItemState.UNKNOWN);
        assertThat(state(seen, "a")).contains(ItemState.MET);
        assertThat(state(seen, "c")).contains(ItemState.UNKNOWN);
        assertThat(seen.board().orElseThrow().status("c").orElseThrow().line())
                .startsWith("was running when the console ended");
        assertThat(seen.run()).isEmpty();
    }

    @Test
    void goFallsWhenAFileOfTheReleaseChanges() throws Exception {
        Console console = new Console();
        console.monitor.run(all(console.await("a", ItemState.NOT_RUN)));
        ChecklistSnapshot done = console.await("c", ItemState.MET);
        console.desk.sign(
                done.board().orElseThrow().status("review").orElseThrow(),
                "",
                done.fingerprints(),
                new PersonDesk.Speaker("Otto", new char[0]));
        console.await(snapshot -> snapshot.verdict("").isGo());

        fingerprints.put("rules", "5e0b");
        console.monitor.readAgain();
        ChecklistSnapshot fallen = console.await("a", ItemState.STALE);
        assertThat(fallen.verdict("").isGo()).isFalse();
        assertThat(fallen.board().orElseThrow().status("a").orElseThrow().changes())
                .containsExactly("rules changed since, 9f3c to 5e0b");
    }

    @Test
    void aBrokenFileIsShownWithItsErrorsAndIsNoGo() throws Exception {
        text = "- [ ] **a** {#a}\n\n  ```promql expect=\"all << 2\"\n  a\n  ```\n";
        Console console = new Console();
        ChecklistSnapshot broken = console.await(snapshot -> !snapshot.errors().isEmpty());

        assertThat(broken.board()).isEmpty();
        assertThat(broken.errors().get(0).line()).isEqualTo(3);
        assertThat(broken.verdict("").isGo()).isFalse();

        text = TEXT;
        console.monitor.readAgain();
        console.await("a", ItemState.NOT_RUN);
    }

    @Test
    void readOnlyAndALookerChangeNothing() throws Exception {
        Console console = new Console();
        ItemStatus review = console.await("review", ItemState.TO_SIGN)
                .board()
                .orElseThrow()
                .status("review")
                .orElseThrow();
        PersonDesk readOnly = new PersonDesk(
                folks.guard(new Mode(true), clock),
                folks,
                folks,
                () -> console.journal,
                Folks.ENVIRONMENT,
                Ledger.LIST,
                clock);
        List<Throwable> refused = new ArrayList<>();
        refused.add(Assertions.catchThrowable(
                () -> readOnly.sign(review, "", Map.of(), new PersonDesk.Speaker("Anna", new char[0]))));
        refused.add(Assertions.catchThrowable(() -> console.desk.waive(
                review,
                "why",
                clock.instant().plus(Duration.ofHours(1)),
                Map.of(),
                new PersonDesk.Speaker("Otto", new char[0]))));
        refused.add(Assertions.catchThrowable(() -> console.desk.waive(
                review, "why", clock.instant(), Map.of(), new PersonDesk.Speaker("Anna", new char[0]))));
        folks.sits("Vera");
        refused.add(Assertions.catchThrowable(() -> console.desk.note(review, "a word")));

        assertThat(refused).allMatch(Action.NotDone.class::isInstance);
        assertThat(console.journal.read(1, 100)).isEmpty();
    }
}
