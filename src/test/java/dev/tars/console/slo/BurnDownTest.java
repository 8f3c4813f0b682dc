package dev.tars.console.slo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

/** A day of 288 records, one step each: 100 events a record, 1 % of them may be bad, so 288 bad ones are the budget. */
class BurnDownTest {

    private static final Slo ERRORS = Slos.of(
            Slos.ERRORS,
            "events: {bad: bad, total: total}",
            "budget: {period: 1d, tiers: [{spend: 2%, within: 1h, severity: critical}]}");
    private static final Instant TO = Instant.parse("2026-08-18T14:02:03.456Z");
    private static final Instant FROM = TO.minus(Duration.ofDays(1));
    private static final Map<String, String> EAST = Map.of("region", "us-east-1");
    private static final int STEPS = 288;

    private final ScriptedSloSource source = new ScriptedSloSource();

    private static SloSource.Course course(IntToDoubleFunction step) {
        long[] millis = new long[STEPS];
        double[] values = new double[STEPS];
        int count = 0;
        for (int i = 0; i < STEPS; i++) {
            double value = step.applyAsDouble(i);
            if (!Double.isNaN(value)) {
                millis[count] = FROM.plus(BudgetPlan.STEP.multipliedBy(i + 1L)).toEpochMilli();
                values[count++] = value;
            }
        }
        return new SloSource.Course(
                EAST, java.util.Arrays.copyOf(millis, count), java.util.Arrays.copyOf(values, count));
    }

    private BurnDown burnDown(IntToDoubleFunction bad, IntToDoubleFunction total) throws Exception {
        source.ranges("sum_over_time(bad[5m])", List.of(course(bad)));
        source.ranges(
                "count_over_time(bad[5m])", List.of(course(i -> Double.isNaN(bad.applyAsDouble(i)) ? Double.NaN : 1)));
        source.ranges("sum_over_time(total[5m])", List.of(course(total)));
        source.ranges(
                "count_over_time(total[5m])",
                List.of(course(i -> Double.isNaN(total.applyAsDouble(i)) ? Double.NaN : 1)));
        return BurnDown.ask(source, ERRORS, TO, Duration.ZERO);
    }

    @Test
    void itFallsByWhatEachStepCosts() throws Exception {
        BurnDown down = burnDown(i -> i == 10 ? 72 : i == 20 ? 144 : 0, i -> 100);
        assertThat(down.unknown()).isEmpty();
        SloSource.Course line = down.lines().get(0);
        assertThat(line.labels()).isEqualTo(EAST);
        assertThat(line.millis())
                .hasSize(STEPS + 1)
                .startsWith(FROM.toEpochMilli())
                .endsWith(TO.toEpochMilli());
        assertThat(line.values()[0]).isOne();
        assertThat(line.values()[10]).isOne();
        assertThat(line.values()[11]).isEqualTo(0.75, within(1e-12));
        assertThat(line.values()[20]).isEqualTo(0.75, within(1e-12));
        assertThat(line.values()[21]).isEqualTo(0.25, within(1e-12));
        assertThat(line.values()[STEPS]).as("what the budget's own figure says").isEqualTo(0.25, within(1e-12));
    }

    @Test
    void overspentGoesBelowNothing() throws Exception {
        BurnDown down = burnDown(i -> 2, i -> 100);
        assertThat(down.lines().get(0).values()[STEPS]).isEqualTo(-1, within(1e-12));
    }

    @Test
    void aStepThatIsNotHeldIsAGapAndCostsNothing() throws Exception {
        BurnDown down = burnDown(i -> i == 5 ? Double.NaN : 1, i -> i == 7 ? Double.NaN : 100);
        double[] left = down.lines().get(0).values();
        assertThat(left[6]).as("no bad events: nothing is proven").isNaN();
        assertThat(left[8]).isNaN();
        assertThat(left[5]).isFinite();
        assertThat(left[7]).isFinite().isLessThan(left[5]);
        assertThat(left[9]).isFinite();
    }

    @Test
    void ofAPeriodThatIsNotHeldNothingIsSaid() throws Exception {
        BurnDown down = burnDown(i -> i < 40 ? Double.NaN : 0, i -> i < 40 ? Double.NaN : 100);
        assertThat(down.lines()).isEmpty();
        assertThat(down.unknown()).containsExactly(EAST);
    }

    @Test
    void aThirdOfTheBadRecordsMissingIsNotKnownEither() throws Exception {
        assertThat(burnDown(i -> i % 3 == 0 ? Double.NaN : 0, i -> 100).unknown())
                .containsExactly(EAST);
    }

    @Test
    void withoutTrafficNothingIsSaid() throws Exception {
        assertThat(burnDown(i -> 0, i -> 0).unknown()).containsExactly(EAST);
    }

    @Test
    void thirtyDaysAreAskedInStepsThatTileThem() throws Exception {
        Slo month = Slos.of(Slos.ERRORS, "events: {bad: bad, total: total}");
        BurnDown down = BurnDown.ask(source, month, TO, Duration.ofSeconds(60));
        assertThat(down.step()).isEqualTo(Duration.ofMinutes(90));
        assertThat(down.lines()).isEmpty();
        assertThat(source.rangeQuestions()).hasSize(4).allSatisfy(asked -> {
            assertThat(asked.expression()).contains("[90m]");
            assertThat(asked.step()).isEqualTo(Duration.ofMinutes(90));
            assertThat(asked.to()).as("by the server's clock").isEqualTo(TO.plusSeconds(60));
            assertThat(asked.from())
                    .isEqualTo(TO.plusSeconds(60).minus(Duration.ofDays(30)).plus(Duration.ofMinutes(90)));
        });
    }

    @Test
    void aPeriodThatNothingDividesIsAskedRecordByRecord() throws Exception {
        Slo odd = Slos.of(
                Slos.ERRORS,
                "events: {bad: bad, total: total}",
                "budget: {period: 31085m, tiers: [{spend: 2%, within: 1h, severity: critical}]}");
        assertThat(BurnDown.ask(source, odd, TO, Duration.ZERO).step()).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void anObjectiveWithoutBudgetHasNone() {
        assertThatThrownBy(() -> BurnDown.ask(source, Slos.of(Slos.LATENCY), TO, Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("has no error budget");
    }
}
