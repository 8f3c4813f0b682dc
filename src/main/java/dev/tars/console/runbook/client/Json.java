package dev.tars.console.runbook.client;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import dev.tars.console.runbook.ProbeFailed;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * JSON with pointers of RFC 6901, in which a star is every member of a list or an object.
 *
 * @param value a Map, a List, or the text of a scalar; {@link #NOTHING} for null
 */
record Json(Object value) {
    private static final int DEEPEST = 100;
    private static final int LONGEST_TEXT = 1 << 20;
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxStringLength(LONGEST_TEXT)
                    .build())
            .build();

    /** What null reads as: there, and nothing. */
    static final Object NOTHING = new Object();

    /** One place a pointer leads to. @param path the way there, with what {@code *} stood for */
    record Found(String path, Json json) {}

    /** @throws ProbeFailed where the text is no JSON */
    static Json read(String text, String askedOf) throws ProbeFailed {
        try (JsonParser parser = FACTORY.createParser(text)) {
            if (parser.nextToken() == null) {
                throw new ProbeFailed("no samples", "the answer is empty", "look what answers there", askedOf, null);
            }
            Json json = new Json(value(parser));
            if (parser.nextToken() != null) {
                throw new ProbeFailed("not JSON", "text after the end of the JSON", "", askedOf, null);
            }
            return json;
        } catch (IOException e) {
            throw new ProbeFailed("not JSON", "the answer is no JSON", "look what answers there", askedOf, e);
        }
    }

    private static Object value(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> {
                Map<String, Object> map = new LinkedHashMap<>();
                while (parser.nextToken() == JsonToken.FIELD_NAME) {
                    String name = parser.currentName();
                    parser.nextToken();
                    map.put(name, value(parser));
                }
                yield map;
            }
            case START_ARRAY -> {
                List<Object> list = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    list.add(value(parser));
                }
                yield list;
            }
            case VALUE_NULL -> NOTHING;
            default -> parser.getText();
        };
    }

    /** All places a pointer leads to, in the order of the text; none where it leads nowhere. */
    List<Found> at(String pointer) {
        List<Found> found = List.of(new Found("", this));
        if (pointer.isEmpty() || pointer.equals("/")) {
            return found;
        }
        for (String step : pointer.substring(1).split("/", -1)) {
            List<Found> next = new ArrayList<>();
            String name = step.replace("~1", "/").replace("~0", "~");
            for (Found place : found) {
                place.json().step(name, place.path(), next);
            }
            found = next;
        }
        return found;
    }

    private void step(String name, String path, List<Found> next) {
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, member) -> {
                if (name.equals("*") || name.equals(key)) {
                    next.add(new Found(path + "/" + key, new Json(member)));
                }
            });
        } else if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                if (name.equals("*") || name.equals(String.valueOf(i))) {
                    next.add(new Found(path + "/" + i, new Json(list.get(i))));
                }
            }
        }
    }

    /** The text of a scalar; empty for null, an object or a list. */
    Optional<String> text() {
        return value instanceof String text ? Optional.of(text) : Optional.empty();
    }

    /** The text at the first place of a pointer; empty where there is none. */
    Optional<String> text(String pointer) {
        return at(pointer).stream().findFirst().flatMap(found -> found.json().text());
    }

    /** The members of the list at a pointer; none where there is no list. */
    List<Json> list(String pointer) {
        return at(pointer).stream()
                .filter(found -> found.json().value() instanceof List<?>)
                .flatMap(found -> ((List<?>) found.json().value()).stream())
                .map(Json::new)
                .toList();
    }
}
