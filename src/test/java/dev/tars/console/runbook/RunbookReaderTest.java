package dev.tars.console.runbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is an item, a block, a section, and what is text (field cases CHK-01 to CHK-03). */
class RunbookReaderTest {

    private static Runbook read(String text) throws BrokenRunbook {
        return new RunbookReader().read(text, "list.md");
    }

    @Test
    void taskItemsOfEveryFormAreItemsAndLookAlikesAreTold() throws Exception {
        Runbook runbook = read("""
                ## Pre-Release
                - [x] unit tests
                * [X] integration tests
                  + [ ] nested: region us-east-1
                      - [x] deep child
                1. [ ] numbered
                - [] not a task
                - [x]no space
                - [-] not a task
                """);

        assertThat(runbook.sections()).singleElement().satisfies(section -> {
            assertThat(section.title().plain()).isEqualTo("Pre-Release");
            assertThat(section.items())
                    .extracting(item -> item.title().plain(), Item::isTickedInFile, Item::depth)
                    .containsExactly(
                            Tuple.tuple("unit tests", true, 0),
                            Tuple.tuple("integration tests", true, 0),
                            Tuple.tuple("nested: region us-east-1", false, 1),
                            Tuple.tuple("deep child", true, 2),
                            Tuple.tuple("numbered", false, 0));
        });
        assertThat(runbook.items().get(3).parent()).contains("nested-region-us-east-1");
        assertThat(runbook.remarks())
                .extracting(Remark::toString)
                .containsExactly(
                        "list.md:7:3: this looks like a box and is none; write \"- [ ] TITLE\"",
                        "list.md:8:3: this looks like a box and is none; write \"- [ ] TITLE\"",
                        "list.md:9:3: this looks like a box and is none; write \"- [ ] TITLE\"");
    }

    @Test
    void boxesInsideCodeAreExamplesAndKeepTheirBytesInTheCopy() throws Exception {
        String text = """
                - [ ] real one
                ```
                - [ ] inside fence
                ```
                    - [ ] indented code
                - [x] real two
                """;
        Runbook runbook = read(text);

        assertThat(runbook.items())
                .extracting(item -> item.title().plain(), Item::isTickedInFile)
                .containsExactly(Tuple.tuple("real one", false), Tuple.tuple("real two", true));
        assertThat(runbook.remarks()).isEmpty();
        assertThat(runbook.copyWithTicks(item -> false)).isEqualTo(text.replace("[x] real two", "[ ] real two"));
        assertThat(runbook.source()).isEqualTo(text);
    }

    @Test
    void markupPipesLinksAndTwinsKeepTheirTicksApart() throws Exception {
        String text = """
                - [ ] **API p95** `<150ms` | see [runbook](docs/a.md#x)
                - [ ] Runbooks updated
                - [ ] ~~old~~ Runbooks updated
                - [ ] Runbooks updated
                """;
        Runbook runbook = read(text);
        List<Item> items = runbook.items();

        assertThat(items.get(0).title())
                .isEqualTo(
                        new Title("API p95 <150ms | see runbook", "**API p95** `<150ms` | see [runbook](docs/a.md#x)"));
        assertThat(items)
                .extracting(Item::id)
                .containsExactly(
                        "api-p95-150ms-see-runbook", "runbooks-updated", "old-runbooks-updated", "runbooks-updated-2");
        assertThat(runbook.copyWithTicks(item -> item == items.get(0) || item == items.get(3)))
                .isEqualTo("""
                        - [x] **API p95** `<150ms` | see [runbook](docs/a.md#x)
                        - [ ] Runbooks updated
                        - [ ] ~~old~~ Runbooks updated
                        - [x] Runbooks updated
                        """);
        assertThat(runbook.remarks()).singleElement().satisfies(remark -> {
            assertThat(remark.at()).isEqualTo(new Position("list.md", 4, 3));
            assertThat(remark.what()).contains("the same title as in line 2");
        });
    }

    @Test
    void windowsLineEndsAndAByteOrderMarkChangeNothing() throws Exception {
        String text = "\ufeff---\r\na: b\r\n---\r\n- [ ] one\r\n- [x] two\r\n";

        assertThat(read(text).items()).extracting(Item::isTickedInFile).containsExactly(false, true);
        assertThat(read(text).copyWithTicks(item -> item.id().equals("one")))
                .isEqualTo("\ufeff---\r\na: b\r\n---\r\n- [x] one\r\n- [ ] two\r\n");
    }

    @Test
    void boxesInTablesHtmlAndParagraphsAreToldAndCommentsAreNot() throws Exception {
        Runbook runbook = read("""
                | what | done |
                |---|---|
                | unit tests | [ ] |

                <ul><li><input type="checkbox"> by hand</li></ul>

                <!--
                - [ ] not now
                -->

                [ ] no dash

                See [x](a.md) and [x][y].
                """);

        assertThat(runbook.items()).isEmpty();
        assertThat(runbook.remarks())
                .extracting(remark -> remark.at().line() + " " + remark.what())
                .containsExactly(
                        "3 a box in a table is no item",
                        "5 a box in HTML is no item",
                        "11 this box begins no list item");
    }

