package dev.tars.console.practice.server;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The HTTP API of the built-in Prometheus. */
final class ApiHandler implements HttpHandler {
    private static final Logger LOG = LoggerFactory.getLogger(ApiHandler.class);
    private static final String API = "/api/v1/";
    private static final String LABEL = "label/";
    private static final String VALUES = "/values";
    private static final int WORTH_PACKING = 1400;

    private final QueryApi queries;
    private final StatusApi status;

    ApiHandler(ServerState state) {
        this.queries = new QueryApi(state);
        this.status = new StatusApi(state);
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            switch (path) {
                case "/-/ready" ->
                    send(exchange, 200, "text/plain; charset=utf-8", text("Prometheus Server is Ready.\n"));
                case "/-/healthy" ->
                    send(exchange, 200, "text/plain; charset=utf-8", text("Prometheus Server is Healthy.\n"));
                default -> api(exchange, path);
            }
        }
    }

    private void api(HttpExchange exchange, String path) throws IOException {
        try {
            Optional<byte[]> answer = path.startsWith(API)
                    ? answer(path.substring(API.length()), Request.of(exchange))
                    : Optional.empty();
            if (answer.isPresent()) {
                send(exchange, 200, "application/json", answer.get());
            } else {
                send(exchange, 404, "text/plain; charset=utf-8", text("404 page not found\n"));
            }
        } catch (ApiError e) {
            send(exchange, e.type().status(), "application/json", JsonAnswer.error(e));
        } catch (RuntimeException e) {
            LOG.error("no answer to {}", path, e);
            ApiError internal = new ApiError(ApiError.Type.INTERNAL, String.valueOf(e.getMessage()));
            send(exchange, internal.type().status(), "application/json", JsonAnswer.error(internal));
        }
    }

    private Optional<byte[]> answer(String what, Request request) throws ApiError {
        if (what.startsWith(LABEL) && what.endsWith(VALUES) && what.length() > LABEL.length() + VALUES.length()) {
            String label = what.substring(LABEL.length(), what.length() - VALUES.length());
            return Optional.of(queries.labelValues(label, request));
        }
        return switch (what) {
            case "query" -> Optional.of(queries.query(request));
            case "query_range" -> Optional.of(queries.queryRange(request));
            case "format_query" -> Optional.of(queries.formatQuery(request));
            case "series" -> Optional.of(queries.series(request));
            case "labels" -> Optional.of(queries.labels(request));
            case "rules" -> Optional.of(status.rules(request));
            case "alerts" -> Optional.of(status.alerts());
            case "targets" -> Optional.of(status.targets());
            case "metadata" -> Optional.of(status.metadata(request));
            case "status/buildinfo" -> Optional.of(status.buildinfo());
            case "status/runtimeinfo" -> Optional.of(status.runtimeinfo());
            default -> Optional.empty();
        };
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void send(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        byte[] sent = body;
        String accepted = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Accept-Encoding"))
                .orElse("");
        if (accepted.contains("gzip") && body.length > WORTH_PACKING) {
            ByteArrayOutputStream packed = new ByteArrayOutputStream(body.length / 4);
            try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
                gzip.write(body);
            }
            sent = packed.toByteArray();
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            exchange.getResponseHeaders().set("Vary", "Accept-Encoding");
        }
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, sent.length);
        exchange.getResponseBody().write(sent);
    }
}
