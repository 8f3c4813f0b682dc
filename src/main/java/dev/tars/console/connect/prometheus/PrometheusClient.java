package dev.tars.console.connect.prometheus;

import dev.tars.console.base.ConnectionReport;
import dev.tars.console.base.Ticker;
import dev.tars.console.connect.http.HttpEndpoint;
import dev.tars.console.connect.http.Subscription;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Asks one Prometheus server through its HTTP API. Safe for use from several threads at once. */
public final class PrometheusClient implements AutoCloseable {

    public PrometheusClient(HttpEndpoint endpoint, Clock clock, Ticker ticker) {}

    /** The value of an expression now, or at a given time. */
    public InstantAnswer query(String expr, Optional<Instant> at) throws PrometheusException, InterruptedException {
        throw new UnsupportedOperationException();
    }

    /** The course of an expression from {@code start} to {@code end}, both included, one point each {@code step}. */
    public RangeAnswer queryRange(String expr, Instant start, Instant end, Duration step)
            throws PrometheusException, InterruptedException {
        throw new UnsupportedOperationException();
    }

    public List<RuleGroup> rules() throws PrometheusException, InterruptedException {
        throw new UnsupportedOperationException();
    }

    public List<Target> targets() throws PrometheusException, InterruptedException {
        throw new UnsupportedOperationException();
    }

    public BuildInfo buildInfo() throws PrometheusException, InterruptedException {
        throw new UnsupportedOperationException();
    }

    public RuntimeInfo runtimeInfo() throws PrometheusException, InterruptedException {
        throw new UnsupportedOperationException();
    }

    /** How the connection stands now; never waits. */
    public ConnectionReport report() {
        throw new UnsupportedOperationException();
    }

    /** Every new report, the present one at once; on the thread that asked, so the receiver returns quickly. */
    public Subscription subscribe(Consumer<ConnectionReport> receiver) {
        throw new UnsupportedOperationException();
    }

    /** Ends all that is under way. */
    @Override
    public void close() {}
}
