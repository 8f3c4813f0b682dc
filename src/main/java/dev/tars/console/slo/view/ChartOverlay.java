package dev.tars.console.slo.view;

import dev.tars.console.base.Figures;
import java.awt.geom.Rectangle2D;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.ui.RectangleEdge;

/**
 * What lies over the chart: the crosshair with what it reads (value, time, age), by pointer or by left and right; and
 * the range a drag marks out.
 */
final class ChartOverlay extends Pane {

    private static final double LEAST_DRAG = 6;

    private final LiveWords words;
    private final ValueAxis time;
    private final ValueAxis value;
    private final Supplier<Rectangle2D> area;
    private final BiConsumer<Instant, Instant> whenDragged;
    private final Region vertical = part("crosshair");
    private final Region point = part("crosshair-point");
    private final Region band = part("drag-band");
    private final Label reading = new Label();
    private Optional<ChartFigure> figure = Optional.empty();
    private Instant now = Instant.EPOCH;
    private OptionalDouble at = OptionalDouble.empty();
    private OptionalDouble dragFrom = OptionalDouble.empty();

    ChartOverlay(
            LiveWords words, ChartAxes axes, Supplier<Rectangle2D> area, BiConsumer<Instant, Instant> whenDragged) {
        this.words = words;
        this.time = axes.time;
        this.value = axes.value;
        this.area = area;
        this.whenDragged = whenDragged;
        getStyleClass().addAll("chart-overlay", "flat-focus");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setFocusTraversable(true);
        reading.getStyleClass().add("crosshair-reading");
        reading.setMouseTransparent(true);
        getChildren().addAll(band, vertical, point, reading);
        hideCrosshair();
        band.setVisible(false);
        setOnMouseMoved(e -> read(e.getX()));
        setOnMouseExited(e -> hideCrosshair());
        setOnMousePressed(this::press);
        setOnMouseDragged(this::drag);
        setOnMouseReleased(this::release);
        setOnKeyPressed(this::walk);
        focusedProperty().addListener((o, before, focused) -> {
            if (!focused) {
                hideCrosshair();
            }
        });
    }

    private static Region part(String styleClass) {
        Region part = new Region();
        part.getStyleClass().add(styleClass);
        part.setManaged(false);
        part.setMouseTransparent(true);
        return part;
    }

    void show(ChartFigure next, Instant moment) {
        figure = Optional.of(next);
        now = moment;
        at.ifPresent(this::crosshair);
    }

    private double millis(double x) {
        return time.java2DToValue(x, area.get(), RectangleEdge.BOTTOM);
    }

    private double x(double millis) {
        return time.valueToJava2D(millis, area.get(), RectangleEdge.BOTTOM);
    }

    private void read(double x) {
        Rectangle2D place = area.get();
        if (x < place.getMinX() || x > place.getMaxX()) {
            hideCrosshair();
        } else {
            crosshair(millis(x));
        }
    }

    private void walk(KeyEvent e) {
        int step = switch (e.getCode()) {
            case LEFT -> -1;
            case RIGHT -> 1;
            default -> 0;
        };
        Optional<ChartLine> line = figure.flatMap(f -> f.lines().stream().findFirst());
        if (step == 0 || line.isEmpty() || line.get().millis().length == 0) {
            return;
        }
        double[] times = line.get().millis();
        int here = at.isPresent() ? line.get().nearest(at.getAsDouble()) + step : times.length - 1;
        crosshair(times[Math.max(0, Math.min(times.length - 1, here))]);
        e.consume();
    }

    private void crosshair(double millis) {
        Optional<ChartLine> first = figure.flatMap(f -> f.lines().stream().findFirst());
        if (first.isEmpty() || first.get().nearest(millis) < 0) {
            hideCrosshair();
            return;
        }
        ChartFigure f = figure.orElseThrow();
        double snapped = first.get().millis()[first.get().nearest(millis)];
        at = OptionalDouble.of(snapped);
        Rectangle2D place = area.get();
        double x = Math.rint(x(snapped));
        vertical.resizeRelocate(x, place.getMinY(), 1, place.getHeight());
        double y = first.get().values()[first.get().nearest(snapped)];
        boolean hasPoint = Double.isFinite(y);
        if (hasPoint) {
            double py = value.valueToJava2D(y, place, RectangleEdge.LEFT);
            point.resizeRelocate(x - 3, py - 3, 7, 7);
        }
        reading.setText(text(f, snapped));
        reading.autosize();
        double left = x + 8 + reading.getWidth() > place.getMaxX() ? x - 8 - reading.getWidth() : x + 8;
        reading.relocate(Math.max(0, left), place.getMinY() + 2);
        vertical.setVisible(true);
        point.setVisible(hasPoint);
        reading.setVisible(true);
        setAccessibleText(reading.getText());
    }

    private String text(ChartFigure f, double millis) {
        Instant moment = Instant.ofEpochMilli((long) millis);
        String values = f.lines().stream()
                .map(line -> {
                    int i = line.nearest(millis);
                    double y = i < 0 || Math.abs(line.millis()[i] - millis) > 1 ? Double.NaN : line.values()[i];
                    String figureText = Double.isNaN(y) ? Figures.NO_VALUE : f.figure(y);
                    return f.lines().size() > 1 ? line.name() + "  " + figureText : figureText;
                })
                .collect(Collectors.joining("\n"));
        return words.text(
                "chart.reading", words.moment(moment, now), Figures.age(LiveState.since(moment, now)), values);
    }

    private void hideCrosshair() {
        at = OptionalDouble.empty();
        vertical.setVisible(false);
        point.setVisible(false);
        reading.setVisible(false);
    }

    private void press(MouseEvent e) {
        requestFocus();
        if (e.isPrimaryButtonDown() && figure.isPresent()) {
            dragFrom = OptionalDouble.of(inside(e.getX()));
        }
    }

    private void drag(MouseEvent e) {
        if (dragFrom.isEmpty()) {
            return;
        }
        hideCrosshair();
        Rectangle2D place = area.get();
        double a = Math.min(dragFrom.getAsDouble(), inside(e.getX()));
        double b = Math.max(dragFrom.getAsDouble(), inside(e.getX()));
        band.resizeRelocate(a, place.getMinY(), b - a, place.getHeight());
        band.setVisible(true);
    }

    private void release(MouseEvent e) {
        band.setVisible(false);
        if (dragFrom.isEmpty()) {
            return;
        }
        double a = Math.min(dragFrom.getAsDouble(), inside(e.getX()));
        double b = Math.max(dragFrom.getAsDouble(), inside(e.getX()));
        dragFrom = OptionalDouble.empty();
        if (b - a >= LEAST_DRAG) {
            whenDragged.accept(Instant.ofEpochMilli((long) millis(a)), Instant.ofEpochMilli((long) millis(b)));
        }
    }

    private double inside(double x) {
        Rectangle2D place = area.get();
        return Math.max(place.getMinX(), Math.min(place.getMaxX(), x));
    }
}
