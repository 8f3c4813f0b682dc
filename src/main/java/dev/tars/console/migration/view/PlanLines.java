package dev.tars.console.migration.view;

import dev.tars.console.base.Figures;
import dev.tars.console.base.Unit;
import dev.tars.console.migration.PlanNode;
import java.util.Locale;

/** A plan as PostgreSQL's users read it: a line a step, what is below it indented. */
final class PlanLines {

    private PlanLines() {}

    static String of(PlanNode root) {
        StringBuilder text = new StringBuilder();
        add(root, 0, text);
        return text.toString().stripTrailing();
    }

    private static void add(PlanNode node, int depth, StringBuilder text) {
        text.append("  ".repeat(depth)).append(node.type());
        node.index().ifPresent(index -> text.append(" using ").append(index));
        node.relation().ifPresent(relation -> text.append(" on ").append(relation));
        text.append(String.format(
                Locale.ROOT,
                "  %s, %,d rows%s, %,d blocks%n",
                Figures.of(node.took().toNanos() / 1e9, Unit.SECONDS),
                node.rows(),
                node.removed() > 0 ? String.format(Locale.ROOT, " (%,d thrown away)", node.removed()) : "",
                node.blocks()));
        node.children().forEach(child -> add(child, depth + 1, text));
    }
}
