package dev.tars.console.practice.targets;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.tars.console.practice.model.SimulatedTarget;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Serves one target at a port of its own, so that it alone can refuse connections as a dead process does. */
public final class TargetServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TargetServer.class);

    private final Plant plant;
    private final SimulatedTarget target;
    private final Exporter exporter;
    private final Executor executor;
    private final InetSocketAddress address;
    private @Nullable HttpServer server;
    private boolean closed;

    /** Opens a free port of the loopback interface. @param exporter speaks in the model's place where it has a server */
    public TargetServer(Plant plant, SimulatedTarget target, Exporter exporter, Executor executor) throws IOException {
        this.plant = plant;
        this.target = target;
        this.exporter = exporter;
        this.executor = executor;
        HttpServer first = open(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        this.server = first;
        this.address = first.getAddress();
    }

    private HttpServer open(InetSocketAddress at) throws IOException {
        HttpServer opened = HttpServer.create(at, 0);
        opened.createContext("/metrics", this::answer);
        opened.setExecutor(executor);
        opened.start();
        return opened;
    }

    public SimulatedTarget target() {
        return target;
    }

    /** {@code 127.0.0.1:PORT}, as a scrape configuration has it. */
    public String address() {
        return address.getAddress().getHostAddress() + ":" + address.getPort();
    }

    /** From now on connections are refused. */
    public synchronized void refuse() {
        HttpServer open = server;
        if (open != null) {
            open.stop(0);
            server = null;
        }
    }

    /** Takes connections again, at the same port. */
    public synchronized void accept() {
        // A drill that ends while practice closes must not open it again.
        if (closed || server != null) {
            return;
        }
        try {
            server = open(address);
        } catch (IOException e) {
            LOG.warn("target {} stays down: {} is taken by another program", target.name(), address(), e);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exporter.metrics().map(Exposition::text).orElseGet(() -> plant.scrape(target));
            exchange.getResponseHeaders().set("Content-Type", Exposition.CONTENT_TYPE);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        refuse();
    }
}
