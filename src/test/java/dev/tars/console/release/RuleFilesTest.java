package dev.tars.console.release;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tars.console.document.DocumentException;
import dev.tars.console.slo.QueryCheck;
import dev.tars.console.slo.Slo;
import dev.tars.console.slo.SloFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The shipped rules, objectives and alerts: accepted by Prometheus' own tools, whole, and in step with each other. */
class RuleFilesTest {

    private static final Path RECORDS = Path.of("rules", "recording_rules.yaml");
    private static final Path ALERTS = Path.of("rules", "alerts.yaml");
    private static final Path OBJECTIVES = Path.of("rules", "slos.yaml");
    private static final Path UNIT_TESTS = Path.of("src", "test", "rules");

    /** The groups of T.A.R.S. as it has them: name and interval, then its records. */
    private static final List<RuleGroup> OF_TARS = List.of(
            new RuleGroup(
                    "tars_evaluation_aggregations 15s",
                    "tars:evaluation_rate:1m tars:evaluation_rate:5m tars:evaluation_latency:p50:1m"
                            + " tars:evaluation_latency:p95:1m tars:evaluation_latency:p99:1m"
                            + " tars:evaluation_latency:avg:1m tars:evaluation_success_rate:1m"
                            + " tars:evaluation_error_rate:1m"),
            new RuleGroup(
                    "tars_agent_aggregations 30s",
                    "tars:agent_reward:avg:1h tars:agent_reward:trend:5m tars:agent_training_rate:1m"
                            + " tars:agent_policy_loss:avg:5m tars:agent_value_loss:avg:5m"
                            + " tars:agent_exploration_rate:current"),
            new RuleGroup(
                    "tars_queue_aggregations 10s",
                    "tars:queue_depth:current tars:queue_depth:avg:1m tars:queue_depth:max:5m"
                            + " tars:queue_wait_time:p95:1m tars:queue_processing_rate:1m"),
            new RuleGroup(
                    "tars_resource_aggregations 30s",
                    "tars:cpu_utilization:avg:1m tars:memory_utilization:current"
                            + " tars:memory_utilization:percentage tars:network_receive_rate:1m"
                            + " tars:network_transmit_rate:1m"),
            new RuleGroup(
                    "tars_api_aggregations 15s",
                    "tars:http_request_rate:1m tars:http_request_latency:p50:1m tars:http_request_latency:p95:1m"
                            + " tars:http_request_latency:p99:1m tars:http_error_rate:1m"
                            + " tars:http_client_error_rate:1m"),
            new RuleGroup(
                    "tars_database_aggregations 30s",
                    "tars:db_query_duration:p95:1m tars:db_connections:active tars:db_transaction_rate:1m"
                            + " tars:db_rows_fetched_rate:1m tars:db_cache_hit_rate"),
            new RuleGroup(
                    "tars_redis_aggregations 15s",
                    "tars:redis_commands_rate:1m tars:redis_hit_rate tars:redis_memory_utilization"
                            + " tars:redis_connected_clients:current"),
            new RuleGroup(
                    "tars_multiregion_aggregations 30s",
                    "tars:evaluation_rate:global:1m tars:evaluation_latency:global:p95:1m"
                            + " tars:evaluation_share:by_region tars:replication_lag:max"),
            new RuleGroup(
                    "tars_slo_compliance 60s",
                    "tars:slo:api_latency_p95:compliance:1h tars:slo:error_rate:compliance:1h"
                            + " tars:slo:evaluation_success:compliance:1h"));

    private record RuleGroup(String nameAndInterval, String records) {}

    /** The twenty that T.A.R.S. wrote so that no Prometheus accepts them. */
    private static final Set<String> NOT_PROMQL =
            Set.of(("tars:agent_reward:avg:1h tars:agent_reward:trend:5m tars:agent_training_rate:1m"
                            + " tars:agent_policy_loss:avg:5m tars:agent_value_loss:avg:5m"
                            + " tars:agent_exploration_rate:current tars:queue_depth:current tars:queue_depth:avg:1m"
                            + " tars:queue_depth:max:5m tars:queue_processing_rate:1m tars:memory_utilization:current"
                            + " tars:network_receive_rate:1m tars:network_transmit_rate:1m tars:db_connections:active"
                            + " tars:db_transaction_rate:1m tars:db_rows_fetched_rate:1m tars:db_cache_hit_rate"
                            + " tars:redis_commands_rate:1m tars:redis_memory_utilization"
                            + " tars:redis_connected_clients:current")
                    .split(" "));

    /** Those that parse and could not answer, or gave nothing where all is well or all is lost. */
    private static final Set<String> NEVER_ANSWERED = Set.of(
            "tars:evaluation_success_rate:1m",
            "tars:evaluation_error_rate:1m",
            "tars:http_error_rate:1m",
            "tars:http_client_error_rate:1m",
            "tars:evaluation_share:by_region",
            "tars:slo:api_latency_p95:compliance:1h",
            "tars:slo:error_rate:compliance:1h",
            "tars:slo:evaluation_success:compliance:1h");

