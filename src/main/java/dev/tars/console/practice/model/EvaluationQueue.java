package dev.tars.console.practice.model;

import java.util.ArrayList;
import java.util.List;

/** The region's queue of evaluations, by priority. */
final class EvaluationQueue implements Part {
    private static final double[] BOUNDS = {0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60};

    private record Priority(String name, double depth, double perSecond, LogNormal waits) {}

    private static final List<Priority> PRIORITIES = List.of(
            new Priority("high", 2, 2, new LogNormal(0.25, 0.8)),
            new Priority("normal", 8, 4, new LogNormal(0.40, 0.8)),
            new Priority("low", 15, 2, new LogNormal(0.70, 0.8)));

    private record Line(Priority priority, Noise noise, Gauge depth, Histogram waits, Counter processed) {}

    private final Region region;
    private final List<Line> lines = new ArrayList<>();

    EvaluationQueue(Families families, Region region) {
        this.region = region;
        for (Priority priority : PRIORITIES) {
            String[] label = {"priority", priority.name()};
            lines.add(new Line(
                    priority,
                    families.noise("queue " + priority.name()),
                    families.gauge("tars_eval_queue_depth", "Evaluations waiting.", label),
                    families.histogram(
                            "tars_queue_wait_time_seconds",
                            "Time an evaluation waited for an agent.",
                            BOUNDS,
                            priority.perSecond(),
                            priority.waits(),
                            label),
                    families.counter(
                            "tars_queue_processed_total",
                            "Evaluations taken from the queue.",
                            priority.perSecond(),
                            label)));
        }
    }

    @Override
    public void advance(double to, double seconds, Conditions now) {
        double daily = Noise.daily(to, region.hoursEastOfUtc());
        for (Line line : lines) {
            double noise = line.noise().rough(to);
            double taken = line.priority().perSecond() * daily * (1 + 0.12 * noise) * seconds * now.share();
            line.processed().add(taken);
            line.waits()
                    .observe(
                            taken,
                            line.priority()
                                    .waits()
                                    .slower(1 + 0.1 * line.noise().at(to, 500)));
            line.depth().set(Math.rint(line.priority().depth() * daily * (1 + 0.5 * noise) * now.share()));
        }
    }
}
