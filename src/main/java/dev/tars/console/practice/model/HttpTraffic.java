package dev.tars.console.practice.model;

import java.util.ArrayList;
import java.util.List;

/** Requests at the region's API. */
final class HttpTraffic implements Part {
    private static final double[] BOUNDS = {0.01, 0.025, 0.05, 0.1, 0.15, 0.25, 0.5, 1, 2.5, 5, 10};
    private static final double CLIENT_ERRORS = 0.006;

    private record Route(String method, String route, double perSecond, LogNormal durations) {}

    private static final List<Route> ROUTES = List.of(
            new Route("GET", "/api/v1/agents", 14, new LogNormal(0.044, 0.46)),
            new Route("GET", "/api/v1/agents/{id}", 9, new LogNormal(0.046, 0.45)),
            new Route("GET", "/api/v1/evaluations", 8, new LogNormal(0.048, 0.45)),
            new Route("POST", "/api/v1/evaluations", 5, new LogNormal(0.050, 0.45)),
            new Route("GET", "/api/v1/metrics", 4, new LogNormal(0.040, 0.50)),
            new Route("POST", "/api/v1/sync/all", 1.5, new LogNormal(0.060, 0.42)));

    private record Line(
            Route route, Counter good, Counter refused, Counter failed, Histogram durations, Noise load, Noise pace) {}

    private final Region region;
    private final Noise together;
    private final List<Line> lines = new ArrayList<>();

    HttpTraffic(Families families, Region region) {
        this.region = region;
        together = families.noise("pace of all routes");
        for (Route route : ROUTES) {
            String good = route.method().equals("POST") ? "201" : "200";
            lines.add(new Line(
                    route,
                    requests(families, route, good, 1 - CLIENT_ERRORS - 0.001),
                    requests(families, route, "404", CLIENT_ERRORS),
                    requests(families, route, "500", 0.001),
                    families.histogram(
                            "http_request_duration_seconds",
                            "Time from request to answer.",
                            BOUNDS,
                            route.perSecond(),
                            route.durations(),
                            "method",
                            route.method(),
                            "route",
                            route.route()),
                    families.noise("load" + route.method() + route.route()),
                    families.noise("pace" + route.method() + route.route())));
        }
    }

    private static Counter requests(Families families, Route route, String status, double share) {
        return families.counter(
                "http_requests_total",
                "Requests answered.",
                route.perSecond() * share,
                "method",
                route.method(),
                "route",
                route.route(),
                "status",
                status);
    }

    @Override
    public void advance(double to, double seconds, Conditions now) {
        double daily = Noise.daily(to, region.hoursEastOfUtc());
        double common = now.latencyFactor(region.id()) * (1 + 0.09 * together.rough(to));
        double failed = now.serverErrors(region.id());
        for (Line line : lines) {
            double requests =
                    line.route().perSecond() * daily * (1 + 0.12 * line.load().rough(to)) * seconds * now.share();
            line.good().add(requests * (1 - failed - CLIENT_ERRORS));
            line.refused().add(requests * CLIENT_ERRORS);
            line.failed().add(requests * failed);
            double pace =
                    now.latencyFactor(region.id()) * (1 + 0.06 * line.pace().rough(to));
            line.durations().observe(requests, line.route().durations().slower(pace));
        }
    }
}
