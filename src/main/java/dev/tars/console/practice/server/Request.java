package dev.tars.console.practice.server;

import com.sun.net.httpserver.HttpExchange;
import dev.tars.console.promql.Durations;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** A request's path and parameters, from the query string and, of a POST, from the form in its body. */
final class Request {
    private static final int LARGEST_FORM = 10_000_000;
    private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9]*\\.?[0-9]+([eE][-+]?[0-9]+)?");

    private final String path;
    private final Map<String, List<String>> parameters = new LinkedHashMap<>();

    private Request(String path) {
        this.path = path;
    }

    static Request of(HttpExchange exchange) throws IOException {
        Request request = new Request(exchange.getRequestURI().getPath());
        if (exchange.getRequestMethod().equals("POST")) {
            try (InputStream body = exchange.getRequestBody()) {
                request.add(new String(body.readNBytes(LARGEST_FORM), StandardCharsets.UTF_8));
            }
        }
        request.add(Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse(""));
        return request;
    }

    private void add(String form) {
        for (String pair : form.split("&")) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                String name = decode(equals < 0 ? pair : pair.substring(0, equals));
                String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
                parameters.computeIfAbsent(name, n -> new ArrayList<>()).add(value);
            }
        }
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    String path() {
        return path;
    }

    List<String> all(String name) {
        return parameters.getOrDefault(name, List.of());
    }

    /** The first value, {@code ""} where there is none. */
    String text(String name) {
        List<String> values = all(name);
        return values.isEmpty() ? "" : values.get(0);
    }

    /** Milliseconds since the epoch of a parameter that must be there. */
    long time(String name) throws ApiError {
        return parseTime(name, "");
    }

    /** Milliseconds since the epoch of a parameter that may be absent. */
    long timeOr(String name, long otherwise) throws ApiError {
        return text(name).isEmpty() ? otherwise : parseTime(name, "Invalid time value for '" + name + "': ");
    }

    private long parseTime(String name, String introduction) throws ApiError {
        String text = text(name);
        try {
            return seconds(text);
        } catch (NumberFormatException e) {
            try {
                return OffsetDateTime.parse(text).toInstant().toEpochMilli();
            } catch (DateTimeException f) {
                throw ApiError.invalid(name, introduction + "cannot parse \"" + text + "\" to a valid timestamp");
            }
        }
    }

    /** Milliseconds. */
    long duration(String name) throws ApiError {
        String text = text(name);
        try {
            return seconds(text);
        } catch (NumberFormatException e) {
            try {
                return Durations.parse(text).toMillis();
            } catch (IllegalArgumentException f) {
                throw ApiError.invalid(name, "cannot parse \"" + text + "\" to a valid duration");
            }
        }
    }

    private static long seconds(String text) {
        if (!NUMBER.matcher(text).matches()) {
            throw new NumberFormatException(text);
        }
        double millis = Double.parseDouble(text) * 1000;
        if (Math.abs(millis) > Long.MAX_VALUE / 1e6) {
            throw new NumberFormatException(text);
        }
        return Math.round(millis);
    }
}
