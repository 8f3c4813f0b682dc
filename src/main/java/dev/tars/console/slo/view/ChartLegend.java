package dev.tars.console.slo.view;

import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;

/** The names of a chart's lines with their hues, and how many are not shown. */
final class ChartLegend {

    private ChartLegend() {}

    static void show(FlowPane legend, ChartFigure figure, LiveWords words) {
        legend.getChildren().clear();
        for (int i = 0; i < figure.lines().size(); i++) {
            Region swatch = new Region();
            swatch.getStyleClass().addAll("swatch", "series-" + (i + 1));
            Label name = new Label(figure.lines().get(i).name(), swatch);
            name.getStyleClass().add("caption");
            legend.getChildren().add(name);
        }
        if (figure.more() > 0) {
            Label more = new Label(words.text("chart.more", figure.more()));
            more.getStyleClass().add("caption");
            legend.getChildren().add(more);
        }
    }
}
