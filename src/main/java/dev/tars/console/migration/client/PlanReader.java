package dev.tars.console.migration.client;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.tars.console.migration.PlanNode;
import dev.tars.console.migration.QueryPlan;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads what {@code EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON)} answers. Rows and times of a step are means over its loops
 * (PostgreSQL 15, "Using EXPLAIN", 14.1.2) and are multiplied here; buffers are sums already.
 */
final class PlanReader {

    private static final JsonFactory JSON = new JsonFactory();
    private static final double NANOS_IN_MILLI = 1e6;

    private PlanReader() {}

    /** @throws IOException where the text is no such answer, or one without ANALYZE */
    static QueryPlan read(String text) throws IOException {
        try (JsonParser parser = JSON.createParser(text)) {
            parser.nextToken();
            if (value(parser) instanceof List<?> list
                    && !list.isEmpty()
                    && list.get(0) instanceof Map<?, ?> answer
                    && answer.get("Plan") instanceof Map<?, ?> root) {
                return new QueryPlan(
                        node(root), millis(answer, "Planning Time", 1), millis(answer, "Execution Time", 1));
            }
            throw new IOException("the server's plan is no JSON list with a Plan in it");
        }
    }

    private static PlanNode node(Map<?, ?> step) throws IOException {
        double loops = number(step, "Actual Loops");
        List<PlanNode> children = new ArrayList<>();
        if (step.get("Plans") instanceof List<?> plans) {
            for (Object child : plans) {
                if (child instanceof Map<?, ?> map) {
                    children.add(node(map));
                }
            }
        }
        double removed = optional(step, "Rows Removed by Filter")
                + optional(step, "Rows Removed by Index Recheck")
                + optional(step, "Rows Removed by Join Filter");
        return new PlanNode(
                text(step, "Node Type").orElseThrow(() -> new IOException("a step of the plan has no type")),
                text(step, "Relation Name"),
                text(step, "Index Name"),
                Math.round(number(step, "Actual Rows") * loops),
                Math.round(removed * loops),
                Math.round(optional(step, "Shared Hit Blocks") + optional(step, "Shared Read Blocks")),
                millis(step, "Actual Total Time", loops),
                children);
    }

    private static Optional<String> text(Map<?, ?> step, String name) {
        return step.get(name) instanceof String text ? Optional.of(text) : Optional.empty();
    }

    private static double number(Map<?, ?> step, String name) throws IOException {
        if (step.get(name) instanceof Double number) {
            return number;
        }
        throw new IOException("the plan has no " + name + ": it was not executed");
    }

    private static double optional(Map<?, ?> step, String name) {
        return step.get(name) instanceof Double number ? number : 0;
    }

    private static Duration millis(Map<?, ?> step, String name, double loops) throws IOException {
        return Duration.ofNanos(Math.round(number(step, name) * loops * NANOS_IN_MILLI));
    }

    private static Object value(JsonParser parser) throws IOException {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.START_OBJECT) {
            Map<String, Object> members = new LinkedHashMap<>();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                members.put(name, value(parser));
            }
            return members;
        }
        if (token == JsonToken.START_ARRAY) {
            List<Object> items = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                items.add(value(parser));
            }
            return items;
        }
        if (token != null && token.isNumeric()) {
            return parser.getDoubleValue();
        }
        return token == null ? "" : parser.getText();
    }
}
