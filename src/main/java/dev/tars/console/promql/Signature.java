package dev.tars.console.promql;

import java.util.ArrayList;
import java.util.List;

/** The labels by which series of two vectors are paired. */
final class Signature {
    private final boolean on;
    private final List<String> labels;

    Signature(Matching matching) {
        this.on = matching.on();
        if (on) {
            this.labels = matching.labels();
        } else {
            this.labels = new ArrayList<>(matching.labels());
            this.labels.add(Labels.NAME);
        }
    }

    Labels of(Labels series) {
        return on ? series.keep(labels) : series.without(labels);
    }
}
