package dev.tars.console.slo.view;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.css.CssMetaData;
import javafx.css.SimpleStyleableObjectProperty;
import javafx.css.Styleable;
import javafx.css.StyleablePropertyFactory;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;

/**
 * The chart's colours as CSS properties ({@code -ink-ground}, {@code -ink-series-1}, ...): JFreeChart knows no style
 * sheet, so this invisible region takes the theme's colours and says when they change.
 */
final class ChartInk extends Region {

    /** What is drawn in its own colour. */
    enum Role {
        GROUND,
        GRID,
        TEXT,
        OBJECTIVE,
        VIOLATION,
        GAP,
        MARK,
        SERIES_1,
        SERIES_2,
        SERIES_3,
        SERIES_4,
        SERIES_5
    }

    private static final StyleablePropertyFactory<ChartInk> CSS =
            new StyleablePropertyFactory<>(Region.getClassCssMetaData());
    private static final Map<Role, CssMetaData<ChartInk, Color>> META = new EnumMap<>(Role.class);

    static {
        for (Role role : Role.values()) {
            String name = "-ink-" + role.name().toLowerCase(Locale.ROOT).replace('_', '-');
            META.put(role, CSS.createColorCssMetaData(name, ink -> ink.property(role), Color.TRANSPARENT, false));
        }
    }

    private final Map<Role, SimpleStyleableObjectProperty<Color>> colors = new EnumMap<>(Role.class);

    ChartInk(Runnable whenChanged) {
        getStyleClass().add("chart-ink");
        setManaged(false);
        META.forEach((role, meta) -> {
            SimpleStyleableObjectProperty<Color> color =
                    new SimpleStyleableObjectProperty<>(meta, this, role.name(), Color.TRANSPARENT);
            color.addListener((o, before, now) -> whenChanged.run());
            colors.put(role, color);
        });
    }

    private SimpleStyleableObjectProperty<Color> property(Role role) {
        SimpleStyleableObjectProperty<Color> color = colors.get(role);
        if (color == null) {
            throw new IllegalStateException("no colour for " + role);
        }
        return color;
    }

    /** The colour for AWT, which JFreeChart paints with. */
    java.awt.Color awt(Role role) {
        Color c = property(role).get();
        return new java.awt.Color(
                (float) c.getRed(), (float) c.getGreen(), (float) c.getBlue(), (float) c.getOpacity());
    }

    java.awt.Color series(int index) {
        return awt(Role.values()[Role.SERIES_1.ordinal() + Math.min(index, ChartFigure.MOST - 1)]);
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return CSS.getCssMetaData();
    }
}
