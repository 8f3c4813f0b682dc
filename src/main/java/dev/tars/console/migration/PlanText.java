package dev.tars.console.migration;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A plan as members of a payload. */
final class PlanText {

    private PlanText() {}

    static Map<String, Object> members(QueryPlan plan) {
        return Map.of(
                "planningNanos", plan.planning().toNanos(),
                "executionNanos", plan.execution().toNanos(),
                "root", members(plan.root()));
    }

    private static Map<String, Object> members(PlanNode node) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("type", node.type());
        node.relation().ifPresent(name -> members.put("relation", name));
        node.index().ifPresent(name -> members.put("index", name));
        members.put("rows", node.rows());
        members.put("removed", node.removed());
        members.put("blocks", node.blocks());
        members.put("nanos", node.took().toNanos());
        members.put("children", node.children().stream().map(PlanText::members).toList());
        return members;
    }

    static QueryPlan plan(Map<String, Object> members) {
        return new QueryPlan(
                node(map(members.get("root")).orElseThrow(() -> new IllegalArgumentException("a plan without a step"))),
                ProofRecord.nanos(members, "planningNanos"),
                ProofRecord.nanos(members, "executionNanos"));
    }

    private static PlanNode node(Map<String, Object> members) {
        Object children = members.get("children");
        return new PlanNode(
                ProofRecord.text(members, "type"),
                name(members, "relation"),
                name(members, "index"),
                ProofRecord.number(members, "rows"),
                ProofRecord.number(members, "removed"),
                ProofRecord.number(members, "blocks"),
                ProofRecord.nanos(members, "nanos"),
                children instanceof List<?> list
                        ? list.stream()
                                .map(child -> node(map(child)
                                        .orElseThrow(() -> new IllegalArgumentException("a step that is none"))))
                                .toList()
                        : List.of());
    }

    private static Optional<String> name(Map<String, Object> members, String key) {
        return members.get(key) instanceof String text ? Optional.of(text) : Optional.empty();
    }

    /** Typed again: what came out of a payload has text for keys. */
    static Optional<Map<String, Object>> map(@org.jspecify.annotations.Nullable Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            return Optional.empty();
        }
        Map<String, Object> typed = new LinkedHashMap<>();
        map.forEach((key, member) -> typed.put(String.valueOf(key), member));
        return Optional.of(typed);
    }
}
