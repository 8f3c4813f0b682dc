package dev.tars.console.practice.front;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import dev.tars.console.base.Ticker;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** The address of practice's Prometheus. Passes requests on, unless a drill wants otherwise. */
public final class Front implements AutoCloseable {
    private static final String PAGE = "<!DOCTYPE html>\n<html><head><title>Sign in</title></head>"
            + "<body><h1>Corporate proxy</h1><p>Please sign in to continue.</p></body></html>\n";
    private static final String CUT_OFF =
            "{\"status\":\"success\",\"data\":{\"resultType\":\"vector\",\"result\":[{\"metric\":{\"__name__\":\"up\",\"ins";

    private final HttpServer server;
    private final HttpHandler behind;
    private final Supplier<Fault> fault;
    private final Duration delay;
    private final Ticker ticker;
    private final Object faultOver = new Object();
    private final AtomicInteger garbage = new AtomicInteger();
    private volatile boolean closed;

    /**
     * Opens a free port of the loopback interface.
     *
     * @param fault asked at every request
     * @param delay of an answer under {@link Fault#SLOW}
     */
    public Front(HttpHandler behind, Supplier<Fault> fault, Duration delay, Ticker ticker, Executor executor)
            throws IOException {
        this.behind = behind;
        this.fault = fault;
        this.delay = delay;
        this.ticker = ticker;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.setExecutor(executor);
        server.start();
    }

    public URI address() {
        InetSocketAddress address = server.getAddress();
        return URI.create("http://" + address.getAddress().getHostAddress() + ":" + address.getPort());
    }

    /** To be called when the fault may have changed: answers held back go out at once if it is over. */
    public void faultChanged() {
        synchronized (faultOver) {
            faultOver.notifyAll();
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        switch (fault.get()) {
            case NONE -> behind.handle(exchange);
            case SLOW -> {
                if (holdBack()) {
                    behind.handle(exchange);
                } else {
                    exchange.close();
                }
            }
            case UNAVAILABLE -> send(exchange, 503, "text/plain; charset=utf-8", "Service Unavailable");
            case GARBAGE -> {
                if (garbage.getAndIncrement() % 2 == 0) {
                    send(exchange, 200, "text/html; charset=utf-8", PAGE);
                } else {
                    send(exchange, 200, "application/json", CUT_OFF);
                }
            }
        }
    }

    /** Waits until the delay is over or the fault is; false where the answer is no longer wanted. */
    private boolean holdBack() {
        long end = ticker.nanos() + delay.toNanos();
        synchronized (faultOver) {
            while (!closed && fault.get() == Fault.SLOW) {
                long left = (end - ticker.nanos()) / 1_000_000;
                if (left <= 0) {
                    return true;
                }
                try {
                    faultOver.wait(left);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return false;
                }
            }
        }
        return !closed;
    }

    private static void send(HttpExchange exchange, int status, String type, String text) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            byte[] body = text.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        closed = true;
        faultChanged();
        server.stop(0);
    }
}
