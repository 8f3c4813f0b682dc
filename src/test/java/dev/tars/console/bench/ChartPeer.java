package dev.tars.console.bench;

import javafx.scene.layout.Region;

/** A chart beside others: one line, new samples at each redraw. */
public interface ChartPeer {

    String name();

    Region node();

    /** Shows other samples; on the FX thread, or on another where {@link #isFedByWriter()}. */
    void show(double[] x, double[] y);

    /** Whether samples are given by a thread that is not the FX thread. */
    default boolean isFedByWriter() {
        return false;
    }
}
