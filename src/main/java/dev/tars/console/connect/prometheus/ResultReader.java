package dev.tars.console.connect.prometheus;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.tars.console.connect.http.HttpReader.Unreadable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Reads the {@code data} of query and query_range, in any order of its fields. One object an answer. */
final class ResultReader implements Envelope.DataReader<InstantAnswer.Result> {
    private final LabelPool pool;
    private final Columns columns = new Columns();
    private String[] pairs = new String[16];

    private final List<InstantSample> samples = new ArrayList<>();
    private final List<RangeSeries> series = new ArrayList<>();
    private long single;
    private String singleText = "";
    private boolean hasSingle;
    private int histograms;

    ResultReader(LabelPool pool) {
        this.pool = pool;
    }

    /** Samples left out because they are native histograms. */
    int histograms() {
        return histograms;
    }

    @Override
    public InstantAnswer.Result read(JsonParser json) throws IOException, Unreadable {
        require(json.currentToken() == JsonToken.START_OBJECT);
        String type = "";
        boolean result = false;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            json.nextToken();
            if (name.equals("resultType")) {
                type = json.getText();
            } else if (name.equals("result")) {
                result = true;
                readResult(json);
            } else {
                json.skipChildren();
            }
        }
        require(result);
        return switch (type) {
            case "vector" -> {
                require(series.isEmpty() && !hasSingle);
                yield new InstantAnswer.Result.Vector(samples);
            }
            case "matrix" -> {
                require(samples.isEmpty() && !hasSingle);
                yield new InstantAnswer.Result.Matrix(series);
            }
            case "scalar" -> {
                require(hasSingle);
                char[] text = singleText.toCharArray();
                yield new InstantAnswer.Result.Scalar(single, Numbers.value(text, 0, text.length));
            }
            case "string" -> {
                require(hasSingle);
                yield new InstantAnswer.Result.Text(single, singleText);
            }
            default -> throw Envelope.noEnvelope();
        };
    }

    private void readResult(JsonParser json) throws IOException, Unreadable {
        if (json.currentToken() == JsonToken.VALUE_NULL) {
            return;
        }
        require(json.currentToken() == JsonToken.START_ARRAY);
        JsonToken first = json.nextToken();
        if (first == JsonToken.VALUE_NUMBER_INT || first == JsonToken.VALUE_NUMBER_FLOAT) {
            single = millis(json);
            json.nextToken();
            singleText = json.getText();
            hasSingle = true;
            require(json.nextToken() == JsonToken.END_ARRAY);
            return;
        }
        for (JsonToken token = first; token != JsonToken.END_ARRAY; token = json.nextToken()) {
            require(token == JsonToken.START_OBJECT);
            readSeries(json);
        }
    }

    private void readSeries(JsonParser json) throws IOException, Unreadable {
        Map<String, String> labels = Map.of();
        columns.clear();
        boolean one = false;
        boolean hasData = false;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            json.nextToken();
            hasData |= name.startsWith("value") || name.startsWith("histogram");
            switch (name) {
                case "metric" -> labels = readLabels(json);
                case "value" -> {
                    one = true;
                    readPoint(json);
                }
                case "values" -> {
                    require(json.currentToken() == JsonToken.START_ARRAY);
                    while (json.nextToken() != JsonToken.END_ARRAY) {
                        readPoint(json);
                    }
                }
                case "histogram" -> {
                    histograms++;
                    json.skipChildren();
                }
                case "histograms" -> {
                    require(json.currentToken() == JsonToken.START_ARRAY);
                    while (json.nextToken() != JsonToken.END_ARRAY) {
                        histograms++;
                        json.skipChildren();
                    }
                }
                default -> json.skipChildren();
            }
        }
        require(hasData);
        if (columns.size() > 0) {
            if (one) {
                samples.add(columns.first(labels));
            } else {
                series.add(columns.series(labels));
            }
        }
    }

    private void readPoint(JsonParser json) throws IOException, Unreadable {
        require(json.currentToken() == JsonToken.START_ARRAY);
        json.nextToken();
        long time = millis(json);
        JsonToken token = json.nextToken();
        require(token == JsonToken.VALUE_STRING || token.isNumeric());
        columns.add(time, Numbers.value(json.getTextCharacters(), json.getTextOffset(), json.getTextLength()));
        require(json.nextToken() == JsonToken.END_ARRAY);
    }

    private static long millis(JsonParser json) throws IOException, Unreadable {
        require(json.currentToken().isNumeric());
        return Numbers.millis(json.getTextCharacters(), json.getTextOffset(), json.getTextLength());
    }

    private Map<String, String> readLabels(JsonParser json) throws IOException, Unreadable {
        require(json.currentToken() == JsonToken.START_OBJECT);
        int n = 0;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            if (n == pairs.length) {
                pairs = Arrays.copyOf(pairs, n * 2);
            }
            pairs[n++] = json.currentName();
            require(json.nextToken() == JsonToken.VALUE_STRING);
            pairs[n++] = pool.text(json.getTextCharacters(), json.getTextOffset(), json.getTextLength());
        }
        return pool.labels(pairs, n);
    }

    private static void require(boolean expected) throws Unreadable {
        if (!expected) {
            throw Envelope.noEnvelope();
        }
    }
}
