package dev.tars.console.practice.model;

/** A sum that only grows. What it counts in whole pieces is shown in whole pieces; the remainder is carried on. */
public final class Counter implements Cell {
    private final boolean whole;
    private double total;

    Counter(boolean whole, double start) {
        this.whole = whole;
        this.total = start;
    }

    void add(double amount) {
        if (!(amount >= 0)) {
            throw new IllegalArgumentException("a counter grows by 0 or more, not by " + amount);
        }
        total += amount;
    }

    /** One that starts where this one is. */
    Counter twin() {
        return new Counter(whole, total);
    }

    public double value() {
        return whole ? Math.floor(total) : total;
    }
}
