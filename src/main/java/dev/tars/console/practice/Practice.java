package dev.tars.console.practice;

import dev.tars.console.base.Progress;
import dev.tars.console.base.Ticker;
import dev.tars.console.practice.servers.Servers;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;

/**
 * A small T.A.R.S. inside the console's reach: two simulated regions, and a Prometheus that scrapes them and evaluates
 * the release's rules. It starts with history, so no window opens empty, and is broken on purpose by {@link Drills}.
 * Everything listens on the loopback interface at free ports.
 */
public final class Practice implements AutoCloseable {
    private final Backend backend;
    private final URI address;
    private final Drills drills;
    private final Optional<Servers> servers;
    private final Closing closing;

    Practice(Backend backend, URI address, Drills drills, Optional<Servers> servers, Closing closing) {
        this.backend = backend;
        this.address = address;
        this.drills = drills;
        this.servers = servers;
        this.closing = closing;
    }

    /** Which Prometheus stands behind the front. */
    record Backend(String name, boolean real) {}

    /**
     * Starts everything; takes a few seconds, so call it on a worker. What was opened is closed again where it fails
     * or is cancelled.
     *
     * @throws PracticeFailed where the rules do not read or no port can be opened
     * @throws java.util.concurrent.CancellationException where {@code progress} says so
     */
    public static Practice start(PracticeOptions options, Clock clock, Ticker ticker, Progress progress)
            throws PracticeFailed, InterruptedException {
        return new PracticeStart(options, clock, ticker, progress).run();
    }

    /** Base URL of the Prometheus HTTP API. Drills may slow it down or break it. */
    public URI prometheus() {
        return address;
    }

    /** For people: {@code Prometheus 2.42.0 of this machine} or {@code built-in server}. */
    public String serverName() {
        return backend.name();
    }

    public boolean usesRealPrometheus() {
        return backend.real();
    }

    /** The real PostgreSQL and Redis; empty where there is no folder or port for them, or none are wanted. */
    public Optional<Servers> servers() {
        return servers;
    }

    public Drills drills() {
        return drills;
    }

    /** Ends threads and processes and removes folders, within a few seconds. A second call does nothing. */
    @Override
    public void close() {
        closing.close();
    }
}
