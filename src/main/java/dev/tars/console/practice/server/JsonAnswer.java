package dev.tars.console.practice.server;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.tars.console.promql.Labels;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/** JSON in the shapes of Prometheus' HTTP API. */
final class JsonAnswer {
    private static final JsonFactory JSON = new JsonFactory();

    /** Writes the value of {@code data}. */
    @FunctionalInterface
    interface Body {
        void write(JsonGenerator json) throws IOException;
    }

    private JsonAnswer() {}

    static byte[] success(Body data) {
        return document(json -> {
            json.writeStringField("status", "success");
            json.writeFieldName("data");
            data.write(json);
        });
    }

    static byte[] error(ApiError error) {
        return document(json -> {
            json.writeStringField("status", "error");
            json.writeStringField("errorType", error.type().word());
            json.writeStringField("error", error.reason());
        });
    }

    private static byte[] document(Body fields) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(4096);
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.writeStartObject();
            fields.write(json);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static void labels(JsonGenerator json, Labels labels) throws IOException {
        texts(json, labels.toMap());
    }

    static void texts(JsonGenerator json, Map<String, String> texts) throws IOException {
        json.writeStartObject();
        for (Map.Entry<String, String> entry : texts.entrySet()) {
            json.writeStringField(entry.getKey(), entry.getValue());
        }
        json.writeEndObject();
    }

    /** {@code [seconds, "value"]}. */
    static void point(JsonGenerator json, long millis, double value) throws IOException {
        point(json, millis, Spelling.value(value));
    }

    static void point(JsonGenerator json, long millis, String value) throws IOException {
        json.writeStartArray();
        json.writeRawValue(Spelling.time(millis));
        json.writeString(value);
        json.writeEndArray();
    }
}
