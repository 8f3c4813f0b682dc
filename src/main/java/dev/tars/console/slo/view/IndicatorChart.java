package dev.tars.console.slo.view;

import dev.tars.console.ui.plot.HatchedSpans;
import dev.tars.console.ui.plot.RasterRenderer;
import java.awt.BasicStroke;
import java.awt.Font;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.IntervalMarker;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleAnchor;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;

/**
 * The indicator against its objective: lines, the objective dashed with its label on it, violations as a tinted
 * region, time without samples hatched, the start of a release marked, a crosshair that reads, a drag that chooses a range. Samples that no line can show are dots.
 */
final class IndicatorChart extends StackPane {

    private static final double LINE = 1.75;
    private static final double DOT = 2.5;
    private static final double HATCH = 7;
    private static final double CAPTION = 11;
    private static final PseudoClass OLD = PseudoClass.getPseudoClass("old");

    private final ChartAxes axes;
    private final XYPlot plot;
    private final ChartCanvas canvas;
    private final JFreeChart chart;
    private final RasterRenderer lines;
    private final ChartInk ink = new ChartInk(this::dirty);
    private final Label ruler = new Label();
    private final ChartOverlay overlay;
    private Optional<ChartFigure> figure = Optional.empty();
    private boolean isDirty = true;

    /** @param whenDragged told the two ends of a range a person drew */
    IndicatorChart(LiveWords words, BiConsumer<Instant, Instant> whenDragged) {
        getStyleClass().add("indicator-chart");
        axes = new ChartAxes(words.zone());
        plot = new XYPlot(null, axes.time, axes.value, null);
        plot.setOutlineVisible(false);
        plot.setDomainGridlinesVisible(false);
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        chart = new JFreeChart(null, null, plot, false);
        chart.setPadding(RectangleInsets.ZERO_INSETS);
        canvas = new ChartCanvas(chart);
        lines = new RasterRenderer(canvas.graphics(), canvas::scale);
        plot.setRenderer(lines);
        ruler.getStyleClass().add("chart-ruler");
        ruler.setManaged(false);
        ruler.setVisible(false);
        ruler.fontProperty().addListener((o, before, now) -> dirty());
        overlay = new ChartOverlay(words, axes, canvas::dataArea, whenDragged);
        getChildren().addAll(ink, ruler, canvas, overlay);
    }

    void show(ChartFigure next, Instant now) {
        figure = Optional.of(next);
        canvas.setVisible(true);
        overlay.setVisible(true);
        overlay.show(next, now);
        dirty();
    }

    /** Nothing is known of what is chosen now: what was drawn of something else goes. */
    void clear() {
        figure = Optional.empty();
        canvas.setVisible(false);
        overlay.setVisible(false);
    }

    /** What is drawn does not speak for now. */
    void setOld(boolean old) {
        pseudoClassStateChanged(OLD, old);
    }

    private void dirty() {
        isDirty = true;
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        if (isDirty) {
            isDirty = false;
            figure.ifPresent(this::draw);
        }
        super.layoutChildren();
    }

    private void draw(ChartFigure f) {
        double scale = ruler.getFont().getSize() / CAPTION;
        style(scale);
        axes.show(f.from(), f.to(), f.scale());
        List<RasterRenderer.Curve> curves = new ArrayList<>();
        for (int i = 0; i < f.lines().size(); i++) {
            ChartLine line = f.lines().get(i);
            curves.add(new RasterRenderer.Curve(line.millis(), line.values(), ink.series(i)));
        }
        lines.show(curves, LINE * scale, DOT * scale);
        plot.setDataset(RasterRenderer.dataset(f.from().toEpochMilli()));
        mark(f, scale);
        canvas.redraw();
    }

