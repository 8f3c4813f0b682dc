package dev.tars.console.connect.prometheus;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.io.JsonEOFException;
import dev.tars.console.connect.http.HttpReader.Unreadable;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What every answer of the API is wrapped in, read as it streams.
 *
 * @param data what {@code data} held; empty with an error
 * @param errorType the server's word for its error; empty with success
 * @param error the server's sentence
 * @param warnings what the server could not look at
 * @param infos the server's remarks
 */
record Envelope<T>(Optional<T> data, String errorType, String error, List<String> warnings, List<String> infos) {

    /** Reads what stands under {@code data}; the parser is on its first token and is left on its last. */
    interface DataReader<T> {
        T read(JsonParser json) throws IOException, Unreadable;
    }

    /** Tighter than Jackson's own limits; the whole body is capped where it is read. */
    private static final JsonFactory JSON = JsonFactory.builder()
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(64)
                    .maxStringLength(4 << 20)
                    .maxNameLength(10_000)
                    .maxNumberLength(400)
                    .build())
            .build();

    boolean isError() {
        return !errorType.isEmpty() || !error.isEmpty();
    }

    /** The same with something else made of its data. */
    <R> Envelope<R> map(Function<T, R> make) {
        return new Envelope<>(data.map(make), errorType, error, warnings, infos);
    }

    /**
     * Reads a whole body.
     *
     * @throws Unreadable in plain words, never a parser's
     */
    static <T> Envelope<T> read(InputStream body, DataReader<T> reader) throws IOException, Unreadable {
        try (JsonParser json = JSON.createParser(body)) {
            JsonToken first = json.nextToken();
            if (first == null) {
                throw new Unreadable("The answer is empty.");
            }
            if (first != JsonToken.START_OBJECT) {
                throw noEnvelope();
            }
            Envelope<T> envelope = fields(json, reader);
            if (json.nextToken() != null) {
                throw new Unreadable("Something follows the answer of Prometheus that does not belong to it.");
            }
            return envelope;
        } catch (JsonEOFException e) {
            throw cutOff(e);
        } catch (JsonProcessingException | NumberFormatException e) {
            throw new Unreadable("What answers here is not Prometheus: its answer is not the JSON of its API.");
        }
    }

    private static EOFException cutOff(JsonEOFException e) {
        EOFException end = new EOFException("the answer ends in the middle");
        end.initCause(e.getCause());
        return end;
    }

    private static <T> Envelope<T> fields(JsonParser json, DataReader<T> reader) throws IOException, Unreadable {
        String status = "";
        String errorType = "";
        String error = "";
        @Nullable T data = null;
        List<String> warnings = List.of();
        List<String> infos = List.of();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            JsonToken value = json.nextToken();
            switch (name) {
                case "status" -> status = text(json);
                case "errorType" -> errorType = text(json);
                case "error" -> error = text(json);
                case "warnings" -> warnings = texts(json);
                case "infos" -> infos = texts(json);
                case "data" -> {
                    if (value != JsonToken.VALUE_NULL) {
                        data = reader.read(json);
                    }
                }
                default -> json.skipChildren();
            }
        }
        if (status.equals("success") && data != null) {
            return new Envelope<>(Optional.of(data), "", "", warnings, infos);
        }
        if (status.equals("error")) {
            return new Envelope<>(
                    Optional.empty(), errorType.isEmpty() ? "unknown" : errorType, error, warnings, infos);
        }
        throw noEnvelope();
    }

    /** The error an answer with a bad status carries, where it has Prometheus' form. */
    static Optional<Envelope<Object>> error(String body) {
        try (InputStream bytes = new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8))) {
            Envelope<Object> envelope = read(bytes, json -> {
                json.skipChildren();
                return "";
            });
            return envelope.isError() ? Optional.of(envelope) : Optional.empty();
        } catch (IOException | Unreadable e) {
            return Optional.empty();
        }
    }

    static Unreadable noEnvelope() {
        return new Unreadable("What answers here is not Prometheus: its answer has not the form of its API.");
    }

    private static String text(JsonParser json) throws IOException {
        if (json.currentToken().isScalarValue() && json.currentToken() != JsonToken.VALUE_NULL) {
            return json.getText();
        }
        json.skipChildren();
        return "";
    }

    private static List<String> texts(JsonParser json) throws IOException {
        List<String> texts = new ArrayList<>();
        if (json.currentToken() == JsonToken.START_ARRAY) {
            while (json.nextToken() != JsonToken.END_ARRAY) {
                texts.add(text(json));
            }
        }
        return texts;
    }
}
