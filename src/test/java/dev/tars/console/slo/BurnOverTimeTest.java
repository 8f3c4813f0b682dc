package dev.tars.console.slo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tars.console.document.YamlDocument;
import dev.tars.console.document.YamlNode;
import dev.tars.console.promql.RealPrometheus;
import dev.tars.console.release.Promtool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Six hours of records, written into a real Prometheus: at each minute the rules of the shipped group
 * {@code tars_burn_alerts} as that server evaluates them, against the tiers as a poll at that minute judges them and,
 * at each tile, as a back-test walks them.
 */
@SuppressWarnings("NullAway.Init")
class BurnOverTimeTest {

    private static final Instant END = Instant.parse("2026-08-18T14:00:00Z");
    private static final Duration LONG = Duration.ofHours(6);
    private static final Duration STEP = Duration.ofMinutes(1);
    private static final List<String> REGIONS = List.of("us-east-1", "eu-west-1");

    /** Minutes, in each region. */
    private static final int MOMENTS = 361 * 2;

    /** That a tier fires: of an objective, in a region, at a time. */
    private record Verdict(String objective, Duration tier, String region, Instant at) {}

    @TempDir
    private static Path folder;

    private static List<Slo> slos;
    private static RealPrometheus prometheus;

    @BeforeAll
    static void write() throws Exception {
        slos =
                SloFile.parse(Files.readString(Path.of("rules", "slos.yaml")), "slos.yaml", QueryCheck.none())
                        .objectives()
                        .stream()
                        .filter(slo -> slo.budget().isPresent())
                        .toList();
        backfill();
        prometheus = RealPrometheus.start(folder);
    }

    @AfterAll
    static void close() {
        if (prometheus != null) {
            prometheus.close();
        }
    }

    @Test
    void aPollSaysWhatPrometheusSaysAtEachMinute() throws Exception {
        Set<Verdict> theirs = new HashSet<>();
        for (YamlNode rule : burnAlerts()) {
            theirs.addAll(firing(rule));
        }
        Set<Verdict> ours = new HashSet<>();
        for (Slo slo : slos) {
            ours.addAll(polled(slo));
        }
        assertThat(differences(ours, theirs)).isEmpty();
        for (Slo slo : slos) {
            long ofOne =
                    theirs.stream().filter(v -> v.objective().equals(slo.id())).count();
            assertThat(ofOne).as(slo.id()).isBetween(100L, MOMENTS * 3L);
        }
    }

    @Test
    void aBackTestSaysWhatPrometheusSaysAtEachTile() throws Exception {
        for (Slo slo : slos) {
            Set<Verdict> theirs = tiled(slo);
            assertThat(differences(walked(slo), theirs)).isEmpty();
            assertThat(theirs).as(slo.id()).hasSizeGreaterThan(10);
        }
    }

    private static List<String> differences(Set<Verdict> ours, Set<Verdict> theirs) {
        return Stream.concat(
                        ours.stream().filter(v -> !theirs.contains(v)).map(v -> "only we: " + v),
                        theirs.stream().filter(v -> !ours.contains(v)).map(v -> "only Prometheus: " + v))
                .sorted()
                .toList();
    }

    private static void backfill() throws Exception {
        Random random = new Random(20260818);
        List<BurnCourse> courses = new ArrayList<>();
        Set<String> metrics = new TreeSet<>();
        for (Slo slo : slos) {
            for (String region : REGIONS) {
                BurnCourse course =
                        new BurnCourse(slo, region, END, Duration.ofDays(3).plus(LONG), LONG.plusMinutes(10), random);
                courses.add(course);
                metrics.addAll(course.metrics());
            }
        }
        StringBuilder text = new StringBuilder();
        for (String metric : metrics) {
            text.append("# TYPE ").append(metric).append(" gauge\n");
            courses.forEach(course -> course.write(metric, text));
        }
        Path records = Files.writeString(folder.resolve("records.txt"), text.append("# EOF\n"));
        Promtool.Answer answer = Promtool.run(
                "tsdb",
                "create-blocks-from",
                "openmetrics",
                records.toString(),
                folder.resolve("data").toString());
        assertThat(answer.exit()).as(answer.output()).isZero();
    }

    private static List<YamlNode> burnAlerts() throws Exception {
        YamlNode file = YamlDocument.parse(Files.readString(Path.of("rules", "alerts.yaml")), "alerts.yaml");
        for (YamlNode group : file.require("groups").items()) {
            if (group.require("name").text().equals("tars_burn_alerts")) {
                return group.require("rules").items();
            }
        }
        throw new AssertionError("alerts.yaml has no group tars_burn_alerts");
    }

    private static Set<Verdict> firing(YamlNode rule) throws Exception {
        YamlNode labels = rule.require("labels");
        String tier = labels.require("tier").text();
        int amount = Integer.parseInt(tier.substring(0, tier.length() - 1));
        Duration within = tier.endsWith("d") ? Duration.ofDays(amount) : Duration.ofHours(amount);
        String objective = labels.require("objective").text();
        Set<Verdict> firing = new HashSet<>();
        range(rule.require("expr").text(), STEP)
                .forEach((region, values) ->
                        values.keySet().forEach(at -> firing.add(new Verdict(objective, within, region, at))));
        return firing;
    }

