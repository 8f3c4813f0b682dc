package dev.tars.console.practice.real;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkFolderTest {
    private static final String MARKER = "practice.processes";

    private final Path temp;

    WorkFolderTest(@TempDir Path temp) {
        this.temp = temp;
    }

    @Test
    void closingRemovesTheFolderWithAllThatIsInIt() throws IOException {
        WorkFolder folder = WorkFolder.create(temp);
        Files.writeString(
                Files.createDirectories(folder.path().resolve("data/wal")).resolve("0001"), "x");
        folder.close();
        assertThat(folder.path()).doesNotExist();
    }

    @Test
    void whatAKilledConsoleLeftBehindIsEndedAndRemoved() throws Exception {
        Process server = longRunning();
        try {
            Path left = leftover(server.toHandle(), start(server.toHandle()));
            WorkFolder.clearLeftovers(temp);
            assertThat(server.waitFor(10, TimeUnit.SECONDS)).isTrue();
            assertThat(left).doesNotExist();
        } finally {
            server.destroyForcibly();
        }
    }

    @Test
    void aStrangersProcessThatGotTheSameNumberIsLeftAlone() throws Exception {
        Process stranger = longRunning();
        try {
            Path left = leftover(stranger.toHandle(), 12345);
            WorkFolder.clearLeftovers(temp);
            assertThat(stranger.isAlive()).isTrue();
            assertThat(left).doesNotExist();
        } finally {
            stranger.destroyForcibly();
        }
    }

    @Test
    void aMarkerThatSomebodyElseWroteEndsNothing() throws Exception {
        Process ours = longRunning();
        try {
            Path planted = leftover(ours.toHandle(), start(ours.toHandle()));
            try {
                Files.setOwner(
                        planted,
                        planted.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody"));
            } catch (IOException | UnsupportedOperationException e) {
                Assumptions.abort("only root gives a folder away: " + e);
            }
            WorkFolder.clearLeftovers(temp);
            assertThat(ours.isAlive()).isTrue();
            assertThat(planted).exists();
        } finally {
            ours.destroyForcibly();
        }
    }

    @Test
    void theFolderOfARunningConsoleStays() throws IOException {
        WorkFolder running = WorkFolder.create(temp);
        WorkFolder.clearLeftovers(temp);
        assertThat(running.path()).exists();
        running.close();
    }

    /** Start times are worked out from the clock, and clocks are set. */
    @Test
    void aRunningConsoleIsKnownByItsLockEvenWhereItsStartReadsOtherwise() throws Exception {
        Process console = java(Holding.class, temp.toString());
        try {
            Path held = Path.of(console.inputReader().readLine());
            Files.write(held.resolve(MARKER), List.of(console.pid() + " 12345"));
            WorkFolder.clearLeftovers(temp);
            assertThat(held).exists();
            console.destroyForcibly().waitFor();
            WorkFolder.clearLeftovers(temp);
            assertThat(held).doesNotExist();
        } finally {
            console.destroyForcibly();
        }
    }

    @Test
    void aFolderWithoutMarkerIsNotOurs() throws IOException {
        Path other = Files.createDirectory(temp.resolve("tars-practice-notes"));
        WorkFolder.clearLeftovers(temp);
        assertThat(other).exists();
    }

    private Path leftover(ProcessHandle server, long start) throws IOException {
        Path folder = Files.createDirectory(temp.resolve("tars-practice-left"));
        long gone = Long.MAX_VALUE;
        Files.write(folder.resolve(MARKER), List.of(gone + " 1", server.pid() + " " + start));
        Files.writeString(folder.resolve("prometheus.yml"), "{}");
        return folder;
    }

    private static long start(ProcessHandle process) {
        return process.info().startInstant().orElseThrow().toEpochMilli();
    }

    private static Process longRunning() throws IOException {
        return java(Waiting.class);
    }

    private static Process java(Class<?> program, String... arguments) throws IOException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        List<String> command = new ArrayList<>(
                List.of(java.toString(), "-cp", System.getProperty("java.class.path"), program.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).start();
    }

    /** Holds a folder of its own, whose path it prints, until it is ended. */
    static final class Holding {
        private Holding() {}

        public static void main(String[] args) throws IOException {
            WorkFolder held = WorkFolder.create(Path.of(args[0]));
            System.out.println(held.path());
            System.in.readAllBytes();
            held.close();
        }
    }

    /** Runs until it is ended or nobody holds its input any more. */
    static final class Waiting {
        private Waiting() {}

        public static void main(String[] args) throws IOException {
            System.in.readAllBytes();
        }
    }
}
