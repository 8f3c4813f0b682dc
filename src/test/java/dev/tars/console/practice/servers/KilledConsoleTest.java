package dev.tars.console.practice.servers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code kill -9} of a console on practice, then the next start: nothing of the killed one is left. */
@SuppressWarnings("NullAway.Init") // JUnit gives the folder
class KilledConsoleTest {

    @TempDir
    Path temporary;

    @Test
    void nothingIsLeftAfterTheNextStart() throws Exception {
        killAndStartAgain(1, 0);
    }

    /** Half of them while the servers are still starting. */
    @Test
    @Tag("long")
    void nothingIsLeftAfterTenKills() throws Exception {
        killAndStartAgain(10, 5);
    }

    private void killAndStartAgain(int kills, int whileStarting) throws Exception {
        Random random = new Random(5);
        for (int i = 0; i < kills; i++) {
            Process console = start();
            if (i < whileStarting) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1500 + random.nextInt(2500)));
            } else {
                waitUntilUp(console);
                assertThat(servers()).as("servers before kill %d", i).hasSizeGreaterThanOrEqualTo(3);
            }
            console.destroyForcibly().waitFor();
        }
        // A program that looks at a left folder is not ours to end.
        Path left = folders().get(0);
        Process reader = new ProcessBuilder(
                        "tail", "-f", left.resolve("practice.processes").toString())
                .start();
        Process next = start();
        waitUntilUp(next);
        assertThat(folders()).as("folders: those of the new console").hasSizeLessThanOrEqualTo(2);
        assertThat(reader.isAlive()).isTrue();
        reader.destroy();
        next.getOutputStream().close();
        assertThat(next.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(servers()).as("servers of any of them").isEmpty();
        assertThat(folders()).isEmpty();
    }

    private Process start() throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Djava.io.tmpdir=" + temporary,
                "-cp",
                System.getProperty("java.class.path"),
                PracticeProcess.class.getName()));
        return new ProcessBuilder(command)
                .redirectError(temporary.resolve("console.err").toFile())
                .start();
    }

    private void waitUntilUp(Process console) throws IOException {
        BufferedReader out =
                new BufferedReader(new InputStreamReader(console.getInputStream(), StandardCharsets.UTF_8));
        assertThat(out.readLine())
                .as(() -> error(temporary.resolve("console.err")))
                .isEqualTo("up");
    }

    private static String error(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }

    /** Ours alone: each works in the temporary folder of this test. */
    private List<String> servers() {
        return ProcessHandle.allProcesses()
                .filter(process ->
                        process.info().command().orElse("").matches(".*(postgres|redis-server|prometheus)[^/]*"))
                .filter(process -> process.info().commandLine().orElse("").contains(temporary.toString())
                        || process.info().command().orElse("").startsWith(temporary.toString()))
                .map(process ->
                        process.pid() + " " + process.info().commandLine().orElse(""))
                .toList();
    }

    private List<Path> folders() throws IOException {
        try (Stream<Path> all = Files.list(temporary)) {
            return all.filter(Files::isDirectory)
                    .filter(folder -> folder.getFileName().toString().startsWith("tars-practice-"))
                    .toList();
        }
    }
}
