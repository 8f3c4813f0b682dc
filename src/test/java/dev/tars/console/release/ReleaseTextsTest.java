package dev.tars.console.release;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tars.console.document.YamlDocument;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The shipped checklist, playbook and migration: what the console will read is there, and free of the known traps. */
class ReleaseTextsTest {

    private static final Path CHECKLIST = Path.of("checklists", "validation-v1.0.1.md");
    private static final Path MIGRATION = Path.of("migrations", "V1.0.1__add_indexes.sql");
    private static final Path ROLLBACK = Path.of("migrations", "V1.0.1__add_indexes.rollback.sql");

    @ParameterizedTest
    @ValueSource(strings = {"validation-v1.0.1.md", "upgrade-v1.0.1.md"})
    void frontMatterNamesBothReleases(String name) throws Exception {
        String text = Files.readString(Path.of("checklists", name));
        String front = text.substring(4, text.indexOf("\n---\n", 4));

        assertThat(text).startsWith("---\n");
        assertThat(YamlDocument.parse(front, name).require("release").text()).isEqualTo("v1.0.1");
        assertThat(YamlDocument.parse(front, name).require("from").text()).isEqualTo("v1.0.0");
    }

    @Test
    void everyQueryOfTheChecklistParsesAndItsRecordsExist(@TempDir Path folder) throws Exception {
        List<String> records = RuleFile.read(
                        Files.readString(Path.of("rules", "recording_rules.yaml")), "recording_rules.yaml")
                .rules()
                .stream()
                .map(RuleFile.Rule::name)
                .toList();
        StringBuilder rules = new StringBuilder("groups:\n- name: fences\n  rules:\n");
        List<String> unknown = new ArrayList<>();
        for (MatchResult fence : fences()) {
            rules.append("  - record: fence:")
                    .append(fence.start())
                    .append("\n    expr: |-\n      ")
                    .append(fence.group(2).strip())
                    .append('\n');
            Pattern.compile("tars:[a-z0-9_:]+")
                    .matcher(fence.group())
                    .results()
                    .map(MatchResult::group)
                    .filter(name -> !records.contains(name))
                    .forEach(unknown::add);
        }
        Path file = Files.writeString(folder.resolve("fences.yaml"), rules);

        Promtool.Answer answer = Promtool.run("check", "rules", file.toString());

        assertThat(unknown).isEmpty();
        assertThat(answer.exit()).as(answer.output()).isZero();
    }

    @Test
    void theMigrationBuildsThreeIndexesOutsideAnyTransaction() throws Exception {
        List<String> statements = statements(MIGRATION);

        assertThat(statements.stream().filter(s -> s.startsWith("create index")))
                .hasSize(3)
                .allMatch(s -> s.startsWith("create index concurrently idx_"));
        assertThat(statements).noneMatch(s -> s.matches("(begin|commit|start transaction).*"));
        assertThat(statements).endsWith("analyze public.evaluations", "analyze public.agents");
    }

    @Test
    void theRollbackTakesBackWhatTheMigrationBuilds() throws Exception {
        List<String> dropped = statements(ROLLBACK).stream()
                .map(s -> s.replace("drop index concurrently if exists public.", ""))
                .toList();
        List<String> built = statements(MIGRATION).stream()
                .filter(s -> s.startsWith("create index"))
                .map(s -> s.split(" ")[3])
                .toList();

        assertThat(dropped).containsExactlyInAnyOrderElementsOf(built);
    }

    private static List<MatchResult> fences() throws Exception {
        return Pattern.compile("(?s)```promql([^\\n]*)\\n(.*?)```")
                .matcher(Files.readString(CHECKLIST))
                .results()
                .toList();
    }

    private static List<String> statements(Path file) throws Exception {
        String code = Files.readAllLines(file).stream()
                .filter(line -> !line.startsWith("--"))
                .collect(Collectors.joining(" "));
        return Stream.of(code.split(";"))
                .map(s -> s.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT))
                .filter(s -> !s.isEmpty())
                .toList();
    }
}
