package dev.tars.console.practice.model;

import java.util.Objects;

/**
 * What is broken on purpose while a step runs. A region without a fault of its kind is {@code ""}.
 *
 * @param slowRegion region whose HTTP answers take 2.5 times as long
 * @param failingRegion region with 6 % server errors and 5 % failed evaluations
 * @param traffic false: no request, no evaluation, nothing queued
 */
public record Conditions(String slowRegion, String failingRegion, boolean traffic) {

    /** Nothing broken. */
    public static final Conditions HEALTHY = new Conditions("", "", true);

    private static final double SLOWER = 2.5;

    public Conditions {
        Objects.requireNonNull(slowRegion, "slowRegion");
        Objects.requireNonNull(failingRegion, "failingRegion");
    }

    double latencyFactor(String region) {
        return region.equals(slowRegion) ? SLOWER : 1;
    }

    /** The share of requests answered with 5xx. */
    double serverErrors(String region) {
        return region.equals(failingRegion) ? 0.06 : 0.001;
    }

    double evaluationErrors(String region) {
        return region.equals(failingRegion) ? 0.05 : 0.0004;
    }

    /** How much of the usual traffic there is, 0 or 1. */
    double share() {
        return traffic ? 1 : 0;
    }
}
