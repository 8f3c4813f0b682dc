package dev.tars.console.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tars.console.base.Problem;
import dev.tars.console.base.Progress;
import dev.tars.console.base.Ticker;
import dev.tars.console.journal.client.Journals;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A journal that cannot promise to keep an event says so and takes none until it was opened anew and found whole. */
class StoppedTest {

    @TempDir
    Path folder;

    private final ScheduledThreadPoolExecutor scheduler = new ScheduledThreadPoolExecutor(1);

    @AfterEach
    void end() {
        scheduler.shutdownNow();
    }

    private Journal open(Path file) {
        return Journal.open(Journals.sqlite(file, Ticker.system()), Written.CLOCK, scheduler);
    }

    private static Draft draft() {
        return Draft.of("anna", "staging", "test.happened", Payload.empty());
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void aDiskThatTakesNoMoreStopsItAndLosesNothingThatWasKept() throws Exception {
        Path file = folder.resolve("journal.db");
        Path said = folder.resolve("said");
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        // Blocks of 512 bytes: a file may have 4 MB.
        Process child = new ProcessBuilder(
                        "sh",
                        "-c",
                        "ulimit -f 8192; exec \"$@\"",
                        "sh",
                        java,
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:-UsePerfData",
                        "-Dorg.sqlite.tmpdir=" + folder,
                        "-cp",
                        ChildPath.of(FullDisk.class, Journal.class, org.sqlite.JDBC.class, org.slf4j.Logger.class),
                        FullDisk.class.getName(),
                        file.toString())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        assertThat(child.waitFor(60, TimeUnit.SECONDS)).isTrue();
        List<String> lines = Files.readAllLines(said).stream()
                .filter(line -> !line.startsWith("SLF4J"))
                .toList();
        assertThat(lines).hasSize(4);
        assertThat(lines.get(1))
                .isIn("The disk of the journal is full.", "The disk did not take what was written to the journal.");
        assertThat(lines.get(2)).isEqualTo("false");
        assertThat(lines.get(3)).startsWith("refused: ");
        try (Journal journal = open(file)) {
            assertThat(journal.state().stopped()).isEmpty();
            Verification found = journal.verify(List.of(), Progress.ignored());
            assertThat(found.faults()).isEmpty();
            assertThat(found.events())
                    .isGreaterThanOrEqualTo(Long.parseLong(lines.get(0)))
                    .isPositive();
        }
    }

    @Test
    void aFileThatAnotherProgramHoldsStopsItUntilItIsOpenedAnew() throws Exception {
        Path file = folder.resolve("journal.db");
        List<JournalState> told = new ArrayList<>();
        try (Journal journal = open(file);
                Subscription watching = journal.watch(told::add);
                Connection other = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = other.createStatement()) {
            Event kept = journal.append(draft());
            statement.execute("BEGIN IMMEDIATE");
            Draft late = draft();
            assertThatThrownBy(() -> journal.append(late))
                    .isInstanceOf(JournalUnavailable.class)
                    .hasMessage("Another program holds the journal and did not let go of it within 5 s.");
            assertThat(journal.state().isOpen()).isFalse();
            statement.execute("ROLLBACK");
            assertThatThrownBy(() -> journal.append(late))
                    .as("what is free again proves nothing yet")
                    .isInstanceOf(JournalUnavailable.class);
            assertThat(journal.read(1, 10)).containsExactly(kept);
            assertThat(journal.reopen(Progress.ignored()).isWhole()).isTrue();
            assertThat(journal.append(late).sequence()).isEqualTo(2);
            assertThat(told).extracting(JournalState::isOpen).containsExactly(false, true);
        }
    }

    /**
     * A write version that SQLite does not know makes a file read-only for it, as a read-only disk does; the rights of a
     * file would not stop everyone who may run a test.
     */
    @Test
    void aFileThatCanOnlyBeReadIsStoppedFromTheStartAndStillRead() throws Exception {
        Path file = folder.resolve("journal.db");
        Event kept;
        try (Journal journal = open(file)) {
            kept = journal.append(draft());
        }
        writeVersion(file, 3);
        try (Journal journal = open(file)) {
            assertThat(journal.state().condition()).isEqualTo(JournalState.Condition.STOPPED);
            assertThat(journal.state().stopped().map(Problem::what))
                    .contains("The journal can be read but not written.");
            assertThatThrownBy(() -> journal.append(draft())).isInstanceOf(JournalUnavailable.class);
            assertThat(journal.read(1, 10)).containsExactly(kept);
            assertThat(journal.reopen(Progress.ignored()).isWhole()).isTrue();
            assertThat(journal.state().isOpen()).as("whole, but not writable").isFalse();
            writeVersion(file, 2);
            assertThat(journal.reopen(Progress.ignored()).isWhole()).isTrue();
            assertThat(journal.append(draft()).sequence()).isEqualTo(2);
        }
    }

    /** Byte 18 of SQLite's file header. */
    private static void writeVersion(Path file, int version) throws Exception {
        try (RandomAccessFile header = new RandomAccessFile(file.toFile(), "rw")) {
            header.seek(18);
            header.write(version);
        }
    }

    @Test
    void aFolderThatIsNoneStopsItFromTheStart() throws Exception {
        Path inTheWay = Files.writeString(folder.resolve("file"), "not a folder");
        try (Journal journal = open(inTheWay.resolve("journal.db"))) {
            assertThat(journal.state().isOpen()).isFalse();
            assertThatThrownBy(() -> journal.append(draft())).isInstanceOf(JournalUnavailable.class);
        }
    }
}
