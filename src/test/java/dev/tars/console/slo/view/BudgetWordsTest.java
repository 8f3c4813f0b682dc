package dev.tars.console.slo.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tars.console.slo.BurnTier;
import dev.tars.console.slo.Severity;
import dev.tars.console.slo.SloBoard;
import dev.tars.console.slo.TierConsequences;
import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class BudgetWordsTest {

    private final BudgetWords words = new BudgetWords(LiveBench.words());

    private static LiveRow row(boolean old) {
        SloBoard board = SampleBoards.mixed(SampleBoards.AT, 7);
        return LiveRow.of(board.readings().get(3), board, SampleBoards.AT, false, old);
    }

    private static String plain(String text) {
        return text.replace('\u00a0', ' ');
    }

    private static TierConsequences page(String budget) {
        BurnTier tier = new BurnTier(new BigDecimal("0.02"), Duration.ofHours(1), Severity.CRITICAL);
        return TierConsequences.of(tier, Duration.ofDays(30), new BigDecimal(budget));
    }

    @Test
    void theFiguresStandInPlainWords() {
        assertThat(plain(words.left(row(false)))).isEqualTo("4 h 23 min");
        assertThat(plain(words.leftOf(row(false)))).isEqualTo("61.0 % of 7 h 12 min");
        assertThat(words.burn(row(false))).isEqualTo("6.2×");
        assertThat(plain(words.goneIn(row(false)))).isEqualTo("gone in 2 d 22 h");
        assertThat(LiveBench.words().pill(row(false))).isEqualTo("burning 6.2×");
        assertThat(plain(words.left(row(true)))).isEqualTo("(4 h 23 min)");
    }

    @Test
    void aWindowThatTheServerDoesNotHoldIsNamed() {
        TierConsequences slow = TierConsequences.of(
                row(false).slo().budget().orElseThrow().tiers().get(3), Duration.ofDays(30), new BigDecimal("0.01"));

        assertThat(plain(words.tierNow(row(false), slow))).isEqualTo("Now not held yet over 3 d and 2.0× over 6 h.");
    }

    @Test
    void aTierSaysWhatItMeans() {
        assertThat(plain(words.tier(page("0.001")))).isEqualTo("14.4× = 2.00 % of the budget in 1 h: critical");
        assertThat(plain(words.consequences(page("0.001"))))
                .isEqualTo("If all fail, told after 51 s, over within 4 min 55 s; if 10 %, told after 8 min 38 s, over"
                        + " within 4 min 16 s; if 1 %, never told. A single failure fires it among 69 events in 1 h or"
                        + " fewer.");
        assertThat(plain(words.consequences(page("0.1")))).startsWith("It can never fire: 144.00 % of all events");
    }
}
