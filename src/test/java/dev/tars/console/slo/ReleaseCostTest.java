package dev.tars.console.slo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a release has cost: 1 % of 30 d is 7 h 12 min. */
class ReleaseCostTest {

    private static final Instant AT = Instant.parse("2026-08-18T14:32:15Z");
    private static final Slo ERRORS = Slos.of(Slos.ERRORS, "events: {bad: bad, total: total}");
    private static final BudgetPlan PLAN = ERRORS.budget().orElseThrow();
    private static final Map<String, String> EAST = Map.of("region", "us-east-1");
    private static final Map<String, String> WEST = Map.of("region", "us-west-2");

    private static ReleaseMark mark(Duration ago) {
        return new ReleaseMark(AT.minus(ago), "v1.0.1 starts");
    }

    private static String query(Duration ago) {
        return CostJudge.query(ERRORS, PLAN, AT.minus(ago), AT);
    }

    private static Batches usual() {
        Batches batch = Batches.answers();
        for (Map<String, String> labels : List.of(EAST, WEST)) {
            for (String window : new String[] {"1m", "5m", "1h"}) {
                batch.sample("errors:" + window, labels, 0.002);
            }
            batch.sample(PLAN.badShare(PLAN.period()), labels, 0.001);
        }
        return batch;
    }

    private static Optional<ReleaseCost> cost(Batches batch, Optional<ReleaseMark> mark, Duration skew) {
        ObjectiveTrack track = new ObjectiveTrack(ERRORS, ZoneOffset.UTC, AT, "test");
        track.judge(new ObjectiveTrack.Poll(batch.batch(), AT.minus(skew), AT, "test", mark), new ViolationLog(10));
        return track.reading().budget().orElseThrow().cost();
    }

    private static ReleaseCost cost(Batches batch, ReleaseMark mark) {
        return cost(batch, Optional.of(mark), Duration.ZERO).orElseThrow();
    }

    @Test
    void itIsTheBadShareOfTheTimeSinceTheMarkInTheWorstRegion() {
        Duration ago = Duration.ofHours(2);
        Batches batch = usual().sample(query(ago), EAST, 0.01).sample(query(ago), WEST, 0.025);

        ReleaseCost cost = cost(batch, mark(ago));

        assertThat(cost.labels()).isEqualTo(WEST);
        assertThat(cost.spent()).contains(Duration.ofMinutes(3));
        // 3 min of 432 min.
        assertThat(cost.ofBudget().orElseThrow()).isEqualByComparingTo("0.006944444444444444");
    }

    @Test
    void aRegionThatIsNotHeldMakesItUnknownHoweverLittleTheOthersCost() {
        Duration ago = Duration.ofHours(2);
        ReleaseCost cost = cost(usual().sample(query(ago), EAST, 0.01), mark(ago));

        assertThat(cost.labels()).isEqualTo(WEST);
        assertThat(cost.spent()).isEmpty();
        assertThat(cost.ofBudget()).isEmpty();
    }

    @Test
    void beforeTheFirstRecordIsCompleteTheFiveMinuteWindowStandsForIt() {
        Duration ago = Duration.ofMinutes(4);
        assertThat(query(ago)).isEqualTo("errors:5m");
        assertThat(cost(usual(), mark(ago)).spent()).contains(Duration.ofMillis(480));
    }

    @Test
    void withoutTrafficItIsNotKnown() {
        Duration ago = Duration.ofHours(1);
        Batches batch = usual().sample(query(ago), EAST, Double.NaN).sample(query(ago), WEST, Double.NaN);
        assertThat(cost(batch, mark(ago)).spent()).isEmpty();
    }

    @Test
    void aMarkInTheFutureHasCostNothingYet() {
        assertThat(cost(usual(), mark(Duration.ofMinutes(-3))).spent()).contains(Duration.ZERO);
    }

    @Test
    void nothingIsChargedWithoutAMark() {
        assertThat(cost(usual(), Optional.empty(), Duration.ZERO)).isEmpty();
        assertThat(new Questions(List.of(ERRORS)).at(AT, Optional.empty(), Duration.ZERO))
                .noneMatch(question -> question.contains("[7335s]"));
    }

    @Test
    void theQuestionIsInTheServersTimeAndWantsNineTenthsOfTheRecords() {
        Duration ago = Duration.ofHours(2).plusSeconds(135);
        Duration skew = Duration.ofSeconds(40);
        // The mark is of our clock, which stands 40 s behind.
        ReleaseMark mark = new ReleaseMark(AT.minus(ago).minus(skew), "");
        String asked = "clamp_max(sum_over_time(bad[7335s]) / sum_over_time(total[7335s]), 1)"
                + " and (count_over_time(total[7335s]) >= 21)";
        assertThat(new Questions(List.of(ERRORS)).at(AT, Optional.of(mark), skew))
                .contains(asked);

        Batches batch = usual().sample(asked, EAST, 0.1).sample(asked, WEST, 0.1);
        assertThat(cost(batch, Optional.of(mark), skew).orElseThrow().spent()).contains(Duration.ofMillis(733_500));
    }
}
