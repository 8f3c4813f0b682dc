package dev.tars.console.practice.real;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.tars.console.base.Progress;
import dev.tars.console.base.Ticker;
import dev.tars.console.practice.store.TimeSeriesStore;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A start that fails or is cancelled midway leaves neither a process nor a folder. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the stand-ins are shell scripts")
class FailedStartTest {

    private final Path temp;

    FailedStartTest(@TempDir Path temp) {
        this.temp = temp;
    }

    @Test
    void aServerThatIsReadyButDoesNotSayItsVersionIsEnded() throws Exception {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Path prometheus = script(
                "prometheus",
                "exec '" + java + "' -cp '" + System.getProperty("java.class.path") + "' '" + Wordless.class.getName()
                        + "' \"$@\"");
        RealPrometheus.Setting setting = new RealPrometheus.Setting(
                List.of(), Duration.ofSeconds(15), Map.of(), new TimeSeriesStore(), List.of());
        List<Long> before = children();
        Path work = Files.createDirectory(temp.resolve("work"));
        assertThatThrownBy(() -> RealPrometheus.start(
                        prometheus, Optional.empty(), work, setting, Ticker.system(), Progress.ignored()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("buildinfo");
        assertThat(children()).isEqualTo(before);
        assertThat(work).isEmptyDirectory();
    }

    @Test
    void whereHistoryIsCancelledNoPromtoolGoesOn() throws Exception {
        Path promtool = script("promtool", "exec tail -f /dev/null");
        HistoryBlocks blocks = new HistoryBlocks(promtool, temp, temp.resolve("data"));
        List<Long> before = children();
        AtomicInteger looks = new AtomicInteger();
        Progress cancelledWhilePromtoolRuns = new Progress() {
            @Override
            public void report(double fraction, String message) {}

            @Override
            public boolean isCancelled() {
                return looks.getAndIncrement() > 0;
            }
        };
        assertThatThrownBy(() -> blocks.detailed(new TimeSeriesStore(), cancelledWhilePromtoolRuns))
                .isInstanceOf(CancellationException.class);
        assertThat(children()).isEqualTo(before);
    }

    private Path script(String name, String line) throws IOException {
        Path script = temp.resolve(name);
        Files.writeString(script, "#!/bin/sh\n" + line + "\n");
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
        return script;
    }

    private static List<Long> children() {
        return ProcessHandle.current()
                .children()
                .filter(ProcessHandle::isAlive)
                .map(ProcessHandle::pid)
                .sorted()
                .toList();
    }

    /** Is ready and then answers everything with an error. */
    static final class Wordless {
        private Wordless() {}

        public static void main(String[] args) throws IOException {
            int port = 0;
            for (String arg : args) {
                if (arg.startsWith("--web.listen-address=")) {
                    port = Integer.parseInt(arg.substring(arg.lastIndexOf(':') + 1));
                }
            }
            HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0);
            server.createContext("/", exchange -> {
                boolean asksReady = exchange.getRequestURI().getPath().equals("/-/ready");
                exchange.sendResponseHeaders(asksReady ? 200 : 500, -1);
                exchange.close();
            });
            server.start();
        }
    }
}
