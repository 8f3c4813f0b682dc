package dev.tars.console.runbook.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tars.console.base.Ticker;
import dev.tars.console.base.Verdict.Unknown;
import dev.tars.console.connect.Eventually;
import dev.tars.console.runbook.Block;
import dev.tars.console.runbook.Blocks;
import dev.tars.console.runbook.Check;
import dev.tars.console.runbook.ProbeFailed;
import dev.tars.console.runbook.Probed;
import dev.tars.console.runbook.Probing;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@SuppressWarnings("NullAway.Init") // JUnit fills them
class ShellProbeTest {

    @TempDir
    private Path folder;

    private Path script(String name, String text) throws Exception {
        Path script = Files.writeString(folder.resolve(name), "#!/bin/sh\n" + text);
        return Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private Block block(String info, String body) throws Exception {
        Block block = Blocks.of("shell " + info, body);
        new ShellProbe(folder).check(block);
        return block;
    }

    private String word(String info, String body, Map<String, String> variables) throws Exception {
        Block block = block(info, body);
        return Blocks.word(new ShellProbe(folder).ask(block, Blocks.context(variables)), block);
    }

    @Test
    void exitCodeOutputAndJsonAreJudged() throws Exception {
        script("ok", "echo '{\"n\": 3}'");
        script("bad", "echo wrong >&2; exit 3");

        assertThat(word("expect=\"exit 0\"", "./ok", Map.of())).isEqualTo("met");
        assertThat(word("expect=\"exit 0\"", "./bad", Map.of())).isEqualTo("missed");
        assertThat(word("expect=\"exit 3\"", "./bad", Map.of())).isEqualTo("met");
        assertThat(word("expect=\"all = 3\" take=/n", "./ok", Map.of())).isEqualTo("met");
        assertThat(word("expect=\"matches /n/\" take=out", "./ok", Map.of())).isEqualTo("met");
        assertThatThrownBy(() -> word("expect=\"matches /n/\" take=out", "./bad", Map.of()))
                .isInstanceOf(ProbeFailed.class)
                .hasMessageContaining("exit code 3: wrong");
    }

    @Test
    void anArgumentStaysOneArgumentWhateverItHolds() throws Exception {
        script("count", "printf '%s|' \"$#\" \"$@\"");
        String hostile = "a b'; $(touch pwned) \"x\" *\n-rf";
        Block block = block("expect=\"matches /^2/\" take=out", "./count ${v} 'x y'");
        String out = new ShellProbe(folder)
                .ask(block, Blocks.context(Map.of("v", hostile)))
                .raw();

        assertThat(out).isEqualTo("2|" + hostile + "|x y|");
        assertThat(folder.resolve("pwned")).doesNotExist();
    }

    @Test
    void aProgramThatIsAbsentIsToldWithHowToGetIt() throws Exception {
        Block block = block("expect=\"exit 0\"", "cosign-of-nowhere verify");

        assertThatThrownBy(() -> new ShellProbe(folder).ask(block, Blocks.context(Map.of())))
                .isInstanceOfSatisfying(ProbeFailed.class, e -> {
                    assertThat(e.why()).isEqualTo("no program");
                    assertThat(e.mend()).contains("put it on the PATH");
                });
    }

    @Test
    @Timeout(30)
    void theWholeTreeEndsWithTheTimeLimit() throws Exception {
        script("tree", "(sleep 300 & echo $! > child; wait) &\necho $! > inner\nwait\n");
        Block block = block("expect=\"exit 0\" timeout=700ms", "./tree");
        ExecutorService executor = Executors.newCachedThreadPool();
        try {
            List<Probed> probed = new Probing(
                            List.of(new ShellProbe(folder)), executor, Ticker.system(), 1, Duration.ofSeconds(10))
                    .run(List.of(new Check("i", block, List.of())), Blocks.context(Map.of()), p -> {});

            assertThat(probed.get(0).evidence().verdict())
                    .isInstanceOfSatisfying(
                            Unknown.class, u -> assertThat(u.why()).isEqualTo("timed out"));
            for (String name : List.of("child", "inner")) {
                long pid = Long.parseLong(Files.readString(folder.resolve(name)).strip());
                Eventually.holds(
                        Duration.ofSeconds(5),
                        name + " has ended",
                        () -> ProcessHandle.of(pid)
                                .filter(ProcessHandle::isAlive)
                                .isEmpty());
            }
        } finally {
            executor.shutdownNow();
        }
    }

    @Test
    @Timeout(30)
    void oneThatWritesWithoutEndIsEnded() throws Exception {
        script("endless", "while :; do head -c 1000000 /dev/zero; done");
        Block block = block("expect=\"exit 0\"", "./endless");

        assertThatThrownBy(() -> new ShellProbe(folder).ask(block, Blocks.context(Map.of())))
                .isInstanceOfSatisfying(
                        ProbeFailed.class, e -> assertThat(e.why()).isEqualTo("too much"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '¦', quoteCharacter = '`', textBlock = """
            ls | wc          ¦ 4:6: "|" needs a shell
            ls > x           ¦ 4:6: ">" needs a shell
            ls && ls         ¦ 4:6: "&" needs a shell
            ls $HOME         ¦ 4:6: "$" needs a shell
            ls "$(pwd)"      ¦ 4:7: "$" needs a shell
            ls *.md          ¦ 4:6: "*" needs a shell
            ls 'a            ¦ 4:6: the quote is not closed
            echo fine        ¦ 4:3: echo cannot fail
            true             ¦ 4:3: true cannot fail
            """)
    void whatOnlyAShellWouldUnderstandIsRefused(String command, String refusal) {
        String[] parts = refusal.split(": ", 2);
        assertThatThrownBy(() -> block("expect=\"exit 0\"", command))
                .isInstanceOfSatisfying(dev.tars.console.document.DocumentException.class, e -> {
                    assertThat(e.reason()).startsWith(parts[1]);
                    assertThat((e.line() + 1) + ":" + e.column()).isEqualTo(parts[0]);
                });
    }

    @Test
    void oneCommandMayGoOverLinesAndTwoAreRefused() throws Exception {
        script("count", "printf '%s' \"$#\"");

        assertThat(word("expect=\"all = 3\" take=out", "./count a \\\n  b \\\n  \"c d\"", Map.of()))
                .isEqualTo("met");
        assertThatThrownBy(() -> block("expect=\"exit 0\"", "./count\n./count"))
                .hasMessageContaining("a second command");
    }
}
