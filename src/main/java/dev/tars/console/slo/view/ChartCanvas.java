package dev.tars.console.slo.view;

import java.awt.geom.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.JFreeChart;
import org.jfree.fx.FXGraphics2D;

/**
 * A JFreeChart on a canvas. The chart library's own viewer keeps one graphics for all drawings and so loses the font
 * at the second one; it also redraws at every change of a part. Here each drawing has its own, once a layout.
 */
final class ChartCanvas extends Region {

    private final Canvas canvas = new Canvas();
    private final JFreeChart chart;
    private final ChartRenderingInfo drawn = new ChartRenderingInfo();

    ChartCanvas(JFreeChart chart) {
        this.chart = chart;
        getChildren().add(canvas);
    }

    /** What the chart is drawn on. */
    GraphicsContext graphics() {
        return canvas.getGraphicsContext2D();
    }

    /** Pixels of the screen to one of the canvas. */
    double scale() {
        Scene scene = getScene();
        return scene == null || scene.getWindow() == null
                ? 1
                : scene.getWindow().getRenderScaleX();
    }

    void redraw() {
        requestLayout();
    }

    /** Where the plot lies, in this region's pixels. */
    Rectangle2D dataArea() {
        return drawn.getPlotInfo().getDataArea();
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        canvas.getGraphicsContext2D().clearRect(0, 0, getWidth(), getHeight());
        if (getWidth() > 1 && getHeight() > 1) {
            canvas.getGraphicsContext2D().save();
            chart.draw(
                    new FXGraphics2D(canvas.getGraphicsContext2D()),
                    new Rectangle2D.Double(0, 0, getWidth(), getHeight()),
                    drawn);
            canvas.getGraphicsContext2D().restore();
        }
    }
}
