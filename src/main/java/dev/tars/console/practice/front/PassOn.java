package dev.tars.console.practice.front;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Passes a request on to a server as it is, and its answer back. */
public final class PassOn implements HttpHandler {
    private static final List<String> THERE = List.of("Accept", "Accept-Encoding", "Content-Type", "User-Agent");
    private static final List<String> BACK =
            List.of("Content-Type", "Content-Encoding", "Date", "Retry-After", "Vary", "Location");

    private final URI server;
    private final int timeoutMillis;

    public PassOn(URI server, Duration timeout) {
        this.server = server;
        this.timeoutMillis = (int) timeout.toMillis();
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            HttpURLConnection connection = (HttpURLConnection)
                    server.resolve(exchange.getRequestURI()).toURL().openConnection();
            connection.setConnectTimeout(timeoutMillis);
            connection.setReadTimeout(timeoutMillis);
            connection.setInstanceFollowRedirects(false);
            connection.setRequestMethod(exchange.getRequestMethod());
            for (String name : THERE) {
                Optional.ofNullable(exchange.getRequestHeaders().getFirst(name))
                        .ifPresent(value -> connection.setRequestProperty(name, value));
            }
            try {
                if (exchange.getRequestMethod().equals("POST")) {
                    connection.setDoOutput(true);
                    try (OutputStream out = connection.getOutputStream()) {
                        exchange.getRequestBody().transferTo(out);
                    }
                }
                back(connection, exchange);
            } catch (IOException e) {
                if (exchange.getResponseCode() == -1) {
                    byte[] text = ("Bad Gateway: " + e.getMessage() + "\n").getBytes(StandardCharsets.UTF_8);
                    exchange.sendResponseHeaders(502, text.length);
                    exchange.getResponseBody().write(text);
                }
            }
        }
    }

    private static void back(HttpURLConnection connection, HttpExchange exchange) throws IOException {
        int status = connection.getResponseCode();
        for (String name : BACK) {
            Optional.ofNullable(connection.getHeaderField(name))
                    .ifPresent(value -> exchange.getResponseHeaders().set(name, value));
        }
        try (InputStream in = status >= 400 ? connection.getErrorStream() : connection.getInputStream()) {
            byte[] body = in == null ? new byte[0] : in.readAllBytes();
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
