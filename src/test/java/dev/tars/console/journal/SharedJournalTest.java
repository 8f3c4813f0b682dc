package dev.tars.console.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tars.console.base.Progress;
import dev.tars.console.base.Ticker;
import dev.tars.console.journal.client.Journals;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Four consoles on one server that is restarted while all of them append. */
class SharedJournalTest {

    private static final int CONSOLES = 4;

    @TempDir
    Path folder;

    private final ScheduledThreadPoolExecutor scheduler = new ScheduledThreadPoolExecutor(2);
    private final ExecutorService writers = Executors.newFixedThreadPool(CONSOLES);
    private final List<Journal> consoles = new ArrayList<>();
    private EmbeddedPostgres server;

    @BeforeEach
    void start() throws Exception {
        server = start(0);
    }

    /** @param port 0 for any; the data stay where they are from one start to the next */
    private EmbeddedPostgres start(int port) throws Exception {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setDataDirectory(folder.resolve("data"))
                .setCleanDataDirectory(false);
        return (port == 0 ? builder : builder.setPort(port)).start();
    }

    @AfterEach
    void stop() throws Exception {
        consoles.forEach(Journal::close);
        writers.shutdownNow();
        scheduler.shutdownNow();
        server.close();
    }

    @Test
    @Timeout(60)
    void fourConsolesMakeOneOrderThroughARestart() throws Exception {
        appendThroughARestart(100);
    }

    @Test
    @Tag("long")
    @Timeout(900)
    void fourConsolesMakeOneOrderOfFortyThousand() throws Exception {
        appendThroughARestart(10_000);
    }

    private void appendThroughARestart(int each) throws Exception {
        String url = server.getJdbcUrl("postgres", "postgres");
        for (int i = 0; i < CONSOLES; i++) {
            consoles.add(Journal.open(
                    Journals.of(url, folder.resolve("console" + i), Ticker.system(), Written::noSecret),
                    Clock.systemUTC(),
                    scheduler));
        }
        BlockingQueue<Long> seen = new LinkedBlockingQueue<>();
        CountDownLatch half = new CountDownLatch(CONSOLES * each / 2);
        Journal watcher = consoles.get(0);
        List<Future<?>> running = new ArrayList<>();
        try (Subscription subscription = watcher.subscribe(1, event -> seen.add(event.sequence()))) {
            for (int i = 0; i < CONSOLES; i++) {
                Journal console = consoles.get(i);
                String name = "console-" + i;
                running.add(writers.submit(() -> {
                    for (int n = 0; n < each; n++) {
                        console.append(
                                Draft.of(name, "staging", "test.happened", Payload.of(Map.of("mine", name + "-" + n))));
                        half.countDown();
                    }
                    return null;
                }));
            }
            half.await();
            int port = server.getPort();
            server.close();
            server = start(port);
            for (Future<?> writer : running) {
                writer.get();
            }
            for (long sequence = 1; sequence <= (long) CONSOLES * each; sequence++) {
                assertThat(seen.poll(5, TimeUnit.SECONDS)).isEqualTo(sequence);
            }
            long start = System.nanoTime();
            Event last = consoles.get(1).append(Draft.of("ben", "staging", "test.last", Payload.empty()));
            assertThat(seen.poll(1, TimeUnit.SECONDS)).isEqualTo(last.sequence());
            assertThat(System.nanoTime() - start).isLessThan(TimeUnit.SECONDS.toNanos(1));
        }
        Verification found = watcher.verify(List.of(), Progress.ignored());
        assertThat(found.faults()).isEmpty();
        assertThat(found.events()).isEqualTo((long) CONSOLES * each + 1);
        List<String> once = watcher.read(1, CONSOLES * each).stream()
                .map(event -> event.payload().text("mine").orElseThrow())
                .toList();
        assertThat(Set.copyOf(once)).as("nothing twice").hasSameSizeAs(once);
    }
}
