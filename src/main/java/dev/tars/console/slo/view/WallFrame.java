package dev.tars.console.slo.view;

import javafx.scene.Node;
import javafx.scene.layout.Pane;
import javafx.scene.transform.Scale;

/** Draws what is in it as large as fits a picture of 1920 by 1080, in height or width longer where the screen is. */
public final class WallFrame extends Pane {

    static final double WIDTH = 1920;
    static final double HEIGHT = 1080;

    private static final double STEP = 2;

    private final Scale scale = new Scale(1, 1);
    private int place;

    /** @param now one of four places, 2 px apart */
    void stand(int now) {
        place = now;
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double factor = Math.min(getWidth() / WIDTH, getHeight() / HEIGHT);
        if (factor <= 0) {
            return;
        }
        scale.setX(factor);
        scale.setY(factor);
        for (Node child : getManagedChildren()) {
            child.getTransforms().setAll(scale);
            child.resizeRelocate(
                    place == 1 || place == 2 ? STEP : 0,
                    place == 2 || place == 3 ? STEP : 0,
                    Math.floor((getWidth() - STEP) / factor),
                    Math.floor((getHeight() - STEP) / factor));
        }
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computeMinHeight(double width) {
        return 0;
    }

    @Override
    protected double computePrefWidth(double height) {
        return WIDTH;
    }

    @Override
    protected double computePrefHeight(double width) {
        return HEIGHT;
    }
}