    /** As each poll judges: on the server's answers to the questions a poll asks. */
    private static Set<Verdict> polled(Slo slo) throws Exception {
        BudgetPlan plan = slo.budget().orElseThrow();
        Map<String, Map<String, Map<Instant, Double>>> answers = new HashMap<>();
        for (Duration window : plan.windows()) {
            String query = BudgetJudge.query(slo, plan, window);
            answers.put(query, range(query, STEP));
        }
        BudgetJudge judge = new BudgetJudge(slo, plan);
        Set<Verdict> firing = new HashSet<>();
        for (Instant at = END.minus(LONG); !at.isAfter(END); at = at.plus(STEP)) {
            for (String region : REGIONS) {
                Batches batch = Batches.answers();
                Instant asked = at;
                answers.forEach((query, regions) -> {
                    Double value = regions.getOrDefault(region, Map.of()).get(asked);
                    if (value == null) {
                        batch.nothing(query);
                    } else {
                        batch.sample(query, Map.of("region", region), value);
                    }
                });
                ObjectiveTrack.Poll poll = new ObjectiveTrack.Poll(batch.batch(), at, at, "it", Optional.empty());
                judge.judge(poll)
                        .ifPresent(reading -> reading.tiers().stream()
                                .filter(BudgetReading.TierReading::fires)
                                .forEach(t -> firing.add(
                                        new Verdict(slo.id(), t.tier().within(), region, asked))));
            }
        }
        return firing;
    }

    /** As a back-test walks: on the records of bad and all events alone. */
    private static Set<Verdict> walked(Slo slo) throws Exception {
        BackTest test = new BackTest(slo);
        BudgetPlan plan = slo.budget().orElseThrow();
        Set<Verdict> firing = new HashSet<>();
        List<SloSource.Course> bad = courses(plan.bad(), test.before());
        List<SloSource.Course> total = courses(plan.total(), test.before());
        for (BackTest.Firing f : test.of(bad, total, END.minus(LONG), END).firings()) {
            Instant end = f.to().orElse(END.plus(BudgetPlan.STEP));
            for (Instant at = f.from(); at.isBefore(end); at = at.plus(BudgetPlan.STEP)) {
                firing.add(new Verdict(slo.id(), f.tier().within(), f.labels().getOrDefault("region", ""), at));
            }
        }
        return firing;
    }

    /** The same tiers as rules over the same two records, a minute after each: so no window ends on a record. */
    private static Set<Verdict> tiled(Slo slo) throws Exception {
        BudgetPlan plan = slo.budget().orElseThrow();
        Set<Verdict> firing = new HashSet<>();
        for (BurnTier tier : plan.tiers()) {
            String needed = TierConsequences.of(tier, plan.period(), slo.budgetShare())
                    .needed()
                    .toPlainString();
            String rule = "(" + plan.badShare(tier.within()) + ") >= " + needed + " and ("
                    + plan.badShare(tier.shortWindow()) + ") >= " + needed;
            range(rule, BudgetPlan.STEP, STEP)
                    .forEach((region, values) -> values.keySet()
                            .forEach(at -> firing.add(new Verdict(slo.id(), tier.within(), region, at))));
        }
        return firing;
    }

    private static Map<String, Map<Instant, Double>> range(String query, Duration step)
            throws IOException, InterruptedException {
        return range(query, step, Duration.ZERO);
    }

    /** Asked so much later than the times that it is answered under. */
    private static Map<String, Map<Instant, Double>> range(String query, Duration step, Duration later)
            throws IOException, InterruptedException {
        JsonNode answer = prometheus.ask(
                "query_range",
                Map.of(
                        "query", query,
                        "start", Long.toString(END.minus(LONG).plus(later).getEpochSecond()),
                        "end", Long.toString(END.plus(later).getEpochSecond()),
                        "step", Long.toString(step.toSeconds())));
        assertThat(answer.path("status").asText()).as(answer.toString()).isEqualTo("success");
        Map<String, Map<Instant, Double>> regions = new HashMap<>();
        for (JsonNode series : answer.path("data").path("result")) {
            Map<Instant, Double> values = new HashMap<>();
            for (JsonNode value : series.path("values")) {
                values.put(
                        Instant.ofEpochSecond(value.get(0).asLong()).minus(later),
                        Double.valueOf(value.get(1).asText()));
            }
            regions.put(series.path("metric").path("region").asText(), values);
        }
        return regions;
    }

    /** The samples as they are stored: a range selector does not look back. */
    private static List<SloSource.Course> courses(String metric, Duration before)
            throws IOException, InterruptedException {
        JsonNode answer = prometheus.ask(
                "query",
                Map.of(
                        "query",
                        metric + "[" + LONG.plus(before).toMinutes() + "m]",
                        "time",
                        Long.toString(END.getEpochSecond())));
        List<SloSource.Course> courses = new ArrayList<>();
        for (JsonNode series : answer.path("data").path("result")) {
            JsonNode values = series.path("values");
            long[] millis = new long[values.size()];
            double[] numbers = new double[millis.length];
            for (int i = 0; i < millis.length; i++) {
                millis[i] = values.get(i).get(0).asLong() * 1000;
                numbers[i] = Double.parseDouble(values.get(i).get(1).asText());
            }
            courses.add(new SloSource.Course(
                    Map.of("region", series.path("metric").path("region").asText()), millis, numbers));
        }
        return courses;
    }
}
