package dev.tars.console.slo.view;

import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** A title with something small beside it on one baseline; the small thing gives way first. */
final class TitleLine extends Region {

    private static final double LEAST = 20;

    private final Label title = new Label();
    private final Label beside = new Label();

    TitleLine() {
        getStyleClass().add("title-line");
        title.getStyleClass().add("objective-title");
        beside.getStyleClass().addAll("caption", "objective-scope");
        getChildren().addAll(title, beside);
    }

    void show(String strong, String small) {
        title.setText(strong);
        beside.setText(small);
        requestLayout();
    }

    private double gap() {
        return title.getFont().getSize() * 0.4;
    }

    @Override
    protected double computePrefWidth(double height) {
        return title.prefWidth(-1) + gap() + beside.prefWidth(-1);
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computePrefHeight(double width) {
        return title.prefHeight(-1);
    }

    @Override
    protected void layoutChildren() {
        double first = Math.min(title.prefWidth(-1), getWidth());
        double left = getWidth() - first - gap();
        double y = (getHeight() - title.prefHeight(-1)) / 2;
        title.resizeRelocate(0, snapPositionY(y), snapSizeX(first), title.prefHeight(-1));
        boolean fits = left >= Math.min(LEAST, beside.prefWidth(-1));
        beside.setVisible(fits);
        if (fits) {
            double down = title.getBaselineOffset() - beside.getBaselineOffset();
            beside.autosize();
            beside.resizeRelocate(
                    snapPositionX(first + gap()),
                    snapPositionY(y + down),
                    Math.min(beside.prefWidth(-1), left),
                    beside.prefHeight(-1));
        }
    }
}
