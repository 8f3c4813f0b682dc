package dev.tars.console.slo;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** From the answers of a poll to what the board says of a budget. 1 % of 30 d, tiers as they come. */
class BudgetReadingTest {

    private static final Instant AT = Instant.parse("2026-08-18T14:32:15Z");
    private static final Slo ERRORS = Slos.of(Slos.ERRORS, "events: {bad: bad, total: total}");
    private static final Map<String, String> EAST = Map.of("region", "us-east-1");
    private static final Map<String, String> WEST = Map.of("region", "us-west-2");

    private static String share(Duration window) {
        return ERRORS.budget().orElseThrow().badShare(window);
    }

    /** Bad shares of the indicator's windows and of 30 min, 2, 6 h, 1, 3 and 30 d. */
    private static Batches shares(Batches batch, Map<String, String> labels, double indicator, double... longer) {
        for (String window : new String[] {"1m", "5m", "1h"}) {
            batch.sample("errors:" + window, labels, indicator);
        }
        int[] hours = {2, 6, 24, 72, 720};
        batch.sample(share(Duration.ofMinutes(30)), labels, longer[0]);
        for (int i = 0; i < hours.length; i++) {
            batch.sample(share(Duration.ofHours(hours[i])), labels, longer[i + 1]);
        }
        return batch;
    }

    private static SloReading reading(Batches batch) {
        ObjectiveTrack track = new ObjectiveTrack(ERRORS, ZoneOffset.UTC, AT, "test");
        track.judge(new ObjectiveTrack.Poll(batch.batch(), AT, AT, "test", Optional.empty()), new ViolationLog(10));
        return track.reading();
    }

    @Test
    void aSlowBurnUnderTheBoundIsBurningAtItsTiersSeverity() {
        // Six times 1 % would miss the objective; 1 times over 3 d and 6 h does while the hour keeps it.
        SloReading reading = reading(shares(Batches.answers(), EAST, 0.009, 0.009, 0.009, 0.01, 0.01, 0.01, 0.005));

        assertThat(reading.state()).isEqualTo(SloState.BURNING);
        assertThat(reading.severity()).contains(Severity.WARNING);
        BudgetReading budget = reading.budget().orElseThrow();
        assertThat(budget.firing().orElseThrow().tier().within()).isEqualTo(Duration.ofDays(3));
        assertThat(budget.burn().orElseThrow().rate().orElseThrow()).isEqualByComparingTo("0.9");
        assertThat(budget.budget().orElseThrow().left()).isEqualByComparingTo("0.5");
        assertThat(budget.goneIn().orElseThrow().toHours()).isEqualTo(400);
        assertThat(reading.sentence().replace('\u00a0', ' '))
                .contains("keeps ≤ 1 % over 5 min")
                .contains("spends its error budget too fast")
                .contains("Over 3 d it burns 1.0 times too fast in us-east-1 (warning)")
                .contains("the budget of 30 d is gone in 16 d 16 h.");
    }

    @Test
    void theWorstLabelSetSpeaks() {
        Batches batch = shares(Batches.answers(), WEST, 0.001, 0.001, 0.001, 0.001, 0.001, 0.001, 0.001);
        BudgetReading budget = reading(shares(batch, EAST, 0.002, 0.002, 0.002, 0.002, 0.002, 0.002, 0.004))
                .budget()
                .orElseThrow();

        assertThat(budget.labels()).isEqualTo(EAST);
        assertThat(budget.firing()).isEmpty();
        assertThat(budget.budget().orElseThrow().left()).isEqualByComparingTo("0.6");
    }

    @Test
    void aYoungServerSaysWhichWindowsItDoesNotHoldAndNothingOfThem() {
        SloReading reading = reading(Batches.of("errors", 0.009, 0.009, 0.009)
                .value(share(Duration.ofMinutes(30)), 0.5)
                .nothing(share(Duration.ofHours(6))));

        BudgetReading budget = reading.budget().orElseThrow();
        assertThat(reading.state()).isEqualTo(SloState.OK);
        assertThat(budget.missing())
                .containsExactly(
                        Duration.ofHours(2),
                        Duration.ofHours(6),
                        Duration.ofDays(1),
                        Duration.ofDays(3),
                        Duration.ofDays(30));
        assertThat(budget.budget()).isEmpty();
        assertThat(budget.goneIn()).isEmpty();
        assertThat(budget.tiers().get(1).shortBurn()).isPresent();
        assertThat(budget.tiers().get(1).fires()).isFalse();
    }

    @Test
    void noTrafficIsNoBurn() {
        BudgetReading budget = reading(
                        shares(Batches.answers(), EAST, 0.001, Double.NaN, 0, 0, Double.NaN, 0, Double.NaN))
                .budget()
                .orElseThrow();

        assertThat(budget.missing()).isEmpty();
        assertThat(budget.budget()).isEmpty();
        assertThat(budget.firing()).isEmpty();
    }

    @Test
    void withoutDataThereAreNoFiguresOfTheBudget() {
        SloReading reading =
                reading(shares(Batches.answers(), EAST, 0, 0, 0, 0, 0, 0, 0).missing("errors:5m"));

        assertThat(reading.state()).isEqualTo(SloState.NO_DATA);
        assertThat(reading.budget()).isEmpty();
    }

    @Test
    void aLoudFireIsCalledBeforeAQuietOne() {
        SloReading reading = reading(shares(Batches.answers(), EAST, 0.2, 0.2, 0.2, 0.2, 0.2, 0.2, 0.02));

        assertThat(reading.state()).isEqualTo(SloState.VIOLATED);
        assertThat(reading.budget().flatMap(BudgetReading::firing).map(t -> t.tier()))
                .contains(new BurnTier(new BigDecimal("0.02"), Duration.ofHours(1), Severity.CRITICAL));
        assertThat(reading.budget().flatMap(BudgetReading::goneIn)).isEqualTo(Optional.of(Duration.ZERO));
        assertThat(reading.sentence()).contains("is spent");
    }

    @Test
    void aWindowIsTheSumOfTheBadOverTheSumOfAllAndNothingWhereATenthIsNotHeld() {
        assertThat(share(Duration.ofDays(1)))
                .isEqualTo("clamp_max(sum_over_time(bad[1440m]) / sum_over_time(total[1440m]), 1)"
                        + " and (count_over_time(total[1440m]) >= 259)");
    }
}
