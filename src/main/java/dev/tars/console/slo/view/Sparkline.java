package dev.tars.console.slo.view;

import dev.tars.console.base.Limit;
import dev.tars.console.slo.SloReading.Point;
import java.time.Duration;
import java.time.Instant;
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

/**
 * The last hour as a thin line with the objective dashed. Its right end is the board's time, so that a line that ended
 * earlier is seen to end; NaN is a gap. Colours come from {@code -spark-line} and {@code -spark-objective}. Drawn only
 * when points, size or colour change.
 */
final class Sparkline extends Region {

    private static final StyleablePropertyFactory<Sparkline> CSS =
            new StyleablePropertyFactory<>(Region.getClassCssMetaData());
    private static final CssMetaData<Sparkline, Color> LINE =
            CSS.createColorCssMetaData("-spark-line", s -> s.line, Color.TRANSPARENT, false);
    private static final CssMetaData<Sparkline, Color> OBJECTIVE =
            CSS.createColorCssMetaData("-spark-objective", s -> s.objective, Color.TRANSPARENT, false);
    private static final double SPAN = Duration.ofHours(1).toMillis();
    private static final double MARGIN = 2;
    private static final double COLUMN = 1.5;

    private final SimpleStyleableObjectProperty<Color> line = new SimpleStyleableObjectProperty<>(LINE, this, "line");
    private final SimpleStyleableObjectProperty<Color> objective =
            new SimpleStyleableObjectProperty<>(OBJECTIVE, this, "objective");
    private final Canvas canvas = new Canvas();

    private List<Point> points = List.of();
    private double bound;
    private boolean lowIsGood = true;
    private Instant end = Instant.EPOCH;

    Sparkline() {
        getStyleClass().add("sparkline");
        getChildren().add(canvas);
        line.addListener((o, before, now) -> requestLayout());
        objective.addListener((o, before, now) -> requestLayout());
    }

    void show(List<Point> lastHour, Limit limit, Instant boardAt) {
        double objectiveBound = limit.bound().doubleValue();
        if (!boardAt.equals(end) || bound != objectiveBound || !lastHour.equals(points)) {
            points = lastHour;
            bound = objectiveBound;
            lowIsGood = limit.operator().isUpperBound();
            end = boardAt;
            requestLayout();
        }
    }

    @Override
    protected void layoutChildren() {
        double width = Math.max(0, snapSizeX(getWidth()));
        double height = Math.max(0, snapSizeY(getHeight()));
        canvas.setWidth(width);
        canvas.setHeight(height);
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, width, height);
        if (width > 0 && height > 0 && points.stream().anyMatch(p -> Double.isFinite(p.value()))) {
            draw(g, width, height);
        }
    }

    private void draw(GraphicsContext g, double width, double height) {
        double low = points.stream()
                .mapToDouble(Point::value)
                .filter(Double::isFinite)
                .reduce(bound, Math::min);
        double high = points.stream()
                .mapToDouble(Point::value)
                .filter(Double::isFinite)
                .reduce(bound, Math::max);
        double scale = high > low ? (height - 2 * MARGIN) / (high - low) : 0;
        double base = high > low ? height - MARGIN : height / 2;

        g.setLineWidth(1);
        g.setLineDashes(2, 2);
        g.setStroke(objective.get());
        double y = Math.round(base - (bound - low) * scale) + 0.5;
        g.strokeLine(0, y, width, y);

        g.setLineDashes();
        g.setLineWidth(1.25);
        g.setStroke(line.get());
        g.beginPath();
        boolean pen = false;
        double[] worst = worst((int) Math.ceil(width / COLUMN));
        for (int i = 0; i < worst.length; i++) {
            if (Double.isNaN(worst[i])) {
                pen = false;
                continue;
            }
            double x = (i + 0.5) * COLUMN;
            double at = base - (worst[i] - low) * scale;
            if (pen) {
                g.lineTo(x, at);
            } else {
                g.moveTo(x - 0.5, at);
                g.lineTo(x, at);
            }
            pen = true;
        }
        g.stroke();
    }

    /** The worst value of each column of pixels: a short spike stays, noise does not fill the cell. */
    private double[] worst(int columns) {
        double[] worst = new double[columns];
        Arrays.fill(worst, Double.NaN);
        long from = end.toEpochMilli() - (long) SPAN;
        for (Point point : points) {
            int i = (int) ((point.at().toEpochMilli() - from) / SPAN * columns);
            if (i >= 0 && i <= columns && Double.isFinite(point.value())) {
                int column = Math.min(i, columns - 1);
                double best = worst[column];
                boolean isWorse = Double.isNaN(best) || (lowIsGood ? point.value() > best : point.value() < best);
                worst[column] = isWorse ? point.value() : best;
            }
        }
        return worst;
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return CSS.getCssMetaData();
    }
}
