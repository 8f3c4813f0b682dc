package dev.tars.console.practice.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Gathers a target's metrics while its parts are put together. */
final class Families {

    /** Counters start as if the process had run for two days. */
    private static final double AGE_SECONDS = 172_800;

    private final Map<String, Family> families = new LinkedHashMap<>();
    private final long seed;
    private final String scope;

    Families(long seed, String scope) {
        this.seed = seed;
        this.scope = scope;
    }

    Noise noise(String name) {
        return new Noise(seed, scope + "/" + name);
    }

    /** @param perSecond its usual rate, for a plausible start value */
    Counter counter(String name, String help, double perSecond, String... labels) {
        return counted(name, help, Kind.COUNTER, true, perSecond, labels);
    }

    /** A counter of amounts that have fractions, such as seconds. */
    Counter amount(String name, String help, double perSecond, String... labels) {
        return counted(name, help, Kind.COUNTER, false, perSecond, labels);
    }

    /** A counter exposed without type. */
    Counter untyped(String name, String help, double perSecond, String... labels) {
        return counted(name, help, Kind.UNKNOWN, true, perSecond, labels);
    }

    private Counter counted(String name, String help, Kind kind, boolean whole, double perSecond, String... labels) {
        double phase = noise(name + String.join("/", labels)).constant(0);
        Counter cell = new Counter(whole, perSecond * AGE_SECONDS * (0.9 + 0.2 * phase) + phase);
        return family(name, help, kind).child(cell, labels);
    }

    /** A counter that starts where {@code other} is, so that equal steps keep them equal. */
    Counter twin(String name, String help, Counter other) {
        return family(name, help, Kind.COUNTER).child(other.twin());
    }

    Gauge gauge(String name, String help, String... labels) {
        return family(name, help, Kind.GAUGE).child(new Gauge(), labels);
    }

    Histogram histogram(
            String name, String help, double[] bounds, double perSecond, LogNormal usual, String... labels) {
        Histogram cell = new Histogram(bounds, noise(name + String.join("/", labels)));
        cell.observe(Math.floor(perSecond * AGE_SECONDS), usual);
        return family(name, help, Kind.HISTOGRAM).child(cell, labels);
    }

    List<Family> all() {
        return List.copyOf(families.values());
    }

    private Family family(String name, String help, Kind kind) {
        return families.computeIfAbsent(name, n -> new Family(n, help, kind));
    }
}
