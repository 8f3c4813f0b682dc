package dev.tars.console.practice.server;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.tars.console.promql.Expr;
import dev.tars.console.promql.LabelMatcher;
import dev.tars.console.promql.Labels;
import dev.tars.console.promql.PromqlException;
import dev.tars.console.promql.PromqlParser;
import dev.tars.console.promql.PromqlPrinter;
import dev.tars.console.promql.ValueType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The part of the API that reads samples and series. */
final class QueryApi {
    private static final int MOST_POINTS = 11_000;
    private static final Pattern LABEL_NAME = Pattern.compile("[a-zA-Z_][a-zA-Z0-9_]*");

    private final ServerState state;

    QueryApi(ServerState state) {
        this.state = state;
    }

    byte[] query(Request request) throws ApiError {
        long at = request.timeOr("time", state.clock().millis());
        Expr expr = parse(request);
        return Evaluations.instant(state.engine(), expr, at);
    }

    byte[] queryRange(Request request) throws ApiError {
        long start = request.time("start");
        long end = request.time("end");
        if (end < start) {
            throw ApiError.invalid("end", "end timestamp must not be before start time");
        }
        long step = request.duration("step");
        if (step <= 0) {
            throw ApiError.invalid(
                    "step", "zero or negative query resolution step widths are not accepted. Try a positive integer");
        }
        if ((end - start) / step > MOST_POINTS) {
            throw new ApiError(
                    ApiError.Type.BAD_DATA,
                    "exceeded maximum resolution of 11,000 points per timeseries."
                            + " Try decreasing the query resolution (?step=XX)");
        }
        Expr expr = parse(request);
        if (expr.type() != ValueType.SCALAR && expr.type() != ValueType.VECTOR) {
            throw new ApiError(
                    ApiError.Type.BAD_DATA,
                    "invalid expression type \"" + expr.type().words()
                            + "\" for range query, must be Scalar or instant Vector");
        }
        return Evaluations.range(state.engine(), expr, start, end, step);
    }

    byte[] formatQuery(Request request) throws ApiError {
        String pretty = PromqlPrinter.print(parse(request));
        return JsonAnswer.success(json -> json.writeString(pretty));
    }

    private static Expr parse(Request request) throws ApiError {
        try {
            return PromqlParser.parse(request.text("query"));
        } catch (PromqlException e) {
            throw ApiError.invalid("query", String.valueOf(e.getMessage()));
        }
    }

    byte[] series(Request request) throws ApiError {
        if (request.all("match[]").isEmpty()) {
            throw new ApiError(ApiError.Type.BAD_DATA, "no match[] parameter provided");
        }
        Set<Labels> found = matching(request);
        return JsonAnswer.success(json -> {
            json.writeStartArray();
            for (Labels labels : found) {
                JsonAnswer.labels(json, labels);
            }
            json.writeEndArray();
        });
    }

    byte[] labels(Request request) throws ApiError {
        return texts(matching(request), labels -> labels.toMap().keySet());
    }

    byte[] labelValues(String label, Request request) throws ApiError {
        if (!LABEL_NAME.matcher(label).matches()) {
            throw new ApiError(ApiError.Type.BAD_DATA, "invalid label name: \"" + label + "\"");
        }
        return texts(matching(request), labels -> labels.get(label).isEmpty() ? List.of() : List.of(labels.get(label)));
    }

    private static byte[] texts(Set<Labels> series, Function<Labels, Collection<String>> texts) {
        Set<String> sorted = series.stream()
                .flatMap(labels -> texts.apply(labels).stream())
                .collect(Collectors.toCollection(TreeSet::new));
        return JsonAnswer.success(json -> writeTexts(json, sorted));
    }

    private static void writeTexts(JsonGenerator json, Collection<String> texts) throws IOException {
        json.writeStartArray();
        for (String text : texts) {
            json.writeString(text);
        }
        json.writeEndArray();
    }

    private Set<Labels> matching(Request request) throws ApiError {
        long from = request.timeOr("start", Long.MIN_VALUE / 2);
        long to = request.timeOr("end", Long.MAX_VALUE / 2);
        List<List<LabelMatcher>> selectors = new ArrayList<>();
        for (String match : request.all("match[]")) {
            selectors.add(matchers(match));
        }
        if (selectors.isEmpty()) {
            selectors.add(List.of());
        }
        Set<Labels> found = new TreeSet<>();
        selectors.forEach(selector -> found.addAll(state.store().labels(selector, from, to)));
        return found;
    }

    private static List<LabelMatcher> matchers(String match) throws ApiError {
        try {
            Expr expr = PromqlParser.parse(match);
            if (expr instanceof Expr.VectorSelector selector) {
                return selector.allMatchers();
            }
            throw ApiError.invalid("match[]", "1:1: parse error: not a series selector: " + match);
        } catch (PromqlException e) {
            throw ApiError.invalid("match[]", String.valueOf(e.getMessage()));
        }
    }
}
