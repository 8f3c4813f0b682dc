package dev.tars.console.migration.view;

import dev.tars.console.base.Figures;
import dev.tars.console.base.Unit;
import dev.tars.console.migration.LatencyProfile;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.css.CssMetaData;
import javafx.css.SimpleStyleableObjectProperty;
import javafx.css.Styleable;
import javafx.css.StyleablePropertyFactory;
import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;

/**
 * The latency of a query before and after on one logarithmic axis: a bar from p50 to p99, the p95 a stroke with its figure,
 * the slowest run a dot, the limit a dashed line. Colours: {@code -bars-before -bars-after -bars-limit -bars-text
 * -bars-grid}. Style class {@code latency-bars}.
 */
public final class LatencyBars extends Region {

    private static final StyleablePropertyFactory<LatencyBars> CSS =
            new StyleablePropertyFactory<>(Region.getClassCssMetaData());
    private static final CssMetaData<LatencyBars, Color> BEFORE =
            CSS.createColorCssMetaData("-bars-before", b -> b.beforeInk, Color.TRANSPARENT, false);
    private static final CssMetaData<LatencyBars, Color> AFTER =
            CSS.createColorCssMetaData("-bars-after", b -> b.afterInk, Color.TRANSPARENT, false);
    private static final CssMetaData<LatencyBars, Color> LIMIT =
            CSS.createColorCssMetaData("-bars-limit", b -> b.limitInk, Color.TRANSPARENT, false);
    private static final CssMetaData<LatencyBars, Color> TEXT =
            CSS.createColorCssMetaData("-bars-text", b -> b.textInk, Color.TRANSPARENT, false);
    private static final CssMetaData<LatencyBars, Color> GRID =
            CSS.createColorCssMetaData("-bars-grid", b -> b.gridInk, Color.TRANSPARENT, false);

    private final SimpleStyleableObjectProperty<Color> beforeInk = ink(BEFORE);
    private final SimpleStyleableObjectProperty<Color> afterInk = ink(AFTER);
    private final SimpleStyleableObjectProperty<Color> limitInk = ink(LIMIT);
    private final SimpleStyleableObjectProperty<Color> textInk = ink(TEXT);
    private final SimpleStyleableObjectProperty<Color> gridInk = ink(GRID);
    private final Canvas canvas = new Canvas();

    /** Never seen: it takes the font of its place. */
    private final Label ruler = new Label();

    private Optional<LatencyProfile> before = Optional.empty();
    private Optional<LatencyProfile> after = Optional.empty();
    private Duration limit = Duration.ZERO;
    private String beforeName = "";
    private String afterName = "";

    public LatencyBars() {
        getStyleClass().add("latency-bars");
        ruler.setVisible(false);
        ruler.setManaged(false);
        ruler.getStyleClass().add("caption");
        getChildren().addAll(canvas, ruler);
        ruler.fontProperty().addListener((o, was, now) -> requestLayout());
    }

    private SimpleStyleableObjectProperty<Color> ink(CssMetaData<LatencyBars, Color> of) {
        SimpleStyleableObjectProperty<Color> ink = new SimpleStyleableObjectProperty<>(of, this, of.getProperty());
        ink.addListener((o, was, now) -> requestLayout());
        return ink;
    }

    void show(
            Optional<LatencyProfile> then,
            Optional<LatencyProfile> now,
            Duration bound,
            String thenName,
            String nowName) {
        before = then;
        after = now;
        limit = bound;
        beforeName = thenName;
        afterName = nowName;
        setAccessibleText(words(thenName, then) + ", " + words(nowName, now) + ", < " + figure(bound));
        requestLayout();
    }

    private static String words(String name, Optional<LatencyProfile> profile) {
        return name + " p95 " + profile.map(p -> figure(p.p95())).orElse(Figures.NO_VALUE);
    }

    private static String figure(Duration duration) {
        return Figures.of(duration.toNanos() / 1e9, Unit.SECONDS);
    }

    @Override
    protected void layoutChildren() {
        double width = snapSizeX(getWidth());
        double height = snapSizeY(getHeight());
        canvas.setWidth(width);
        canvas.setHeight(height);
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, width, height);
        if (width < 1 || height < 1) {
            return;
        }
        g.setFont(ruler.getFont());
        double em = ruler.getFont().getSize();
        LogScale scale = LogScale.of(
                Stream.concat(before.stream(), after.stream())
                        .flatMap(p -> Stream.of(p.p50(), p.max()))
                        .toList(),
                limit,
                em * 5,
                width - em * 7);
        double line = (height - em * 1.6) / 2;
        grid(g, scale, height, em);
        row(g, scale, beforeName, before, beforeInk.get(), line / 2, em);
        row(g, scale, afterName, after, afterInk.get(), line * 1.5, em);
        limit(g, scale, height - em * 1.6, em);
    }

    private void grid(GraphicsContext g, LogScale scale, double height, double em) {
        g.setTextAlign(TextAlignment.CENTER);
        g.setTextBaseline(VPos.BOTTOM);
        g.setLineWidth(1);
        g.setLineDashes();
        for (double seconds : scale.ticks()) {
            double x = Math.round(scale.x(seconds)) + 0.5;
            g.setStroke(gridInk.get());
            g.strokeLine(x, 0, x, height - em * 1.5);
            g.setFill(textInk.get());
            g.fillText(Figures.of(seconds, Unit.SECONDS), x, height);
        }
    }

    private void row(
            GraphicsContext g,
            LogScale scale,
            String name,
            Optional<LatencyProfile> profile,
            Color ink,
            double y,
            double em) {
        g.setTextAlign(TextAlignment.LEFT);
        g.setTextBaseline(VPos.CENTER);
        g.setFill(textInk.get());
        g.fillText(name, 0, y);
        if (profile.isEmpty()) {
            g.fillText(Figures.NO_VALUE, em * 5, y);
            return;
        }
        LatencyProfile p = profile.get();
        double from = scale.x(p.p50().toNanos() / 1e9);
        double to = Math.max(from + 2, scale.x(p.p99().toNanos() / 1e9));
        double at = scale.x(p.p95().toNanos() / 1e9);
        double slowest = scale.x(p.max().toNanos() / 1e9);
        g.setFill(ink);
        g.fillRect(from, y - em * 0.35, to - from, em * 0.7);
        g.fillRect(at - 1.5, y - em * 0.6, 3, em * 1.2);
        g.fillOval(slowest - 2, y - 2, 4, 4);
        g.setFill(textInk.get());
        g.fillText("p95 " + figure(p.p95()), Math.max(to, slowest) + em * 0.6, y);
    }

    private void limit(GraphicsContext g, LogScale scale, double height, double em) {
        if (limit.isZero()) {
            return;
        }
        double x = Math.round(scale.x(limit.toNanos() / 1e9)) + 0.5;
        g.setStroke(limitInk.get());
        g.setLineDashes(4, 3);
        g.strokeLine(x, 0, x, height);
        g.setLineDashes();
        g.setTextBaseline(VPos.TOP);
        g.setTextAlign(TextAlignment.LEFT);
        g.setFill(limitInk.get());
        g.fillText("< " + figure(limit), x + em * 0.3, 0);
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return CSS.getCssMetaData();
    }
}
