package dev.tars.console.migration;

import static dev.tars.console.migration.Samples.node;
import static dev.tars.console.migration.Samples.over;
import static dev.tars.console.migration.Samples.plan;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlanDiffTest {

    private static final String INDEX = "idx_evaluations_agent_created";

    @Test
    void aScanThatBecameAnIndexIsSaidWithItsRowsAndBlocks() {
        assertThat(PlanDiff.words(Samples.slowPlan(), Samples.fastPlan(INDEX)))
                .containsExactly(
                        "Sequential scan of evaluations (200,000 rows, 2,345 blocks) became an index scan using "
                                + INDEX + " (50 rows, 6 blocks).",
                        "The sort is gone: the index gives the order.");
        assertThat(PlanDiff.brief(Samples.slowPlan(), Samples.fastPlan(INDEX)))
                .isEqualTo("Seq Scan to Index Scan, " + INDEX);
    }

    @Test
    void whatStayedIsSaid() {
        assertThat(PlanDiff.words(Samples.slowPlan(), Samples.slowPlan()))
                .containsExactly("Sequential scan of evaluations stayed: (200,000 rows, 2,345 blocks) before,"
                        + " (200,000 rows, 2,345 blocks) after.");
        assertThat(PlanDiff.brief(Samples.slowPlan(), Samples.slowPlan())).isEqualTo("still Seq Scan");
    }

    @Test
    void aBitmapIsTheIndexBelowIt() {
        PlanNode bitmap = new PlanNode(
                "Bitmap Heap Scan",
                Optional.of("evaluations"),
                Optional.empty(),
                1,
                0,
                1,
                Duration.ZERO,
                List.of(node("Bitmap Index Scan", "", INDEX, 1, 0, 1)));
        QueryPlan after = plan(over("Sort", bitmap));
        assertThat(after.uses(INDEX)).isTrue();
        assertThat(PlanDiff.words(Samples.slowPlan(), after))
                .containsExactly(
                        "Sequential scan of evaluations (200,000 rows, 2,345 blocks) became a bitmap scan using "
                                + INDEX + " (1 row, 1 block).");
    }

    @Test
    void tablesThatCameAndWentAreSaid() {
        QueryPlan agents = plan(node("Seq Scan", "agents", "", 40, 0, 1));
        assertThat(PlanDiff.words(Samples.slowPlan(), agents))
                .containsExactly(
                        "Sequential scan of agents (40 rows, 1 block) is new.",
                        "Sequential scan of evaluations (200,000 rows, 2,345 blocks) is gone.",
                        "The sort is gone: the index gives the order.");
    }
}
