package dev.tars.console.ui.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.annotations.AbstractXYAnnotation;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleEdge;

/** Stretches of the lower axis crossed with slanted lines, over the whole height: nothing is known there. */
public final class HatchedSpans extends AbstractXYAnnotation {

    private static final long serialVersionUID = 1L;

    /** A narrower one is left empty: one slanted line in it would look like data. */
    private static final double LEAST = 3;

    /** @param from in units of the axis; @param to likewise, above {@code from} */
    public record Span(double from, double to) {}

    private final transient List<Span> spans;
    private final Color color;
    private final double pace;

    /** @param pace between two lines, in pixels */
    public HatchedSpans(List<Span> spans, Color color, double pace) {
        this.spans = List.copyOf(spans);
        this.color = color;
        this.pace = pace;
    }

    @Override
    public void draw(
            Graphics2D g2,
            XYPlot plot,
            Rectangle2D area,
            ValueAxis across,
            ValueAxis up,
            int index,
            PlotRenderingInfo info) {
        g2.setPaint(color);
        g2.setStroke(new BasicStroke(1));
        for (Span span : spans) {
            double left = Math.max(area.getMinX(), across.valueToJava2D(span.from(), area, RectangleEdge.BOTTOM));
            double right = Math.min(area.getMaxX(), across.valueToJava2D(span.to(), area, RectangleEdge.BOTTOM));
            if (right - left >= LEAST) {
                hatch(g2, area, left, right);
            }
        }
    }

    /** Lines of one pattern for all spans, each cut at the span's sides. */
    private void hatch(Graphics2D g2, Rectangle2D area, double left, double right) {
        double bottom = area.getMaxY();
        double first = Math.floor((left - area.getHeight()) / pace) * pace;
        for (double x = first; x < right; x += pace) {
            double from = Math.max(left, x);
            double to = Math.min(right, x + area.getHeight());
            if (from < to) {
                g2.draw(new Line2D.Double(from, bottom - (from - x), to, bottom - (to - x)));
            }
        }
    }
}
