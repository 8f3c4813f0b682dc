package dev.tars.console.practice.model;

/**
 * Smooth noise that is a pure function of seed, name and time: hashed values on a grid with cosine interpolation in
 * between ("value noise"). No state, so any instant can be asked in any order.
 */
public final class Noise {
    private static final double DAY = 86_400;

    private final long seed;

    public Noise(long seed, String name) {
        this.seed = mix(seed ^ mix(name.hashCode()));
    }

    /** @param seconds since the epoch @param period of the grid in seconds @return from -1 to 1 */
    public double at(double seconds, double period) {
        double position = seconds / period;
        long cell = (long) Math.floor(position);
        double ease = (1 - Math.cos(Math.PI * (position - cell))) / 2;
        return grid(cell, period) * (1 - ease) + grid(cell + 1, period) * ease;
    }

    /** Slow and quick movement together, as traffic has it; from -1 to 1. */
    public double rough(double seconds) {
        return 0.5 * at(seconds, 1500) + 0.3 * at(seconds, 240) + 0.2 * at(seconds, 45);
    }

    /** A constant of this noise, from 0 (included) to 1, for phases and start values. */
    public double constant(int index) {
        return (mix(seed + index) >>> 11) * 0x1.0p-53;
    }

    /** The daily rhythm of traffic: 1 on average, highest at 14 h of the region, lowest at 2 h. */
    public static double daily(double seconds, double hoursEastOfUtc) {
        double phase = (seconds + hoursEastOfUtc * 3600) / DAY - 8.0 / 24;
        return 1 + 0.3 * Math.sin(2 * Math.PI * phase);
    }

    private double grid(long cell, double period) {
        long bits = mix(seed ^ mix(cell ^ Double.doubleToLongBits(period)));
        return (bits >> 10) * 0x1.0p-53;
    }

    /** The finaliser of SplitMix64 (Steele, Lea, Flood 2014). */
    private static long mix(long value) {
        long z = value + 0x9e3779b97f4a7c15L;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
