package dev.tars.console.promql;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An answer in a form that can be compared, whoever gave it.
 *
 * @param error the message, empty for an answer
 * @param series samples by time of each label set
 * @param order label sets in the order given
 */
record Answers(String error, Map<Labels, Map<Long, Double>> series, List<Labels> order) {

    private static final Pattern LABEL = Pattern.compile("(\\w+)=(\"(?:[^\"\\\\]|\\\\.)*\")");
    private static final Pattern SERIES = Pattern.compile("\\{((?:" + LABEL.pattern() + "(?:, )?)*)\\}((?: [^ ;]+)+);");

    static Answers of(JsonNode answer) {
        if (!answer.path("status").asText().equals("success")) {
            return new Answers(
                    answer.path("error").asText().replace("invalid parameter \"query\": ", ""), Map.of(), List.of());
        }
        Answers result = new Answers("", new TreeMap<>(), new ArrayList<>());
        JsonNode data = answer.path("data");
        JsonNode values = data.path("result");
        switch (data.path("resultType").asText()) {
            case "scalar" -> result.add(Labels.EMPTY, values);
            case "string" -> result.add(Labels.of("text", values.path(1).asText()), 0, 0);
            case "vector" -> values.forEach(element -> result.add(labels(element), element.path("value")));
            default ->
                values.forEach(
                        element -> element.path("values").forEach(sample -> result.add(labels(element), sample)));
        }
        return result;
    }

    static Answers of(Value value) {
        Answers result = new Answers("", new TreeMap<>(), new ArrayList<>());
        return value.match(new ValueCases<>() {
            @Override
            public Answers scalar(Value.Scalar scalar) {
                return result.add(Labels.EMPTY, scalar.atMillis(), scalar.value());
            }

            @Override
            public Answers text(Value.Text text) {
                return result.add(Labels.of("text", text.value()), 0, 0);
            }

            @Override
            public Answers vector(Value.Vector vector) {
                vector.samples().forEach(sample -> result.add(sample.labels(), sample.atMillis(), sample.value()));
                return result;
            }

            @Override
            public Answers matrix(Value.Matrix matrix) {
                return of(matrix.series());
            }
        });
    }

    static Answers of(List<ResultSeries> series) {
        Answers result = new Answers("", new TreeMap<>(), new ArrayList<>());
        for (ResultSeries one : series) {
            for (int i = 0; i < one.size(); i++) {
                result.add(one.labels(), one.millis()[i], one.values()[i]);
            }
        }
        return result;
    }

    private static Labels labels(JsonNode element) {
        Map<String, String> map = new TreeMap<>();
        element.path("metric")
                .fields()
                .forEachRemaining(
                        label -> map.put(label.getKey(), label.getValue().asText()));
        return Labels.of(map);
    }

    private void add(Labels labels, JsonNode sample) {
        long at = new BigDecimal(sample.path(0).asText()).movePointRight(3).longValueExact();
        String value = sample.path(1).asText();
        add(labels, at, value.endsWith("Inf") ? Double.parseDouble(value + "inity") : Double.parseDouble(value));
    }

    private Answers add(Labels labels, long at, double value) {
        Map<Long, Double> samples = series.get(labels);
        if (samples == null) {
            samples = new TreeMap<>();
            series.put(labels, samples);
            order.add(labels);
        }
        samples.put(at, value);
        return this;
    }

    /** On one line, label sets in their order. */
    String line() {
        if (!error.isEmpty()) {
            return "! " + error;
        }
        StringBuilder line = new StringBuilder();
        series.forEach((labels, samples) -> {
            line.append(labels);
            samples.forEach(
                    (at, value) -> line.append(' ').append(value).append('@').append(at));
            line.append("; ");
        });
        return line.toString().strip();
    }

    /** What {@link #line} wrote. */
    static Answers ofLine(String line) {
        if (line.startsWith("! ")) {
            return new Answers(line.substring(2), Map.of(), List.of());
        }
        Answers result = new Answers("", new TreeMap<>(), new ArrayList<>());
        Matcher series = SERIES.matcher(line);
        while (series.find()) {
            Map<String, String> labels = new TreeMap<>();
            Matcher label = LABEL.matcher(series.group(1));
            while (label.find()) {
                labels.put(label.group(1), QuotedText.unquote(label.group(2)));
            }
            for (String sample : series.group(4).strip().split(" ")) {
                int sign = sample.indexOf('@');
                long at = Long.parseLong(sample.substring(sign + 1));
                result.add(Labels.of(labels), at, Double.parseDouble(sample.substring(0, sign)));
            }
        }
        return result;
    }

    /** What is not the same, in words. */
    Optional<String> difference(Answers other, double tolerance) {
        if (!error.equals(other.error)) {
            return Optional.of("error <" + error + "> against <" + other.error + ">");
        }
        if (!series.keySet().equals(other.series.keySet())) {
            return Optional.of("label sets " + series.keySet() + " against " + other.series.keySet());
        }
        for (Map.Entry<Labels, Map<Long, Double>> entry : series.entrySet()) {
            Map<Long, Double> mine = entry.getValue();
            Map<Long, Double> yours = other.series.getOrDefault(entry.getKey(), Map.of());
            if (!mine.keySet().equals(yours.keySet())) {
                return Optional.of(entry.getKey() + " at " + mine.keySet() + " against " + yours.keySet());
            }
            for (Map.Entry<Long, Double> sample : mine.entrySet()) {
                double found = yours.getOrDefault(sample.getKey(), 0.0);
                if (!near(sample.getValue(), found, tolerance)) {
                    return Optional.of(entry.getKey() + " at " + sample + " against " + found);
                }
            }
        }
        return Optional.empty();
    }

    private static boolean near(double a, double b, double tolerance) {
        boolean same = a == b || (Double.isNaN(a) && Double.isNaN(b));
        return same || Math.abs(a - b) <= tolerance * Math.max(Math.abs(a), Math.abs(b));
    }
}
