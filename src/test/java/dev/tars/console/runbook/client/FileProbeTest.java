package dev.tars.console.runbook.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tars.console.runbook.Answer;
import dev.tars.console.runbook.Block;
import dev.tars.console.runbook.Blocks;
import dev.tars.console.runbook.ProbeFailed;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@SuppressWarnings("NullAway.Init") // JUnit fills them
class FileProbeTest {

    @TempDir
    private Path release;

    @TempDir
    private Path work;

    @TempDir
    private Path elsewhere;

    private FileProbe probe;

    @BeforeEach
    void write() throws Exception {
        probe = new FileProbe(new FilePlaces(release, work));
        file(release, "rules/alerts.yaml", "groups: []\n");
        Path dump = file(work, "backup/tars.dump", "PGDMP");
        Files.setLastModifiedTime(dump, FileTime.from(Blocks.NOON.minus(Duration.ofMinutes(90))));
        file(work, "fixes/a/one.py", "1");
        file(work, "fixes/two.py", "2");
        file(work, "chart.json", "{\"version\":\"1.0.1\",\"count\":3,\"none\":null}");
    }

    private static Path file(Path root, String name, String text) throws Exception {
        Path file = root.resolve(name);
        Files.createDirectories(file.resolveSibling("."));
        return Files.writeString(file, text);
    }

    private Answer ask(String info, String body) throws Exception {
        Block block = Blocks.of("file " + info, body);
        probe.check(block);
        return probe.ask(block, Blocks.context(Map.of("dump", "backup/tars.dump")));
    }

    @ParameterizedTest(name = "{0} of {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            expect="all = 1"                                | rules/alerts.yaml     | met
            expect="all = 1"                                | rules/none.yaml       | missed
            expect="all = 1"                                | rules/none*.yaml      | unknown
            expect="count >= 2"                             | work:fixes/**.py      | met
            expect="count >= 3"                             | work:fixes/**.py      | missed
            expect="all < 2h" take=age                      | work:${dump}          | met
            expect="all < 1h" take=age                      | work:${dump}          | missed
            expect="all > 4B" take=size                     | work:${dump}          | met
            expect="all > 1KiB" take=size                   | work:${dump}          | missed
            expect="matches /^PGDMP/" take=text             | work:${dump}          | met
            expect="matches /^1\\.0\\.1$/" take=/version    | work:chart.json       | met
            expect="all = 3" take=/count                    | work:chart.json       | met
            expect="all = 3" take=/none                     | work:chart.json       | unknown
            expect="all = 3" take=/absent                   | work:chart.json       | unknown
            expect="matches /^[0-9a-f]{64}$/" take=sha256   | work:chart.json       | met
            """)
    void aFileIsJudged(String info, String body, String expected) throws Exception {
        Block block = Blocks.of("file " + info, body);

        assertThat(Blocks.word(ask(info, body), block)).isEqualTo(expected);
    }

    @Test
    void theFingerprintIsThatOfTheFile() throws Exception {
        String before =
                ask("expect=\"all = 1\"", "rules/alerts.yaml").fingerprints().toString();
        file(release, "rules/alerts.yaml", "groups: [{}]\n");

        assertThat(ask("expect=\"all = 1\"", "rules/alerts.yaml").fingerprints().toString())
                .contains("file rules/alerts.yaml")
                .isNotEqualTo(before);
    }

    @Test
    void whatIsNotThereHasNoAgeAndNoText() {
        assertThatThrownBy(() -> ask("expect=\"all < 2h\" take=age", "work:none"))
                .isInstanceOfSatisfying(
                        ProbeFailed.class, e -> assertThat(e.why()).isEqualTo("no file"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/etc/passwd", "../x", "work:../x", "work:a/../../x", "a\\..\\x"})
    void aPathThatLeadsOutIsRefused(String path) {
        assertThatThrownBy(() -> ask("expect=\"all = 1\"", path)).hasMessageContaining("leads out of the folder");
    }

    @Test
    void aLinkThatLeadsOutIsNotFollowed() throws Exception {
        Path secret = Files.writeString(elsewhere.resolve("secret"), "x");
        Files.createSymbolicLink(work.resolve("link"), secret);

        assertThatThrownBy(() -> ask("expect=\"matches /x/\" take=text", "work:link"))
                .isInstanceOfSatisfying(
                        ProbeFailed.class, e -> assertThat(e.why()).isEqualTo("not inside"));
        assertThat(ask("expect=\"count >= 1\"", "work:li*").values()).isEmpty();
    }
}
