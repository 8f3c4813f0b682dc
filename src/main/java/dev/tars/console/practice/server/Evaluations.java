package dev.tars.console.practice.server;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.tars.console.promql.Expr;
import dev.tars.console.promql.PromqlEngine;
import dev.tars.console.promql.PromqlEvaluationException;
import dev.tars.console.promql.ResultSeries;
import dev.tars.console.promql.Value;
import dev.tars.console.promql.ValueCases;
import dev.tars.console.promql.VectorSample;
import java.io.IOException;
import java.util.List;

/** Answers of evaluated queries. */
final class Evaluations {

    private Evaluations() {}

    static byte[] instant(PromqlEngine engine, Expr expr, long at) throws ApiError {
        Value value;
        try {
            value = engine.instant(expr, at);
        } catch (PromqlEvaluationException e) {
            throw new ApiError(ApiError.Type.EXECUTION, String.valueOf(e.getMessage()));
        }
        return answer(value.match(new ValueCases<>() {
            @Override
            public Shaped scalar(Value.Scalar scalar) {
                return text("scalar", Spelling.plain(scalar.value()));
            }

            @Override
            public Shaped text(Value.Text text) {
                return text("string", text.value());
            }

            private Shaped text(String type, String text) {
                return new Shaped(type, json -> JsonAnswer.point(json, at, text));
            }

            @Override
            public Shaped vector(Value.Vector vector) {
                return new Shaped("vector", json -> writeVector(json, vector.samples(), at));
            }

            @Override
            public Shaped matrix(Value.Matrix matrix) {
                return new Shaped("matrix", json -> writeMatrix(json, matrix.series()));
            }
        }));
    }

    static byte[] range(PromqlEngine engine, Expr expr, long start, long end, long step) throws ApiError {
        List<ResultSeries> series;
        try {
            series = engine.range(expr, start, end, step);
        } catch (PromqlEvaluationException e) {
            throw new ApiError(ApiError.Type.EXECUTION, String.valueOf(e.getMessage()));
        }
        return answer(new Shaped("matrix", json -> writeMatrix(json, series)));
    }

    private record Shaped(String resultType, JsonAnswer.Body result) {}

    private static byte[] answer(Shaped shaped) {
        return JsonAnswer.success(json -> {
            json.writeStartObject();
            json.writeStringField("resultType", shaped.resultType());
            json.writeFieldName("result");
            shaped.result().write(json);
            json.writeEndObject();
        });
    }

    private static void writeVector(JsonGenerator json, List<VectorSample> samples, long at) throws IOException {
        json.writeStartArray();
        for (VectorSample sample : samples) {
            json.writeStartObject();
            json.writeFieldName("metric");
            JsonAnswer.labels(json, sample.labels());
            json.writeFieldName("value");
            JsonAnswer.point(json, at, sample.value());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void writeMatrix(JsonGenerator json, List<ResultSeries> series) throws IOException {
        json.writeStartArray();
        for (ResultSeries one : series) {
            json.writeStartObject();
            json.writeFieldName("metric");
            JsonAnswer.labels(json, one.labels());
            json.writeArrayFieldStart("values");
            for (int i = 0; i < one.size(); i++) {
                JsonAnswer.point(json, one.millis()[i], one.values()[i]);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
