package dev.tars.console.runbook.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tars.console.base.Ticker;
import dev.tars.console.connect.http.HttpEndpoint;
import dev.tars.console.connect.prometheus.PrometheusClient;
import dev.tars.console.runbook.Block;
import dev.tars.console.runbook.Item;
import dev.tars.console.runbook.Probe;
import dev.tars.console.runbook.Probing;
import dev.tars.console.runbook.Runbook;
import dev.tars.console.runbook.RunbookReader;
import dev.tars.console.runbook.Section;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The checklist that is shipped: complete, sound, and mostly a machine's work. */
class ShippedChecklistTest {

    private static final String NAME = "validation-v1.0.1.md";
    /** Kinds whose servers practice runs: what they ask is answered there. */
    private static final Set<String> ANSWERED_IN_PRACTICE = Set.of("promql", "sql", "redis", "http", "file", "shell");

    private final Runbook runbook;
    private final PrometheusClient prometheus = new PrometheusClient(
            HttpEndpoint.of(URI.create("http://127.0.0.1:9/")), Clock.systemUTC(), Ticker.system());
    private final Probing probing;

    ShippedChecklistTest() throws Exception {
        runbook = new RunbookReader().read(Files.readString(Path.of("checklists", NAME)), NAME);
        FilePlaces places = new FilePlaces(Path.of("."), Path.of("target"));
        List<Probe> probes = List.of(
                new PromqlProbe(prometheus),
                new HttpProbe(HttpEndpoint::of, Ticker.system()),
                new FileProbe(places),
                new ReportProbe(places),
                new ShellProbe(Path.of(".")),
                new KubectlProbe("kubectl", "c", "n", Path.of(".")),
                new HelmProbe("helm", "c", "n", Path.of(".")),
                new RedisProbe(Map.of(), Runnable::run),
                new SqlProbe(
                        () -> {
                            throw new SQLException("nobody is asked");
                        },
                        "nobody",
                        Runnable::run));
        probing = new Probing(probes, Runnable::run, Ticker.system(), 1, Duration.ofSeconds(10));
    }

    @AfterEach
    void close() {
        prometheus.close();
    }

    private List<Item> items(String gate) {
        return runbook.items().stream()
                .filter(item -> item.settings().gate().equals(gate))
                .toList();
    }

    @Test
    void everyCheckCanBeAskedAndCanFail() throws Exception {
        probing.check(runbook);
        assertThat(runbook.remarks()).isEmpty();
    }

    @Test
    void itHasAsManyItemsAsPromised() {
        assertThat(items("pre-release")).hasSizeGreaterThanOrEqualTo(45);
        assertThat(items("post-deployment")).hasSizeGreaterThanOrEqualTo(25);
        assertThat(items("pre-release").size() + items("post-deployment").size())
                .as("every item has a gate")
                .isEqualTo(runbook.items().size());
        assertThat(runbook.sections())
                .extracting(Section::id)
                .contains("pre-security", "pre-way-back", "production-diagnostics", "post-ga-hardening");
    }

    @Test
    void twoThirdsAreAMachinesWork() {
        long all = runbook.items().size();
        long automatic = runbook.items().stream().filter(probing::isAutomatic).count();

        assertThat(automatic * 3).as(automatic + " of " + all).isGreaterThanOrEqualTo(all * 2);
    }

    @Test
    void everyItemSaysWhyAndWhatToDo() {
        assertThat(runbook.items()).allSatisfy(item -> {
            assertThat(item.words().why()).as(item.id()).isNotEmpty();
            assertThat(item.words().whenItFails()).as(item.id()).isNotEmpty();
            assertThat(item.settings().owner()).as(item.id()).isNotEmpty();
            assertThat(item.settings().fresh()).as(item.id()).isPresent();
            assertThat(item.isTickedInFile()).as(item.id()).isFalse();
            assertThat(item.title().plain()).as(item.id()).hasSizeLessThan(70);
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            pre-coverage              | all > 85%
            pre-dashboard-load        | all < 5s
            pre-api-p95               | all < 100ms
            pre-ppo-memory            | all < 1GiB
            pre-trace-continuity      | all = 0
            pre-websocket-reconnect   | all = 0
            post-api-p95              | all < 150ms
            post-api-errors           | all < 1%
            post-evaluation-success   | all > 99%
            post-websocket-stability  | all > 99%
            post-compliance-latency   | all > 99%
            post-compliance-errors    | all > 99%
            post-compliance-evaluations | all > 99%
            """)
    void theTargetsAreThoseOfTheRelease(String id, String expectation) {
        assertThat(runbook.item(id)
                        .orElseThrow()
                        .blocks()
                        .get(0)
                        .expectation()
                        .orElseThrow()
                        .text())
                .isEqualTo(expectation);
    }

    @Test
    void theFirst24HoursAreWatched() {
        assertThat(runbook.section("post-objectives").orElseThrow().items())
                .hasSizeGreaterThanOrEqualTo(15)
                .allSatisfy(item ->
                        assertThat(item.settings().watch().orElseThrow().hold()).isEqualTo(Duration.ofHours(24)));
    }

    @Test
    void ticksOnRecordsDependOnTheRuleFile() {
        assertThat(runbook.item("pre-api-p95").orElseThrow().settings().about())
                .containsExactly("rules/recording_rules.yaml");
        assertThat(runbook.items().stream()
                        .flatMap(item -> item.settings().about().stream())
                        .filter(name -> name.contains("/"))
                        .collect(Collectors.toSet()))
                .allSatisfy(name -> assertThat(Path.of(name)).isRegularFile());
    }

    @Test
    void mostOfItsChecksAreAnsweredInPractice() {
        List<Block> blocks = runbook.blocks();
        long answered = blocks.stream()
                .filter(block -> ANSWERED_IN_PRACTICE.contains(block.kind()))
                .filter(block ->
                        !block.question().contains("work:") && !block.question().contains("${api}"))
                .count();

        assertThat(answered * 3).as(answered + " of " + blocks.size()).isGreaterThanOrEqualTo(blocks.size() * 2L);
    }
}
