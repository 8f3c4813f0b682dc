package dev.tars.console.connect.http;

import dev.tars.console.base.ConnectionReport;
import dev.tars.console.base.ConnectionReport.Status;
import dev.tars.console.base.Problem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the {@link ConnectionReport} of one connection and tells who listens, in the order of what happened. */
public final class ConnectionWatch {
    private static final Logger LOG = LoggerFactory.getLogger(ConnectionWatch.class);

    /** One poll asks many queries, some of them warned of: its last plain answer must not hide the warning. */
    private static final Duration WARNING_HOLDS = Duration.ofSeconds(30);

    private final Clock clock;
    private final List<Consumer<ConnectionReport>> receivers = new CopyOnWriteArrayList<>();
    private volatile ConnectionReport report;
    private String version = "";
    private String lastAsked = "";
    private String warning = "";
    private Instant warned = Instant.MIN;

    public ConnectionWatch(String name, String address, Clock clock) {
        this.clock = clock;
        this.report = new ConnectionReport(
                name,
                address,
                Status.NOT_ASKED,
                clock.instant(),
                Optional.empty(),
                Optional.empty(),
                "",
                "",
                Optional.empty());
    }

    public ConnectionReport report() {
        return report;
    }

    /** Every new report, the present one at once. */
    public synchronized Subscription subscribe(Consumer<ConnectionReport> receiver) {
        Objects.requireNonNull(receiver, "receiver");
        receivers.add(receiver);
        receiver.accept(report);
        return () -> receivers.remove(receiver);
    }

    /** A question is about to leave; shown with the next report. */
    public synchronized void asked(String what) {
        lastAsked = what;
    }

    /** The server said what it is. */
    public synchronized void isVersion(String said) {
        version = said;
    }

    /** A usable answer came, with the server's warnings beside it. A warning is shown for half a minute at least. */
    public synchronized void answered(List<String> warnings, Optional<Duration> skew) {
        Instant now = clock.instant();
        if (!warnings.isEmpty()) {
            warning = warnings.get(0);
            warned = now;
        }
        boolean isWarned = !warning.isEmpty() && now.isBefore(warned.plus(WARNING_HOLDS));
        String note = isWarned ? version.isEmpty() ? warning : version + " · " + warning : version;
        publish(isWarned ? Status.PARTIAL : Status.ANSWERING, Optional.of(now), skew, note, Optional.empty());
    }

    /** No usable answer. */
    public synchronized void failed(Problem problem, boolean circuitOpen) {
        Status status = circuitOpen ? Status.OPEN_CIRCUIT : Status.FAILING;
        publish(status, report.lastAnswer(), report.skew(), version, Optional.of(problem));
    }

    private void publish(
            Status status,
            Optional<Instant> lastAnswer,
            Optional<Duration> skew,
            String note,
            Optional<Problem> problem) {
        ConnectionReport old = report;
        boolean sameStatus = old.status() == status;
        Instant since = sameStatus ? old.since() : clock.instant();
        if (!sameStatus) {
            LOG.info(
                    "{} at {}: {} -> {} {}",
                    old.name(),
                    old.address(),
                    old.status(),
                    status,
                    problem.map(Problem::what).orElse(""));
        }
        report = new ConnectionReport(
                old.name(), old.address(), status, since, lastAnswer, skew, lastAsked, note, problem);
        receivers.forEach(receiver -> receiver.accept(report));
    }
}
