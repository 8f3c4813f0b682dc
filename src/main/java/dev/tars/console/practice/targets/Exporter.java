package dev.tars.console.practice.targets;

import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.Optional;

/** What a target tells in place of the model's figures: those of a real server. */
@FunctionalInterface
public interface Exporter {

    /** The metrics now; empty as long as the model speaks. */
    Optional<MetricSnapshots> metrics();

    /** The model speaks always. */
    static Exporter none() {
        return Optional::empty;
    }
}
