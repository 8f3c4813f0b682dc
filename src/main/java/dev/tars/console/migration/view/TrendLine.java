package dev.tars.console.migration.view;

import java.util.Arrays;
import java.util.List;
import javafx.css.CssMetaData;
import javafx.css.SimpleStyleableObjectProperty;
import javafx.css.Styleable;
import javafx.css.StyleablePropertyFactory;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;

/** A thin line from zero up; NaN is a gap. Its colour is {@code -trend-line}. Style class {@code trend-line}. */
final class TrendLine extends Region {

    private static final StyleablePropertyFactory<TrendLine> CSS =
            new StyleablePropertyFactory<>(Region.getClassCssMetaData());
    private static final CssMetaData<TrendLine, Color> LINE =
            CSS.createColorCssMetaData("-trend-line", t -> t.colour, Color.TRANSPARENT, false);
    private static final double MARGIN = 2;

    private final SimpleStyleableObjectProperty<Color> colour =
            new SimpleStyleableObjectProperty<>(LINE, this, "colour");
    private final Canvas canvas = new Canvas();
    private double[] points = {};

    TrendLine() {
        getStyleClass().add("trend-line");
        getChildren().add(canvas);
        colour.addListener((o, before, now) -> requestLayout());
    }

    void show(double[] next) {
        if (!Arrays.equals(points, next)) {
            points = next.clone();
            requestLayout();
        }
    }

    @Override
    protected void layoutChildren() {
        double width = snapSizeX(getWidth());
        double height = snapSizeY(getHeight());
        canvas.setWidth(width);
        canvas.setHeight(height);
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, width, height);
        double high = Arrays.stream(points).filter(Double::isFinite).max().orElse(0);
        double scale = high > 0 ? (height - 2 * MARGIN) / high : 0;
        double step = points.length > 1 ? width / (points.length - 1) : 0;
        g.setStroke(colour.get());
        g.setLineWidth(1.25);
        g.beginPath();
        boolean pen = false;
        for (int i = 0; i < points.length; i++) {
            if (Double.isFinite(points[i])) {
                double y = height - MARGIN - points[i] * scale;
                if (pen) {
                    g.lineTo(i * step, y);
                } else {
                    g.moveTo(i * step, y);
                }
            }
            pen = Double.isFinite(points[i]);
        }
        g.stroke();
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return CSS.getCssMetaData();
    }
}
