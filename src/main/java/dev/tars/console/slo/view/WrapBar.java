package dev.tars.console.slo.view;

import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/** A toolbar of two groups: left and right on one line, or one under the other where the line is too short. */
public final class WrapBar extends Pane {

    private static final double GAP = 8;

    private double across() {
        return getManagedChildren().stream().mapToDouble(n -> n.prefWidth(-1)).sum()
                + GAP * (getManagedChildren().size() - 1)
                + getInsets().getLeft()
                + getInsets().getRight();
    }

    private boolean wraps(double width) {
        return width > 0 && across() > width;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computePrefWidth(double height) {
        return across();
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        var heights = getManagedChildren().stream().mapToDouble(n -> n.prefHeight(-1));
        boolean wraps = wraps(width > 0 ? width : getWidth());
        double inner =
                wraps ? heights.map(h -> h + GAP).sum() - GAP : heights.max().orElse(0);
        return inner + getInsets().getTop() + getInsets().getBottom();
    }

    @Override
    protected void layoutChildren() {
        double left = getInsets().getLeft();
        double top = getInsets().getTop();
        double inner = getWidth() - left - getInsets().getRight();
        boolean wraps = wraps(getWidth());
        double high = getHeight() - top - getInsets().getBottom();
        double y = top;
        for (int i = 0; i < getManagedChildren().size(); i++) {
            Region child = (Region) getManagedChildren().get(i);
            double width = Math.min(child.prefWidth(-1), inner);
            double height = child.prefHeight(-1);
            boolean last = i > 0 && i == getManagedChildren().size() - 1;
            double x = last && !wraps ? left + inner - width : left;
            child.resizeRelocate(snapPositionX(x), snapPositionY(wraps ? y : top + (high - height) / 2), width, height);
            y += height + GAP;
        }
    }

    @Override
    public javafx.geometry.Orientation getContentBias() {
        return javafx.geometry.Orientation.HORIZONTAL;
    }
}
