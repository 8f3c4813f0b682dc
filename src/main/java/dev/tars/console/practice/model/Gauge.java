package dev.tars.console.practice.model;

/** A value that goes up and down. */
public final class Gauge implements Cell {
    private double value;

    void set(double newValue) {
        value = newValue;
    }

    public double value() {
        return value;
    }
}
