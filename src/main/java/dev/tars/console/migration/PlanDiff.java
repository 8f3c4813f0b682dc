package dev.tars.console.migration;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What became of a plan, in words: how each table is read, and whether rows are still sorted. */
public final class PlanDiff {

    private PlanDiff() {}

    /** One sentence a table, and one for a sort that came or went. */
    public static List<String> words(QueryPlan before, QueryPlan after) {
        List<String> words = new ArrayList<>();
        for (PlanNode now : after.accesses()) {
            Optional<PlanNode> then = before.accesses().stream()
                    .filter(node -> node.relation().equals(now.relation()))
                    .findFirst();
            words.add(then.map(node -> access(node, now))
                    .orElseGet(() -> capital(of(now, true)) + " " + cost(now) + " is new."));
        }
        for (PlanNode then : before.accesses()) {
            boolean isGone =
                    after.accesses().stream().noneMatch(node -> node.relation().equals(then.relation()));
            if (isGone) {
                words.add(capital(of(then, true)) + " " + cost(then) + " is gone.");
            }
        }
        if (before.sorts() != after.sorts()) {
            words.add(after.sorts() ? "A sort is new." : "The sort is gone: the index gives the order.");
        }
        return List.copyOf(words);
    }

    /** The same of one plan alone: "Sequential scan of evaluations (200,000 rows, 2,345 blocks)." */
    public static List<String> words(QueryPlan plan) {
        List<String> words = new ArrayList<>();
        plan.accesses().forEach(node -> words.add(capital(of(node, true)) + " " + cost(node) + "."));
        if (plan.sorts()) {
            words.add("The rows are sorted.");
        }
        return List.copyOf(words);
    }

    /** A few words for a column: "Seq Scan to Index Scan, idx_evaluations_agent_created". */
    public static String brief(QueryPlan before, QueryPlan after) {
        Optional<PlanNode> then = before.accesses().stream().findFirst();
        Optional<PlanNode> now = after.accesses().stream().findFirst();
        if (then.isEmpty() || now.isEmpty()) {
            return after.root().type();
        }
        String index = now.get().accessIndex().map(name -> ", " + name).orElse("");
        return sameWay(then.get(), now.get())
                ? "still " + now.get().type() + index
                : then.get().type() + " to " + now.get().type() + index;
    }

    private static boolean sameWay(PlanNode then, PlanNode now) {
        return then.type().equals(now.type()) && then.accessIndex().equals(now.accessIndex());
    }

    private static String access(PlanNode then, PlanNode now) {
        if (sameWay(then, now)) {
            return capital(of(now, true)) + " stayed: " + cost(then) + " before, " + cost(now) + " after.";
        }
        return capital(of(then, true)) + " " + cost(then) + " became " + article(of(now, false)) + " " + cost(now)
                + ".";
    }

    private static String of(PlanNode node, boolean withTable) {
        String kind = kind(node.type());
        String table = withTable ? node.relation().map(name -> " of " + name).orElse("") : "";
        return kind + table + node.accessIndex().map(name -> " using " + name).orElse("");
    }

    private static String kind(String type) {
        return switch (type) {
            case "Seq Scan" -> "sequential scan";
            case "Index Only Scan" -> "index-only scan";
            case "Bitmap Heap Scan" -> "bitmap scan";
            default -> type.toLowerCase(Locale.ROOT);
        };
    }

    private static String cost(PlanNode node) {
        long read = node.rows() + node.removed();
        return "(" + count(read, "row") + ", " + count(node.blocks(), "block") + ")";
    }

    private static String count(long number, String what) {
        return String.format(Locale.ROOT, "%,d", number) + " " + what + (number == 1 ? "" : "s");
    }

    private static String article(String words) {
        return ("aeiou".indexOf(words.charAt(0)) >= 0 ? "an " : "a ") + words;
    }

    private static String capital(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