    private void style(double scale) {
        Font font = ChartFont.roboto((float) (CAPTION * scale));
        chart.setBackgroundPaint(ink.awt(ChartInk.Role.GROUND));
        plot.setBackgroundPaint(ink.awt(ChartInk.Role.GROUND));
        plot.setRangeGridlinePaint(ink.awt(ChartInk.Role.GRID));
        plot.setRangeGridlineStroke(new BasicStroke(1));
        plot.setInsets(new RectangleInsets(6 * scale, 0, 0, 14 * scale));
        axes.value.setTickLabelFont(font);
        axes.value.setTickLabelPaint(ink.awt(ChartInk.Role.TEXT));
        axes.value.setTickLabelInsets(new RectangleInsets(2, 0, 2, 6 * scale));
        axes.time.setTickLabelFont(font);
        axes.time.setTickLabelPaint(ink.awt(ChartInk.Role.TEXT));
        axes.time.setTickLabelInsets(new RectangleInsets(5 * scale, 2, 0, 2));
    }

    private void mark(ChartFigure f, double scale) {
        plot.clearDomainMarkers();
        plot.clearRangeMarkers();
        for (ChartFigure.Stretch v : f.violations()) {
            IntervalMarker region = new IntervalMarker(
                    v.from().toEpochMilli(), v.to().toEpochMilli(), ink.awt(ChartInk.Role.VIOLATION));
            region.setAlpha(1);
            plot.addDomainMarker(region, Layer.BACKGROUND);
        }
        lines.removeAnnotations();
        lines.addAnnotation(
                new HatchedSpans(
                        f.gaps().stream()
                                .map(g -> new HatchedSpans.Span(g.from().toEpochMilli(), g.to().toEpochMilli()))
                                .toList(),
                        ink.awt(ChartInk.Role.GAP),
                        HATCH * scale),
                Layer.BACKGROUND);
        for (ChartMark each : f.marks()) {
            plot.addDomainMarker(moment(each, f, scale), Layer.FOREGROUND);
        }
        float[] dash = {(float) (4 * scale), (float) (3 * scale)};
        ValueMarker objective = new ValueMarker(
                f.bound(),
                ink.awt(ChartInk.Role.OBJECTIVE),
                new BasicStroke((float) scale, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, dash, 0));
        objective.setAlpha(1);
        objective.setLabel(f.objective());
        objective.setLabelFont(ChartFont.roboto((float) (CAPTION * scale)));
        objective.setLabelPaint(ink.awt(ChartInk.Role.OBJECTIVE));
        objective.setLabelBackgroundColor(new java.awt.Color(0, true));
        boolean low =
                f.bound() - f.scale().low() < (f.scale().high() - f.scale().low()) * 0.85;
        objective.setLabelAnchor(low ? RectangleAnchor.TOP_LEFT : RectangleAnchor.BOTTOM_LEFT);
        objective.setLabelTextAnchor(low ? TextAnchor.BOTTOM_LEFT : TextAnchor.TOP_LEFT);
        objective.setLabelOffset(new RectangleInsets(3 * scale, 4 * scale, 3 * scale, 4 * scale));
        plot.addRangeMarker(objective, Layer.FOREGROUND);
    }

    /** A line over the whole height with its words at the top, on the side where there is room. */
    private ValueMarker moment(ChartMark mark, ChartFigure f, double scale) {
        ValueMarker line = new ValueMarker(
                mark.at().toEpochMilli(), ink.awt(ChartInk.Role.MARK), new BasicStroke((float) (1.5 * scale)));
        line.setAlpha(1);
        line.setLabel(mark.words());
        line.setLabelFont(ChartFont.roboto((float) (CAPTION * scale)));
        line.setLabelPaint(ink.awt(ChartInk.Role.MARK));
        line.setLabelBackgroundColor(ink.awt(ChartInk.Role.GROUND));
        boolean early = mark.at().toEpochMilli() < (f.from().toEpochMilli() + f.to().toEpochMilli()) / 2;
        line.setLabelAnchor(early ? RectangleAnchor.TOP_RIGHT : RectangleAnchor.TOP_LEFT);
        line.setLabelTextAnchor(early ? TextAnchor.TOP_LEFT : TextAnchor.TOP_RIGHT);
        line.setLabelOffset(new RectangleInsets(3 * scale, 4 * scale, 3 * scale, 4 * scale));
        return line;
    }
}
