package dev.tars.console.slo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tars.console.base.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever is missing from whatever batch: an objective that lacks a piece is not ok, and its verdict is not met. */
class NoOkFromNothingTest {

    private static final Instant AT = Instant.parse("2026-08-18T14:32:15Z");
    private static final List<String> REGIONS = List.of("a", "b", "c");
    private static final List<String> WINDOWS = List.of("1m", "5m", "1h");
    private static final int ROUNDS = 20_000;

    private final Random random = new Random(42);

    @Test
    void anObjectiveThatLacksAPieceIsNeverOk() {
        Slo slo = Slos.of(Slos.LATENCY, "target: up", "freshness: newest");
        int whole = 0;
        for (int round = 0; round < ROUNDS; round++) {
            Batches batches = Batches.answers();
            boolean lacks = fill(batches);
            Judgement judgement = new SloEvaluator(slo).judge(batches.batch(), AT, seenAll());
            Verdict verdict = SloVerdicts.of(judgement.state(), judgement.noData(), "");
            if (lacks) {
                assertThat(judgement.state())
                        .as("round %d: %s", round, batches.batch())
                        .isNotEqualTo(SloState.OK)
                        .isNotEqualTo(SloState.BURNING);
                assertThat(verdict).isNotInstanceOf(Verdict.Met.class);
            } else {
                whole++;
                assertThat(judgement.state().isUnknown()).as("round %d", round).isFalse();
            }
        }
        assertThat(whole).as("rounds with every piece in place").isBetween(ROUNDS / 50, ROUNDS / 2);
    }

    /** @return whether any piece of any region is missing */
    private boolean fill(Batches batches) {
        boolean lacks = false;
        List<String> expressions = new ArrayList<>(List.of("up", "newest"));
        WINDOWS.forEach(window -> expressions.add("latency:" + window));
        for (String expression : expressions) {
            int fate = random.nextInt(60);
            if (fate == 0) {
                batches.refused(expression, "no");
                lacks = true;
                continue;
            }
            if (fate == 1) {
                lacks = true;
                continue;
            }
            batches.nothing(expression);
            for (String region : REGIONS) {
                int piece = random.nextInt(40);
                if (piece == 0) {
                    lacks = true;
                } else if (piece == 1) {
                    batches.sample(expression, Map.of("region", region), Double.NaN);
                    lacks = true;
                } else {
                    batches.sample(expression, Map.of("region", region), good(expression));
                }
            }
        }
        return lacks;
    }

    private double good(String expression) {
        return switch (expression) {
            case "up" -> 1;
            case "newest" -> AT.getEpochSecond() - random.nextInt(100);
            default -> random.nextInt(20) == 0 ? 0.3 : random.nextDouble() * 0.1;
        };
    }

    private static SeenSeries seenAll() {
        Map<Map<String, String>, Instant> last = new java.util.HashMap<>();
        REGIONS.forEach(region -> last.put(Map.of("region", region), AT.minusSeconds(15)));
        return new SeenSeries(last, 0);
    }
}
