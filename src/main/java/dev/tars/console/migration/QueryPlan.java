package dev.tars.console.migration;

import java.time.Duration;
import java.util.List;

/**
 * A plan that was executed.
 *
 * @param planning time the planner took
 * @param execution time the execution took, as the server measured it with its clocks in every step
 */
public record QueryPlan(PlanNode root, Duration planning, Duration execution) {

    /** Whether any step reads this index. @param index its name without schema */
    public boolean uses(String index) {
        return root.all().anyMatch(node -> node.index().filter(index::equals).isPresent());
    }

    /** Blocks of 8 KiB that the query touched. */
    public long blocks() {
        return root.blocks();
    }

    /** The steps that read a table, top down. */
    public List<PlanNode> accesses() {
        return root.all().filter(PlanNode::isAccess).toList();
    }

    public boolean sorts() {
        return root.all().anyMatch(PlanNode::isSort);
    }
}
