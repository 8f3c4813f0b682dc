package dev.tars.console.connect.prometheus;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A small JSON object with tolerant access: what is missing, null or of another kind reads as empty. For the API's
 * small answers; samples are streamed by {@link ResultReader}.
 */
record Tree(Map<String, Object> fields) {

    private static final Tree EMPTY = new Tree(Map.of());

    /** The object the parser stands on; empty for anything else. */
    static Tree read(JsonParser json) throws IOException {
        return of(value(json));
    }

    @SuppressWarnings("unchecked")
    private static Tree of(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? new Tree((Map<String, Object>) map) : EMPTY;
    }

    private static @Nullable Object value(JsonParser json) throws IOException {
        return switch (json.currentToken()) {
            case START_OBJECT -> {
                Map<String, Object> map = new LinkedHashMap<>();
                while (json.nextToken() == JsonToken.FIELD_NAME) {
                    String name = json.currentName();
                    json.nextToken();
                    Object member = value(json);
                    if (member != null) {
                        map.put(name, member);
                    }
                }
                yield map;
            }
            case START_ARRAY -> {
                List<Object> list = new ArrayList<>();
                while (json.nextToken() != JsonToken.END_ARRAY) {
                    Object member = value(json);
                    if (member != null) {
                        list.add(member);
                    }
                }
                yield list;
            }
            case VALUE_NULL -> null;
            default -> json.getText();
        };
    }

    String text(String name) {
        return fields.get(name) instanceof String text ? text : "";
    }

    boolean isTrue(String name) {
        return text(name).equals("true");
    }

    boolean has(String name) {
        return fields.containsKey(name);
    }

    List<Tree> list(String name) {
        return fields.get(name) instanceof List<?> list
                ? list.stream().map(Tree::of).toList()
                : List.of();
    }

    /** An object whose members are texts. */
    Map<String, String> texts(String name) {
        Map<String, String> texts = new LinkedHashMap<>();
        of(fields.get(name)).fields().forEach((key, value) -> {
            if (value instanceof String text) {
                texts.put(key, text);
            }
        });
        return texts;
    }

    /** Seconds, with fractions; zero where there are none or they make no duration. */
    Duration seconds(String name) {
        char[] text = text(name).toCharArray();
        try {
            double seconds = Numbers.value(text, 0, text.length);
            return Double.isFinite(seconds) && Math.abs(seconds) < 1e9
                    ? Duration.ofNanos(Math.round(seconds * 1e9))
                    : Duration.ZERO;
        } catch (NumberFormatException e) {
            return Duration.ZERO;
        }
    }

    /** RFC 3339; Go's zero time ("0001-01-01T00:00:00Z") means never. */
    Optional<Instant> time(String name) {
        try {
            Instant at = OffsetDateTime.parse(text(name)).toInstant();
            return at.getEpochSecond() < -60_000_000_000L ? Optional.empty() : Optional.of(at);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
