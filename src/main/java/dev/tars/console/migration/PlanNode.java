package dev.tars.console.migration;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One step of an executed plan, as {@code EXPLAIN (ANALYZE, BUFFERS)} tells it.
 *
 * @param type PostgreSQL's name: {@code Index Scan}
 * @param relation the table it reads, where it reads one
 * @param index the index it reads, where it reads one
 * @param rows rows it gave, over all its loops and workers
 * @param removed rows that it read and its filter threw away, over all loops
 * @param blocks buffers of 8 KiB that it and the steps below it touched, found in the cache or read
 * @param took until its last row, over all loops, the steps below it included
 */
public record PlanNode(
        String type,
        Optional<String> relation,
        Optional<String> index,
        long rows,
        long removed,
        long blocks,
        Duration took,
        List<PlanNode> children) {
    public PlanNode {
        children = List.copyOf(children);
    }

    /** This step and all below it, top down. */
    public Stream<PlanNode> all() {
        return Stream.concat(Stream.of(this), children.stream().flatMap(PlanNode::all));
    }

    /** Whether it reads a table: by itself, by an index, or by the bitmap of one. */
    public boolean isAccess() {
        return relation.isPresent();
    }

    /** Whether it puts rows into an order. */
    public boolean isSort() {
        return type.equals("Sort") || type.equals("Incremental Sort");
    }

    /** The index by which it reads its table: its own, or that of the bitmap below it. */
    public Optional<String> accessIndex() {
        return index.or(() -> children.stream()
                .filter(child -> child.type.startsWith("Bitmap"))
                .flatMap(PlanNode::all)
                .flatMap(child -> child.index.stream())
                .findFirst());
    }
}
