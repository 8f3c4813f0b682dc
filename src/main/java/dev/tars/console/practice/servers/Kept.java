package dev.tars.console.practice.servers;

import dev.tars.console.base.ConnectionReport;
import dev.tars.console.base.ConnectionReport.Status;
import dev.tars.console.base.Problem;
import dev.tars.console.practice.targets.Exporter;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A server kept in the state that is wanted, and what a scrape and the status bar are told of it. Started and stopped
 * by one thread; scraped by any.
 */
final class Kept implements Exporter {

    private static final Logger LOG = LoggerFactory.getLogger(Kept.class);

    /** What an exporter tells of a server. */
    interface Source {

        /** Of one that should answer. @throws IOException where it does not */
        MetricSnapshots up() throws IOException;

        /** Of one that does not answer: {@code up 0} and nothing that is old. */
        MetricSnapshots down();
    }

    private enum State {
        STARTING,
        RUNNING,
        DOWN,
        FAILED
    }

    private final LocalServer server;
    private final Source source;
    private final Clock clock;
    private final Consumer<ConnectionReport> reports;
    private volatile State state = State.STARTING;
    private ConnectionReport report;
    private volatile String version = "";

    Kept(LocalServer server, Source source, Clock clock, Consumer<ConnectionReport> reports) {
        this.server = server;
        this.source = source;
        this.clock = clock;
        this.reports = reports;
        report = new ConnectionReport(
                server.name(),
                server.address(),
                Status.NOT_ASKED,
                clock.instant(),
                Optional.empty(),
                Optional.empty(),
                "start",
                "starting",
                Optional.empty());
        reports.accept(report);
    }

    boolean isRunning() {
        return state == State.RUNNING;
    }

    /** Brings it up where it should be and is not; a start that fails is told and not repeated. */
    void start() {
        if (state == State.RUNNING || state == State.FAILED) {
            return;
        }
        try {
            version = server.start();
            become(State.RUNNING, Status.ANSWERING, version, Optional.empty());
        } catch (IOException | RuntimeException e) {
            LOG.warn("{} does not start", server.name(), e);
            become(State.FAILED, Status.FAILING, "did not start", Optional.of(notStarted(e)));
        }
    }

    private Problem notStarted(Exception e) {
        return new Problem(
                server.name() + " of practice does not start.",
                server.address(),
                "Practice goes on without it: its figures are missing, none are made up.",
                "See the details; then open practice again. Real environments are not touched by it.",
                String.valueOf(e.getMessage()));
    }

    /** Takes it down, as a drill does. */
    void stop() {
        if (state != State.RUNNING) {
            return;
        }
        become(
                State.DOWN,
                Status.FAILING,
                version,
                Optional.of(Problem.of(
                        server.name() + " of practice is down.",
                        server.address(),
                        "A drill took it down: this is what production would look like.",
                        "End the drill.")));
        server.stop();
    }

    /** Ends it for good. */
    void close() {
        state = State.DOWN;
        server.stop();
    }

    @Override
    public Optional<MetricSnapshots> metrics() {
        State now = state;
        if (now == State.STARTING) {
            return Optional.empty();
        }
        if (now != State.RUNNING) {
            return Optional.of(source.down());
        }
        try {
            MetricSnapshots told = source.up();
            tellOf(State.RUNNING, Status.ANSWERING, Optional.empty());
            return Optional.of(told);
        } catch (IOException e) {
            tellOf(
                    State.RUNNING,
                    Status.FAILING,
                    Optional.of(new Problem(
                            server.name() + " of practice does not answer.",
                            server.address(),
                            "Its figures are missing until it answers again.",
                            "Open practice again if it stays so.",
                            String.valueOf(e.getMessage()))));
            return Optional.of(source.down());
        }
    }

    /** A scrape that was under way when the server was taken down must not call it well afterwards. */
    private synchronized void tellOf(State asked, Status status, Optional<Problem> problem) {
        if (state == asked) {
            tell(status, version, problem);
        }
    }

    private void become(State next, Status status, String note, Optional<Problem> problem) {
        synchronized (this) {
            state = next;
            tell(status, note, problem);
        }
    }

    private synchronized void tell(Status status, String note, Optional<Problem> problem) {
        ConnectionReport old = report;
        boolean answered = status == Status.ANSWERING;
        report = new ConnectionReport(
                old.name(),
                old.address(),
                status,
                old.status() == status ? old.since() : clock.instant(),
                answered ? Optional.of(clock.instant()) : old.lastAnswer(),
                Optional.empty(),
                "metrics",
                note,
                problem);
        reports.accept(report);
    }
}