    @Test
    void anItemHasWordsSettingsAndChecks() throws Exception {
        Runbook runbook = read("""
                ---
                release: v1.0.1
                ---
                # Validation

                Read me.

                ## Performance {#perf gate=pre-release owner="Ada L." labels=speed about=rules/alerts.yaml}

                - [ ] **API p95** is low {#api fresh=12h labels=api needs=load watch=24h every=5m on-miss=fail}
                  Under load,
                  on staging.

                  Why: the slow pages
                  wait for it.
                  **When it fails:** look at the indexes.

                  More of the note.

                  ```promql expect="all < 100ms" for=5m
                  a{b="c"}
                    or d
                  ```

                  ```text
                  only to read
                  ```
                - [ ] Load runs {#load four-eyes}
                """);
        Section section = runbook.section("perf").orElseThrow();
        Item item = runbook.item("api").orElseThrow();
        Block block = item.blocks().get(0);

        assertThat(runbook.frontMatter()).containsEntry("release", "v1.0.1");
        assertThat(runbook.sections()).extracting(Section::level).containsExactly(1, 2);
        assertThat(section.parent()).contains("validation");
        assertThat(item.section()).isEqualTo("perf");
        assertThat(item.words().note())
                .isEqualTo("Under load,\non staging.\n\nMore of the note.\n\n```text\nonly to read\n```");
        assertThat(item.words().why()).isEqualTo("the slow pages\nwait for it.");
        assertThat(item.words().whenItFails()).isEqualTo("look at the indexes.");
        assertThat(item.settings().gate()).isEqualTo("pre-release");
        assertThat(item.settings().owner()).isEqualTo("Ada L.");
        assertThat(item.settings().labels()).containsExactly("speed", "api");
        assertThat(item.settings().about()).containsExactly("rules/alerts.yaml");
        assertThat(item.settings().fresh()).contains(Duration.ofHours(12));
        assertThat(item.settings().needs()).containsExactly("load");
        assertThat(item.settings().watch())
                .contains(new Watch(
                        Duration.ofHours(24), Duration.ofMinutes(5), Watch.OnMiss.FAIL, Watch.OnUnknown.PAUSE));
        assertThat(item.settings().fourEyes()).isFalse();
        assertThat(runbook.item("load").orElseThrow().settings().fourEyes()).isTrue();
        assertThat(block.kind()).isEqualTo("promql");
        assertThat(block.body()).isEqualTo("a{b=\"c\"}\n  or d\n");
        assertThat(block.lasting()).contains(Duration.ofMinutes(5));
        assertThat(block.at()).isEqualTo(new Position("list.md", 20, 3));
        assertThat(block.inBody(1, 2)).isEqualTo(new Position("list.md", 22, 5));
    }

    @Test
    void aPatternKeepsItsBackslashesAndAnEscapedQuoteIsAQuote() throws Exception {
        Runbook runbook = read("""
                - [ ] a
                  ```sql expect="matches /^15\\.\\d+ \\"x\\"$/"
                  SELECT 1
                  ```
                - [ ] b
                  ```promql expect='none given=up{job="tars"}'
                  ALERTS
                  ```
                """);

        assertThat(runbook.blocks())
                .extracting(block -> block.expectation().orElseThrow().text())
                .containsExactly("matches /^15\\.\\d+ \"x\"$/", "none given=up{job=\"tars\"}");
    }

    @Test
    void aStepIsASectionWithCommandsAndChecks() throws Exception {
        Runbook runbook = read("""
                # Upgrade
                ## 1. Back up {#backup}
                Write a dump.
                ```shell
                pg_dump -Fc tars
                ```
                ```sql expect="all = 1"
                SELECT 1
                ```
                """);
        Section step = runbook.section("backup").orElseThrow();

        assertThat(step.words().note()).isEqualTo("Write a dump.");
        assertThat(step.blocks()).extracting(Block::kind).containsExactly("shell", "sql");
        assertThat(step.blocks().get(0).expectation()).isEmpty();
    }

    @Test
    void theFingerprintFollowsTheTextAndNotTheTickOrAChild() throws Exception {
        Item before = read("- [ ] a {#a}\n  note\n  - [ ] child\n").items().get(0);

        assertThat(read("- [x] a {#a}\n  note\n  - [x] other child\n")
                        .items()
                        .get(0)
                        .fingerprint())
                .isEqualTo(before.fingerprint());
        assertThat(read("- [ ] a {#a}\n  Note\n  - [ ] child\n").items().get(0).fingerprint())
                .isNotEqualTo(before.fingerprint());
        assertThat(before.source()).isEqualTo("- [ ] a {#a}\n  note\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"validation-v1.0.1.md", "upgrade-v1.0.1.md"})
    void theShippedFilesAreSound(String name) throws Exception {
        Runbook runbook = new RunbookReader().read(Files.readString(Path.of("checklists", name)), name);

        assertThat(runbook.remarks()).isEmpty();
        assertThat(runbook.frontMatter()).containsEntry("release", "v1.0.1").containsEntry("from", "v1.0.0");
    }

    @Test
    void fiveThousandItemsAreReadInASecond() throws Exception {
        StringBuilder text = new StringBuilder("# Big\n");
        for (int i = 0; i < 5000; i++) {
            text.append("- [ ] **Item ")
                    .append(i)
                    .append("** {#i")
                    .append(i)
                    .append("}\n  Why: ")
                    .append(i);
            text.append("\n  ```promql expect=\"all < 100ms\"\n  m").append(i).append("\n  ```\n");
        }
        long begun = System.nanoTime();
        Runbook runbook = read(text.toString());
        Duration took = Duration.ofNanos(System.nanoTime() - begun);

        assertThat(runbook.blocks()).hasSize(5000);
        assertThat(took).isLessThan(Duration.ofSeconds(3));
    }
}
