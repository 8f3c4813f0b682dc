package dev.tars.console.practice.model;

/** What holds the region together: WebSockets to its clients, replication to the other region, traces. */
final class Links implements Part {
    private static final double SOCKETS = 420;
    private static final double DISCONNECTIONS_PER_SECOND = 0.012;
    private static final double SPANS_PER_SECOND = 30;

    private final Region region;
    private final Noise noise;
    private final Gauge sockets;
    private final Counter disconnections;
    private final Counter attempts;
    private final Counter reconnections;
    private final Gauge lag;
    private final Counter spans;

    Links(Families families, Region region) {
        this.region = region;
        noise = families.noise("links");
        sockets = families.gauge("tars_websocket_connections_active", "Open WebSocket connections.");
        disconnections =
                families.counter("websocket_disconnections_total", "Connections lost.", DISCONNECTIONS_PER_SECOND);
        attempts = families.counter(
                "websocket_reconnect_attempts_total", "Tries to connect again.", DISCONNECTIONS_PER_SECOND);
        reconnections = families.twin("websocket_reconnect_success_total", "Connections that came back.", attempts);
        lag = families.gauge(
                "tars_replication_lag_seconds",
                "Age of the newest change the other region has.",
                "source_region",
                region.id(),
                "target_region",
                region.other().id());
        spans = families.counter("tars_trace_spans_total", "Spans ended.", SPANS_PER_SECOND);
        families.counter("tars_trace_orphaned_spans_total", "Spans whose parent never came.", 0);
    }

    @Override
    public void advance(double to, double seconds, Conditions now) {
        double rough = noise.rough(to);
        sockets.set(Math.rint(SOCKETS * (1 + 0.05 * noise.at(to, 1800) + 0.01 * rough)));
        double lost = DISCONNECTIONS_PER_SECOND * (1 + 0.5 * rough) * seconds;
        disconnections.add(lost);
        // Whole at rest: every client comes back at its first try, so both counters move in the same scrape.
        attempts.add(lost);
        reconnections.add(lost);
        lag.set(0.8 + 0.25 * noise.at(to, 400) + 0.15 * rough);
        double ended = SPANS_PER_SECOND * Noise.daily(to, region.hoursEastOfUtc()) * (1 + 0.1 * rough) * seconds;
        spans.add(ended);
    }
}
