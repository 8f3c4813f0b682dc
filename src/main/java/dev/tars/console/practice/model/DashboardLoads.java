package dev.tars.console.practice.model;

import java.util.ArrayList;
import java.util.List;

/** How long Grafana's dashboards take to load. */
final class DashboardLoads implements Part {
    private static final double[] BOUNDS = {0.5, 1, 2, 3, 4, 5, 7, 10, 15, 30};
    private static final LogNormal LOAD = new LogNormal(1.4, 0.45);
    private static final double LOADS_PER_SECOND = 0.6;
    private static final List<String> DASHBOARDS =
            List.of("evaluation-overview", "agent-training", "multi-region", "slo-compliance");

    private record Line(Noise noise, Histogram loads) {}

    private final List<Line> lines = new ArrayList<>();

    DashboardLoads(Families families) {
        for (String dashboard : DASHBOARDS) {
            lines.add(new Line(
                    families.noise(dashboard),
                    families.histogram(
                            "grafana_dashboard_load_duration_seconds",
                            "Time until all panels of a dashboard are drawn.",
                            BOUNDS,
                            LOADS_PER_SECOND,
                            LOAD,
                            "dashboard",
                            dashboard)));
        }
    }

    @Override
    public void advance(double to, double seconds, Conditions now) {
        for (Line line : lines) {
            double loads = LOADS_PER_SECOND * (1 + 0.15 * line.noise().rough(to)) * seconds;
            line.loads().observe(loads, LOAD.slower(1 + 0.07 * line.noise().at(to, 600)));
        }
    }
}
