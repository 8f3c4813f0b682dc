package dev.tars.console.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tars.console.base.Progress;
import dev.tars.console.base.Ticker;
import dev.tars.console.journal.client.Journals;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is left of a journal whose writer was killed, whose file was cut, whose bits were flipped. */
class CrashTest {

    /** Kills of one run of the tests; {@code -Djournal.kills=500} for more. */
    private static final int KILLS = Integer.getInteger("journal.kills", 50);

    private static final int LANES = 3;
    private static final int LAST_BYTES = 8 * 1024;
    private static final long SEED = 20260818;

    @TempDir
    Path folder;

    private final ScheduledThreadPoolExecutor scheduler = new ScheduledThreadPoolExecutor(1);
    private final Random random = new Random(SEED);

    @AfterEach
    void end() {
        scheduler.shutdownNow();
    }

    /** Writers that follow one another on one journal, so that each kill is also an opening of what the last one left. */
    @Test
    void noKillLosesAnEventThatWasAcknowledged() throws Exception {
        ExecutorService lanes = Executors.newFixedThreadPool(LANES);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int lane = 0; lane < LANES; lane++) {
                Path file = Files.createDirectory(folder.resolve("lane" + lane)).resolve("journal.db");
                int kills = KILLS / LANES + (lane < KILLS % LANES ? 1 : 0);
                Random delays = new Random(SEED + lane);
                running.add(lanes.submit(() -> {
                    killAgainAndAgain(file, kills, delays);
                    return null;
                }));
            }
            for (Future<?> lane : running) {
                lane.get();
            }
        } finally {
            lanes.shutdownNow();
        }
    }

    private void killAgainAndAgain(Path file, int kills, Random delays) throws Exception {
        long acknowledged = 0;
        for (int kill = 0; kill < kills; kill++) {
            long last = appendUntilKilled(file, 20L + delays.nextInt(180));
            assertThat(last).as("kill %s", kill).isGreaterThan(acknowledged);
            acknowledged = last;
            try (Journal journal = open(file)) {
                assertThat(journal.state().stopped()).as("kill %s", kill).isEmpty();
                assertThat(journal.read(acknowledged, 1)).as("kill %s", kill).hasSize(1);
            }
        }
        try (Journal journal = open(file)) {
            Verification found = journal.verify(List.of(), Progress.ignored());
            assertThat(found.faults()).isEmpty();
            assertThat(found.events()).isGreaterThanOrEqualTo(acknowledged);
            List<String> once = journal.read(1, Integer.MAX_VALUE).stream()
                    .map(event -> event.payload().text("mine").orElseThrow())
                    .toList();
            assertThat(Set.copyOf(once)).as("nothing twice").hasSameSizeAs(once);
        }
    }

    private Journal open(Path file) {
        return Journal.open(Journals.sqlite(file, Ticker.system()), Written.CLOCK, scheduler);
    }

    /** The last sequence that the child said it has, killed some time after its first. */
    private long appendUntilKilled(Path file, long millis) throws Exception {
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xshare:auto",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx64m",
                        "-Dorg.sqlite.tmpdir=" + file.getParent(),
                        "-cp",
                        ChildPath.of(Appender.class, Journal.class, org.sqlite.JDBC.class, org.slf4j.Logger.class),
                        Appender.class.getName(),
                        file.toString())
                .redirectError(file.resolveSibling("child.err").toFile())
                .start();
        try (BufferedReader said =
                new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
            String first = said.readLine();
            assertThat(first)
                    .as(Files.readString(file.resolveSibling("child.err")))
                    .isNotNull();
            var unused = child.waitFor(millis, TimeUnit.MILLISECONDS);
            // By its handle: destroying the process would also close the pipe with what it said.
            child.toHandle().destroyForcibly();
            long last = Long.parseLong(first);
            // A line that the kill cut off has no end and was not said.
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                if (line.endsWith(".")) {
                    last = Long.parseLong(line.substring(0, line.length() - 1));
                }
            }
            return last;
        } finally {
            child.destroyForcibly().waitFor();
        }
    }

    @Test
    void aLogCutAnywhereOpensAsAPrefixOrIsRefused() throws Exception {
        cutLog(127);
    }

    @Test
    @Tag("long")
    void aLogCutAtEveryByteOpensAsAPrefixOrIsRefused() throws Exception {
        cutLog(1);
    }

    /** The write-ahead log of an open journal, without and with what stands beside it. */
    private void cutLog(int step) throws Exception {
        Path file = folder.resolve("open.db");
        try (Journal journal = open(file)) {
            for (int i = 0; i < 20; i++) {
                journal.append(Draft.of("anna", "staging", "test.happened", Payload.empty()));
            }
            cut(file, List.of("-wal"), "-wal", journal.read(1, 100), step);
            cut(file, List.of("-wal", ".end", ".checkpoints"), "-wal", journal.read(1, 100), step);
        }
    }

    @Test
    void aFileCutAnywhereOpensAsAPrefixOrIsRefused() throws Exception {
        cutFile(127);
    }

    @Test
    @Tag("long")
    void aFileCutAtEveryByteOpensAsAPrefixOrIsRefused() throws Exception {
        cutFile(1);
    }

    private void cutFile(int step) throws Exception {
        Path file = Written.journal(folder.resolve("closed.db"), 300);
        cut(file, List.of(), "", Written.all(file), step);
    }

    private void cut(Path file, List<String> beside, String cut, List<Event> all, int step) throws Exception {
        Path copy = folder.resolve("copy.db");
        long size = Files.size(Path.of(file + cut));
        boolean hasEnd = beside.contains(".end");
        for (long length = size - 1; length >= Math.max(0, size - LAST_BYTES); length -= step) {
            clean(copy);
            Files.copy(file, copy);
            for (String name : beside) {
                if (Files.exists(Path.of(file + name))) {
                    Files.copy(Path.of(file + name), Path.of(copy + name));
                }
            }
            try (RandomAccessFile shortened = new RandomAccessFile(copy + cut, "rw")) {
                shortened.setLength(length);
            }
            Outcome outcome = outcome(copy);
            if (!outcome.refused) {
                assertThat(outcome.events).as("cut to %s", length).isEqualTo(all.subList(0, outcome.events.size()));
                assertThat(!hasEnd || outcome.events.size() == all.size())
                        .as("silently shorter when cut to %s", length)
                        .isTrue();
            }
        }
    }

    @Test
    void aFlippedBitIsFoundOrRefusedOrChangesNothing() throws Exception {
        flip(500);
    }

    @Test
    @Tag("long")
    void tenThousandFlippedBitsAreFoundOrRefusedOrChangeNothing() throws Exception {
        flip(10_000);
    }

    private void flip(int times) throws Exception {
        Path file = folder.resolve("closed.db");
        try (Journal journal = open(file)) {
            for (int i = 0; i < 100; i++) {
                journal.append(Draft.of("anna", "staging", "test.happened", Payload.of(java.util.Map.of("i", i))));
            }
        }
        byte[] bytes = Files.readAllBytes(file);
        List<Event> all = Written.all(file);
        Path copy = folder.resolve("copy.db");
        int found = 0;
        for (int i = 0; i < times; i++) {
            clean(copy);
            int bit = random.nextInt(bytes.length * 8);
            bytes[bit / 8] ^= (byte) (1 << bit % 8);
            Files.write(copy, bytes);
            bytes[bit / 8] ^= (byte) (1 << bit % 8);
            for (String name : List.of(".end", ".checkpoints")) {
                Files.copy(Path.of(file + name), Path.of(copy + name), StandardCopyOption.REPLACE_EXISTING);
            }
            Outcome outcome = outcome(copy);
            if (outcome.refused) {
                found++;
            } else {
                assertThat(outcome.events).as("bit %s", bit).isEqualTo(all);
            }
        }
        assertThat(found).as("most of the file is events").isGreaterThan(times / 4);
    }

    private void clean(Path copy) throws IOException {
        for (String name : List.of("", "-wal", "-shm", ".end", ".checkpoints")) {
            Files.deleteIfExists(Path.of(copy + name));
        }
    }

    /** @param refused whether it does not open, does not take events, or is found not to be whole */
    private record Outcome(boolean refused, List<Event> events) {}

    private Outcome outcome(Path file) {
        try (Journal journal = open(file)) {
            if (!journal.state().isOpen()
                    || !journal.verify(List.of(), Progress.ignored()).isWhole()) {
                return new Outcome(true, List.of());
            }
            return new Outcome(false, journal.read(1, Integer.MAX_VALUE));
        } catch (JournalUnavailable e) {
            return new Outcome(true, List.of());
        }
    }
}