    @Test
    void prometheusTakesBothFilesWithoutAWarning() throws Exception {
        Promtool.Answer answer = check(RECORDS, ALERTS);

        assertThat(answer.exit()).as(answer.output()).isZero();
        assertThat(answer.output())
                .contains("SUCCESS")
                .doesNotContainIgnoringCase("FAILED")
                .doesNotContainIgnoringCase("duplicate")
                .doesNotContainIgnoringCase("warning");
    }

    @Test
    void prometheusRefusesARecordAsTarsWroteIt(@TempDir Path folder) throws Exception {
        Path broken = changed(
                folder,
                RECORDS,
                "sum by (region, priority) (tars_eval_queue_depth)",
                "tars_eval_queue_depth by (region, priority)");

        Promtool.Answer answer = check(broken);

        assertThat(answer.exit()).isNotZero();
        assertThat(answer.output()).contains("parse error");
    }

    static Stream<Path> unitTests() throws IOException {
        try (Stream<Path> files = Files.list(UNIT_TESTS)) {
            return files.sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("unitTests")
    void recordsAndAlertsAnswerAsTheirUnitTestsSay(Path unitTest) throws Exception {
        Promtool.Answer answer = Promtool.run("test", "rules", unitTest.toString());

        assertThat(answer.exit()).as(answer.output()).isZero();
        assertThat(answer.output()).contains("SUCCESS");
    }

    static Stream<Arguments> mends() {
        return Stream.of(
                Arguments.of("le=~\"0.15|0.150\"", "le=\"0.150\""),
                Arguments.of("/ on () group_left ()", "/"),
                Arguments.of("0 * sum(rate(http_requests_total{namespace=\"tars\"}[1h]))", "vector(0) > 1"),
                Arguments.of("(redis_memory_max_bytes > 0)", "redis_memory_max_bytes"),
                Arguments.of("rule_group=~\".*;tars_.*\"", "rule_group=~\"tars_.*\""));
    }

    @ParameterizedTest
    @MethodSource("mends")
    void unitTestsNoticeAMendTakenBack(String mend, String without, @TempDir Path folder) throws Exception {
        changed(folder, RECORDS, mend, without);
        Path unitTest = folder.resolve("unit_test.yaml");
        Files.writeString(
                unitTest,
                Files.readString(UNIT_TESTS.resolve("recording_rules_test.yaml"))
                        .replace("../../../rules/recording_rules.yaml", "recording_rules.yaml"));

        Promtool.Answer answer = Promtool.run("test", "rules", unitTest.toString());

        assertThat(answer.exit()).as(answer.output()).isNotZero();
        assertThat(answer.output()).contains("FAILED");
    }

    @Test
    void all46RecordsOfTarsStandOnceInTheirOwnGroupsAndIntervals() throws Exception {
        RuleFile file = RuleFile.read(Files.readString(RECORDS), "recording_rules.yaml");

        List<RuleGroup> first = file.groups().stream()
                .limit(OF_TARS.size())
                .map(g -> new RuleGroup(
                        g.name() + " " + g.interval(),
                        g.rules().stream().map(RuleFile.Rule::name).collect(Collectors.joining(" "))))
                .toList();

        assertThat(first).isEqualTo(OF_TARS);
        assertThat(first.stream().mapToInt(g -> g.records().split(" ").length).sum())
                .isEqualTo(46);
        assertThat(file.rules()).extracting(RuleFile.Rule::name).doesNotHaveDuplicates();
        assertThat(file.rules()).allMatch(RuleFile.Rule::record);
    }

    @Test
    void everyMendIsNotedBesideItsRule() throws Exception {
        List<String> lines = Files.readAllLines(RECORDS);
        List<String> noted = new ArrayList<>();
        StringBuilder comment = new StringBuilder();
        for (String line : lines) {
            String stripped = line.strip();
            if (stripped.startsWith("#")) {
                comment.append(stripped);
            } else if (stripped.startsWith("- record:")) {
                if (comment.indexOf("Mended: ") >= 0) {
                    noted.add(stripped.substring("- record:".length()).strip());
                }
                comment.setLength(0);
            } else {
                comment.setLength(0);
            }
        }
        List<String> mended = new ArrayList<>(NOT_PROMQL);
        mended.addAll(NEVER_ANSWERED);

        assertThat(NOT_PROMQL).hasSize(20);
        assertThat(noted).containsExactlyInAnyOrderElementsOf(mended);
    }

    @Test
    void everyObjectiveIsRecordedInItsThreeWindows() throws Exception {
        assertThat(shipped().missingRecords()).isEmpty();
        assertThat(changedFindings(RECORDS, "record: tars:slo:queue_wait_p95:1h", "record: tars:slo:queue_wait:1h")
                        .missingRecords())
                .containsExactly("queue-wait-p95 asks for tars:slo:queue_wait_p95:1h, which is no record");
    }

    @Test
    void everyRatioHasRecordsToCountItsBudgetBy() throws Exception {
        List<Slo> ratios =
                SloFile.parse(Files.readString(OBJECTIVES), "slos.yaml", QueryCheck.none()).objectives().stream()
                        .filter(slo -> slo.kind() == Slo.Kind.RATIO)
                        .toList();

        assertThat(ratios).hasSize(5).allMatch(slo -> slo.budget().isPresent());
        assertThat(changedFindings(
                                RECORDS, "record: tars:slo:availability:bad:5m", "record: tars:slo:availability:bad:1m")
                        .missingRecords())
                .containsExactly("availability counts tars:slo:availability:bad:5m, which is no record of its own");
    }

    @Test
    void atLeastTwelveObjectivesAreShippedAndTheirNamesDiffer() throws Exception {
        List<String> ids = Pattern.compile("(?m)^ {2}- id: (\\S+)$")
                .matcher(Files.readString(OBJECTIVES))
                .results()
                .map(m -> m.group(1))
                .toList();

        assertThat(ids).hasSizeGreaterThanOrEqualTo(12).doesNotHaveDuplicates();
    }

    @Test
    void alertsReadRecordsAndNothingElse() throws Exception {
        assertThat(shipped().rawQueries()).isEmpty();
        assertThat(changedFindings(ALERTS, "expr: tars:slo:queue_wait_p95:5m", "expr: tars_eval_queue_depth")
                        .rawQueries())
                .containsExactly("QueueWaitP95High reads tars_eval_queue_depth, which is no record");
    }

    @Test
    void everyBoundOfEveryObjectiveIsWatchedAtItsSeverity() throws Exception {
        assertThat(shipped().unwatchedBounds()).isEmpty();
        assertThat(changedFindings(OBJECTIVES, "objective: \"< 150ms\"", "objective: \"< 100ms\"")
                        .unwatchedBounds())
                .containsExactly("api-latency-p95 < 100ms (warning) is watched by 0 alerts");
        assertThat(changedFindings(OBJECTIVES, "steps: {error: \"> 95%\"}", "steps: {critical: \"> 95%\"}")
                        .unwatchedBounds())
                .containsExactly("websocket-stability > 95% (critical) is watched by 0 alerts");
    }

    @Test
    void noObjectiveFallsSilentUnheard() throws Exception {
        assertThat(shipped().unheardSilence()).isEmpty();
        assertThat(changedFindings(ALERTS, "absent(tars:slo:ppo_memory:5m)", "absent(tars:slo:ppo_memory:1m)")
                        .unheardSilence())
                .containsExactly("ppo-memory can fall silent unheard");
    }

    @Test
    void everyAlertSaysHowBadWhatAndWhatToDo() throws Exception {
        Set<String> items = Pattern.compile("\\{#([a-z0-9-]+)[ }]")
                .matcher(Files.readString(Path.of("checklists", "validation-v1.0.1.md")))
                .results()
                .map(m -> "checklists/validation-v1.0.1.md#" + m.group(1))
                .collect(Collectors.toSet());

        for (RuleFile.Rule alert :
                RuleFile.read(Files.readString(ALERTS), "alerts.yaml").rules()) {
            assertThat(alert.labels().get("severity")).as(alert.name()).isIn("info", "warning", "error", "critical");
            assertThat(alert.annotations()).as(alert.name()).containsOnlyKeys("summary", "description", "runbook");
            assertThat(items).as(alert.name()).contains(alert.annotations().get("runbook"));
        }
    }

    @Test
    void everyHotfixHasAnAlert() throws Exception {
        assertThat(RuleFile.read(Files.readString(ALERTS), "alerts.yaml").rules().stream()
                        .map(RuleFile.Rule::labels)
                        .map(Map::entrySet)
                        .flatMap(Set::stream)
                        .filter(label -> label.getKey().equals("ticket"))
                        .map(Map.Entry::getValue))
                .contains("TARS-1001", "TARS-1002", "TARS-1003", "TARS-1004", "TARS-1005");
    }

    private static Promtool.Answer check(Path... files) throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of("check", "rules", "--lint=all", "--lint-fatal"));
        for (Path file : files) {
            arguments.add(file.toString());
        }
        return Promtool.run(arguments.toArray(String[]::new));
    }

    private static RuleFindings shipped() throws IOException, DocumentException {
        return new RuleFindings(Files.readString(RECORDS), Files.readString(ALERTS), Files.readString(OBJECTIVES));
    }

    private static RuleFindings changedFindings(Path file, String from, String to)
            throws IOException, DocumentException {
        return new RuleFindings(
                replaced(RECORDS, file, from, to),
                replaced(ALERTS, file, from, to),
                replaced(OBJECTIVES, file, from, to));
    }

    private static String replaced(Path file, Path changed, String from, String to) throws IOException {
        String text = Files.readString(file);
        if (file.equals(changed)) {
            assertThat(text).contains(from);
            return text.replace(from, to);
        }
        return text;
    }

    private static Path changed(Path folder, Path file, String from, String to) throws IOException {
        return Files.writeString(folder.resolve(file.getFileName()), replaced(file, file, from, to));
    }
}
