package dev.tars.console.practice.model;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The whole of T.A.R.S., moved on by {@link #advance}. Not safe for use by several threads at once: whoever shares it
 * holds a lock over the step and the reading that belongs to it.
 */
public final class Simulation {

    /** No step is longer: after a suspended laptop the counters catch up piece by piece. */
    private static final double LONGEST_STEP = 60;

    /** A longer gap is not made up for; the machine slept. */
    private static final Duration LONGEST_GAP = Duration.ofHours(3);

    private final List<SimulatedTarget> targets = new ArrayList<>();
    private final List<Part> parts = new ArrayList<>();
    private Instant now;

    /** @param start where the first step begins */
    public Simulation(long seed, Instant start) {
        now = start;
        for (Region region : Region.values()) {
            Families families = new Families(seed, "tars " + region.id());
            parts.add(new HttpTraffic(families, region));
            parts.add(new Agents(families, region));
            parts.add(new EvaluationQueue(families, region));
            parts.add(new Links(families, region));
            targets.add(new SimulatedTarget(
                    "tars",
                    "orchestration-agent." + region.id() + ":8094",
                    Map.of("region", region.id(), "namespace", "tars"),
                    families.all()));
        }
        for (Region region : Region.values()) {
            add("cadvisor", "cadvisor." + region.id() + ":8080", region, seed, Containers::new);
        }
        for (Region region : Region.values()) {
            add("redis", "redis." + region.id() + ":6379", region, seed, Cache::new);
        }
        addGlobal("postgresql", "postgresql:5432", seed, Database::new);
        addGlobal("dashboards", "grafana:3000", seed, DashboardLoads::new);
        step(start, 1e-3, Conditions.HEALTHY);
    }

    private void add(String job, String name, Region region, long seed, Function<Families, Part> part) {
        Families families = new Families(seed, name);
        parts.add(part.apply(families));
        targets.add(new SimulatedTarget(job, name, Map.of("region", region.id()), families.all()));
    }

    private void addGlobal(String job, String name, long seed, Function<Families, Part> part) {
        Families families = new Families(seed, name);
        parts.add(part.apply(families));
        targets.add(new SimulatedTarget(job, name, Map.of(), families.all()));
    }

    public List<SimulatedTarget> targets() {
        return List.copyOf(targets);
    }

    /** The end of the last step. */
    public Instant now() {
        return now;
    }

    /** Moves everything on to {@code to}; an instant already passed changes nothing. */
    public void advance(Instant to, Conditions conditions) {
        if (!to.isAfter(now)) {
            return;
        }
        if (Duration.between(now, to).compareTo(LONGEST_GAP) > 0) {
            now = to.minus(LONGEST_GAP);
        }
        double left = Duration.between(now, to).toNanos() / 1e9;
        double end = to.getEpochSecond() + to.getNano() / 1e9;
        while (left > 0) {
            double length = Math.min(left, LONGEST_STEP);
            left -= length;
            step(end - left, length, conditions);
        }
        now = to;
    }

    private void step(Instant at, double seconds, Conditions conditions) {
        step(at.getEpochSecond() + at.getNano() / 1e9, seconds, conditions);
    }

    private void step(double to, double seconds, Conditions conditions) {
        for (Part part : parts) {
            part.advance(to, seconds, conditions);
        }
    }
}
