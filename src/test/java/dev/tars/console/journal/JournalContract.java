package dev.tars.console.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tars.console.base.Progress;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a journal promises, whatever it is kept in. */
abstract class JournalContract {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-08-18T14:32:19.000123Z"), ZoneOffset.UTC);

    /** The same place at every call. */
    abstract EventStore store() throws Exception;

    private final ScheduledThreadPoolExecutor scheduler = new ScheduledThreadPoolExecutor(1);
    private Journal journal;

    @BeforeEach
    void open() throws Exception {
        journal = openAgain();
    }

    private Journal openAgain() throws Exception {
        return Journal.open(store(), CLOCK, scheduler);
    }

    @AfterEach
    void close() {
        journal.close();
        scheduler.shutdownNow();
    }

    private static Draft draft(int number) {
        return Draft.of("anna", "staging", "test.happened", Payload.of(Map.of("number", number)));
    }

    @Test
    void anEventHasItsPlaceAndFollowsTheOneBefore() throws Exception {
        Event first = journal.append(draft(1));
        Event second = journal.append(draft(2));
        assertThat(first.sequence()).isEqualTo(1);
        assertThat(first.prev()).isEqualTo(Hashes.GENESIS);
        assertThat(first.at()).isEqualTo(CLOCK.instant());
        assertThat(second.prev()).isEqualTo(first.hash());
        assertThat(second.isSound()).isTrue();
        assertThat(journal.read(1, 10)).containsExactly(first, second);
    }

    @Test
    void whatWasAppendedIsThereWhenOpenedAgain() throws Exception {
        for (int i = 1; i <= 3; i++) {
            journal.append(draft(i));
        }
        List<Event> before = journal.read(1, 10);
        journal.close();
        journal = openAgain();
        assertThat(journal.state().stopped()).isEmpty();
        assertThat(journal.read(1, 10)).isEqualTo(before);
        assertThat(journal.fold(0, (sum, event) -> sum + 1)).isEqualTo(3);
        assertThat(journal.verify(List.of(), Progress.ignored()).isWhole()).isTrue();
    }

    @Test
    void theSameDraftIsKeptOnce() throws Exception {
        Draft once = draft(1);
        Event event = journal.append(once);
        assertThat(journal.append(once)).isEqualTo(event);
        assertThat(journal.read(1, 10)).hasSize(1);
    }

    @Test
    void aSubscriberGetsWhatIsThereAndWhatComesInOrderAndOnce() throws Exception {
        journal.append(draft(1));
        journal.append(draft(2));
        BlockingQueue<Long> got = new LinkedBlockingQueue<>();
        try (Subscription subscription = journal.subscribe(2, event -> got.add(event.sequence()))) {
            journal.append(draft(3));
            List<Long> all = new ArrayList<>();
            all.add(got.poll(5, TimeUnit.SECONDS));
            all.add(got.poll(5, TimeUnit.SECONDS));
            assertThat(all).containsExactly(2L, 3L);
        }
        journal.append(draft(4));
        assertThat(got).isEmpty();
    }

    @Test
    void anEventOfAnotherConsoleIsSeen() throws Exception {
        BlockingQueue<Event> got = new LinkedBlockingQueue<>();
        try (Subscription subscription = journal.subscribe(1, got::add);
                Journal other = openAgain()) {
            Event event = other.append(draft(1));
            assertThat(got.poll(1, TimeUnit.SECONDS)).isEqualTo(event);
        }
    }

    @Test
    void anIdThatIsTakenByAnotherEventIsRefused() throws Exception {
        Draft first = draft(1);
        journal.append(first);
        Draft other = new Draft(first.id(), "ben", "staging", "test.happened", Payload.empty());
        assertThatThrownBy(() -> journal.append(other)).isInstanceOf(IllegalArgumentException.class);
        assertThat(journal.read(1, 10)).hasSize(1);
    }

    @Test
    void anUnknownKindAndOddWordsAreKeptAsTheyAre() throws Exception {
        Payload payload = Payload.of(Map.of(
                "words",
                "\u0000 \ud800 \ud83d\ude80 \"quoted\" \\ \n\t",
                "list",
                List.of(1, 2.5, true, Map.of()),
                "run",
                "r1"));
        Event event = journal.append(Draft.of("Zoë \ud83d\ude80", "us-east-1", "of.another.version", payload));
        journal.close();
        journal = openAgain();
        assertThat(journal.find(event.id())).contains(event);
        assertThat(event.payload().members())
                .isEqualTo(journal.read(1, 1).get(0).payload().members());
        assertThat(event.payload().run()).contains("r1");
    }

    @Test
    void whatIsShorterThanItsCheckpointTakesNoEvents() throws Exception {
        EventStore store = store();
        store.open();
        store.keep(new Checkpoint(7, "a".repeat(64), CLOCK.instant()), true);
        store.close();
        journal.close();
        journal = openAgain();
        assertThat(journal.state().stopped())
                .hasValueSatisfying(problem -> assertThat(problem.what())
                        .isEqualTo("The journal ends with event 0, but had event 7 at 2026-08-18T14:32:19.000123Z."));
        assertThatThrownBy(() -> journal.append(draft(1))).isInstanceOf(JournalUnavailable.class);
        assertThat(journal.verify(List.of(), Progress.ignored()).faults())
                .extracting(Fault::kind)
                .containsExactly(Fault.Kind.CUT);
        assertThat(journal.reopen(Progress.ignored()).isWhole()).isFalse();
        assertThat(journal.state().isOpen()).isFalse();
    }

    @Test
    void fourWritersMakeOneOrder() throws Exception {
        int each = 50;
        ExecutorService writers = Executors.newFixedThreadPool(4);
        List<Journal> consoles = new ArrayList<>();
        BlockingQueue<Long> got = new LinkedBlockingQueue<>();
        try (Subscription subscription = journal.subscribe(1, event -> got.add(event.sequence()))) {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                Journal console = openAgain();
                consoles.add(console);
                running.add(writers.submit(() -> {
                    for (int n = 0; n < each; n++) {
                        console.append(draft(n));
                    }
                    return null;
                }));
            }
            for (Future<?> writer : running) {
                writer.get(30, TimeUnit.SECONDS);
            }
            for (long sequence = 1; sequence <= 4L * each; sequence++) {
                assertThat(got.poll(2, TimeUnit.SECONDS)).isEqualTo(sequence);
            }
        } finally {
            writers.shutdownNow();
            consoles.forEach(Journal::close);
        }
        Verification found = journal.verify(List.of(), Progress.ignored());
        assertThat(found.faults()).isEmpty();
        assertThat(found.events()).isEqualTo(4L * each);
    }
}
