package dev.tars.console.practice.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tars.console.base.Ticker;
import dev.tars.console.document.DocumentException;
import dev.tars.console.practice.store.TimeSeriesStore;
import dev.tars.console.promql.LabelMatcher;
import dev.tars.console.promql.Labels;
import dev.tars.console.promql.PromqlEngine;
import dev.tars.console.promql.Staleness;
import dev.tars.console.promql.StoredSeries;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RuleGroupTest {
    private static final Instant START = Instant.parse("2026-11-24T08:00:00Z");
    private static final Duration INTERVAL = Duration.ofSeconds(15);
    private static final Labels DEPTH = Labels.of(Labels.NAME, "depth", "region", "eu-west-1");

    private final TimeSeriesStore store = new TimeSeriesStore();
    private final PromqlEngine engine = new PromqlEngine(store, Duration.ofMinutes(5));

    @Test
    void aRuleSeesWhatTheOneBeforeItRecordedAtTheSameInstant() throws Exception {
        RuleGroup group = group("{record: a, expr: depth * 2}", "{record: b, expr: a + 1, labels: {by: rules}}");
        store.append(DEPTH, millis(0), 5);
        group.evaluate(START);
        StoredSeries b = only("b");
        assertThat(b.values()).containsExactly(11);
        assertThat(b.millis()).containsExactly(millis(0));
        assertThat(b.labels()).isEqualTo(Labels.of(Labels.NAME, "b", "region", "eu-west-1", "by", "rules"));
    }

    @Test
    void aResultThatIsGoneIsMarkedStale() throws Exception {
        RuleGroup group = group("{record: a, expr: depth > 3}");
        store.append(DEPTH, millis(0), 5);
        group.evaluate(START);
        store.append(DEPTH, millis(15), 1);
        group.evaluate(START.plusSeconds(15));
        group.evaluate(START.plusSeconds(30));
        StoredSeries a = only("a");
        assertThat(a.size()).isEqualTo(2);
        assertThat(Staleness.isStale(a.values()[1])).isTrue();
    }

    @Test
    void historyHasTheSameResultsAsEvaluationsOneByOne() throws Exception {
        String[] rules = {"{record: a, expr: depth > 3}", "{record: b, expr: a + 1}"};
        TimeSeriesStore other = new TimeSeriesStore();
        RuleGroup live =
                new RuleGroup(read(rules), new PromqlEngine(other, Duration.ofMinutes(5)), other, Ticker.system());
        for (int second = 0; second <= 300; second += 15) {
            double value = second % 90;
            store.append(DEPTH, millis(second), value);
            other.append(DEPTH, millis(second), value);
            live.evaluate(START.plusSeconds(second));
        }
        RuleGroup backfilled = group(rules);
        backfilled.backfill(START, START.plusSeconds(300));
        for (String name : List.of("a", "b")) {
            StoredSeries expected = named(other, name);
            StoredSeries actual = only(name);
            assertThat(actual.millis()).as(name).isEqualTo(expected.millis());
            assertThat(bits(actual)).as(name).isEqualTo(bits(expected));
        }
    }

    @Test
    void historyIsGoneOnWithWithoutAStaleMarkInBetween() throws Exception {
        RuleGroup group = group("{record: a, expr: depth}");
        store.append(DEPTH, millis(0), 5);
        group.backfill(START, START.plusSeconds(30));
        store.append(DEPTH.with("region", "us-east-1"), millis(40), 5);
        store.append(DEPTH, millis(41), Staleness.MARKER);
        group.evaluate(START.plusSeconds(45));
        List<StoredSeries> both = store.select(List.of(LabelMatcher.equal(Labels.NAME, "a")), 0, Long.MAX_VALUE / 2);
        assertThat(both).hasSize(2);
        StoredSeries ended = both.get(0);
        assertThat(Staleness.isStale(ended.values()[ended.size() - 1])).isTrue();
    }

    @Test
    void aFailingRuleKeepsItsErrorAndLeavesTheOthersAlone() throws Exception {
        RuleGroup broken = group("{record: bad, expr: left * on() left}", "{record: good, expr: depth}");
        store.append(DEPTH, millis(0), 5);
        store.append(Labels.of(Labels.NAME, "left", "x", "1"), millis(0), 1);
        store.append(Labels.of(Labels.NAME, "left", "x", "2"), millis(0), 1);
        assertThat(broken.states()).extracting(RuleState::health).containsExactly("unknown", "unknown");
        broken.evaluate(START);
        assertThat(broken.states()).extracting(RuleState::health).containsExactly("err", "ok");
        assertThat(broken.states().get(0).error()).contains("many-to-many");
        assertThat(broken.failures()).isEqualTo(1);
        assertThat(only("good").values()).containsExactly(5);
    }

    @Test
    void anAlertIsPendingForAsLongAsItsRuleSaysThenFiresAndIsGoneWithItsResult() throws Exception {
        RuleGroup group = group("{alert: Deep, expr: depth > 3, for: 30s, labels: {severity: error},"
                + " annotations: {summary: 'depth in {{ $labels.region }} is {{ $value }}'}}");
        List<Double> depths = List.of(5.0, 5.0, 6.0, 1.0);
        List<String> states = List.of("pending", "pending", "firing", "");
        for (int i = 0; i < depths.size(); i++) {
            store.append(DEPTH, millis(15 * i), depths.get(i));
            group.evaluate(START.plusSeconds(15L * i));
            List<ActiveAlert> alerts = group.states().get(0).alerts();
            assertThat(alerts.stream().map(ActiveAlert::state).findFirst().orElse(""))
                    .isEqualTo(states.get(i));
        }
        StoredSeries firing = store.select(
                        List.of(LabelMatcher.equal(Labels.NAME, "ALERTS"), LabelMatcher.equal("alertstate", "firing")),
                        0,
                        Long.MAX_VALUE / 2)
                .get(0);
        assertThat(firing.labels().get("severity")).isEqualTo("error");
        assertThat(firing.size()).isEqualTo(2);
        assertThat(Staleness.isStale(firing.values()[1])).isTrue();
    }

    @Test
    void anAlertsTextsAreFilledIn() throws Exception {
        RuleGroup group = group(
                "{alert: Deep, expr: depth > 3,"
                        + " annotations: {summary: 'depth{{ with $labels.region }} in {{ . }}{{ end }} is {{ $value | humanize1024 }}B'}}");
        store.append(DEPTH, millis(0), 1_610_612_736);
        group.evaluate(START);
        assertThat(group.states().get(0).alerts())
                .singleElement()
                .satisfies(alert ->
                        assertThat(alert.annotations()).containsEntry("summary", "depth in eu-west-1 is 1.5GiB"));
    }

    @Test
    void anExpressionThatDoesNotParseIsRefusedWithItsLine() {
        assertThatThrownBy(() -> RuleFile.read(
                        "groups:\n- name: g\n  rules:\n  - record: a\n    expr: rate(x[5m]) by (y)\n",
                        "r.yaml",
                        INTERVAL))
                .isInstanceOf(DocumentException.class)
                .hasMessageContaining("r.yaml:5:")
                .hasMessageContaining("unexpected");
    }

    private RuleGroup group(String... rules) throws DocumentException {
        return new RuleGroup(read(rules), engine, store, Ticker.system());
    }

    private static RuleFile.Group read(String... rules) throws DocumentException {
        String text = "groups:\n- name: g\n  rules:\n  - " + String.join("\n  - ", rules) + "\n";
        return RuleFile.read(text, "r.yaml", INTERVAL).get(0);
    }

    private static long millis(int second) {
        return START.plusSeconds(second).toEpochMilli();
    }

    private StoredSeries only(String name) {
        return named(store, name);
    }

    private static StoredSeries named(TimeSeriesStore store, String name) {
        List<StoredSeries> found = store.select(List.of(LabelMatcher.equal(Labels.NAME, name)), 0, Long.MAX_VALUE / 2);
        assertThat(found).as(name).hasSize(1);
        return found.get(0);
    }

    private static long[] bits(StoredSeries series) {
        long[] bits = new long[series.size()];
        for (int i = 0; i < bits.length; i++) {
            bits[i] = Double.doubleToRawLongBits(series.values()[i]);
        }
        return bits;
    }
}
