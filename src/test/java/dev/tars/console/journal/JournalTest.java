package dev.tars.console.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tars.console.base.Progress;
import dev.tars.console.base.Ticker;
import dev.tars.console.journal.client.Journals;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-08-18T14:32:19.000123Z"), ZoneOffset.UTC);

    @TempDir
    Path folder;

    private final ScheduledThreadPoolExecutor scheduler = new ScheduledThreadPoolExecutor(1);
    private Journal journal;

    @BeforeEach
    void open() {
        journal = openAgain();
    }

    private Journal openAgain() {
        return Journal.open(Journals.sqlite(folder.resolve("journal.db"), Ticker.system()), CLOCK, scheduler);
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
}
