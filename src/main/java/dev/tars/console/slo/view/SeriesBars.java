package dev.tars.console.slo.view;

import dev.tars.console.slo.Medians;
import dev.tars.console.slo.SloReading.SeriesValue;
import dev.tars.console.ui.controls.Look;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.css.PseudoClass;
import javafx.geometry.HPos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.javafx.FontIcon;

/** The judging window by series, worst first: name, a bar to the largest, the value with its state. */
final class SeriesBars extends GridPane {

    private static final int MOST = 8;
    private static final PseudoClass OLD = PseudoClass.getPseudoClass("old");

    private List<SeriesValue> shown = List.of();
    private boolean old;
    private Optional<Medians> beside = Optional.empty();

    private final BiConsumer<LiveRow, List<Map<String, String>>> whenGone;

    /** @param whenGone what the button of a series that vanished does */
    SeriesBars(BiConsumer<LiveRow, List<Map<String, String>>> whenGone) {
        this.whenGone = whenGone;
        getStyleClass().add("series-bars");
        ColumnConstraints name = new ColumnConstraints();
        name.setPercentWidth(30);
        ColumnConstraints bar = new ColumnConstraints();
        bar.setHgrow(Priority.ALWAYS);
        ColumnConstraints value = new ColumnConstraints();
        value.setHalignment(HPos.RIGHT);
        value.setMinWidth(USE_PREF_SIZE);
        getColumnConstraints().addAll(name, bar, value);
    }

    /** @param medians beside the values, where these are quantiles */
    void show(LiveRow row, LiveWords words, Optional<Medians> medians) {
        List<SeriesValue> all = row.reading().bySeries();
        if (all.equals(shown) && old == row.old() && medians.equals(beside)) {
            return;
        }
        beside = medians;
        shown = all;
        old = row.old();
        getChildren().clear();
        double largest = all.stream()
                .flatMap(s -> s.value().stream())
                .filter(Double::isFinite)
                .mapToDouble(Math::abs)
                .max()
                .orElse(0);
        for (int i = 0; i < Math.min(MOST, all.size()); i++) {
            add(i, all.get(i), row, words, largest);
        }
        if (all.size() > MOST) {
            Label more = new Label(words.text("series.more", all.size() - MOST));
            more.getStyleClass().add("caption");
            add(more, 0, MOST, 4, 1);
        }
        List<Map<String, String>> gone = all.stream()
                .filter(SeriesValue::isVanished)
                .map(SeriesValue::labels)
                .toList();
        if (gone.size() > 1) {
            add(accept(words.text("gone.all", gone.size()), row, gone), 0, MOST + 1, 4, 1);
        }
    }

    private static Region tick(StackPane track, double share) {
        Region tick = new Region();
        tick.getStyleClass().add("median");
        tick.translateXProperty().bind(track.widthProperty().multiply(Math.min(1, share)));
        return tick;
    }

    private Button accept(String text, LiveRow row, List<Map<String, String>> series) {
        Button button = new Button(text);
        button.getStyleClass().addAll("small", "gone");
        button.setOnAction(e -> whenGone.accept(row, series));
        return button;
    }

    private void add(int line, SeriesValue series, LiveRow row, LiveWords words, double largest) {
        Look look = LiveLook.of(StateGroup.of(series.state()));
        Label name = new Label(words.series(series.labels()));
        Region fill = new Region();
        fill.getStyleClass().add("fill");
        double share = series.value()
                .filter(Double::isFinite)
                .map(v -> largest > 0 ? Math.abs(v) / largest : 0)
                .orElse(0.0);
        StackPane track = new StackPane(fill);
        track.getStyleClass().add("track");
        fill.maxWidthProperty().bind(track.widthProperty().multiply(share));
        Optional<Double> median = beside.flatMap(
                        m -> Optional.ofNullable(m.bySeries().get(series.labels())))
                .filter(m -> Double.isFinite(m)
                        && series.value().filter(Double::isFinite).isPresent());
        median.ifPresent(m -> track.getChildren().add(tick(track, largest > 0 ? Math.abs(m) / largest : 0)));
        Label value =
                new Label(median.map(m -> words.spread(series, m, row)).orElseGet(() -> words.sample(series, row)));
        value.getStyleClass().add("series-value");
        if (look != Look.MET) {
            value.setGraphic(new FontIcon(look.icon()));
        }
        value.setAccessibleText(words.state(series.state()) + " " + value.getText());
        for (Region part : List.of(fill, value)) {
            part.pseudoClassStateChanged(look.pseudoClass(), !old);
            part.pseudoClassStateChanged(OLD, old);
        }
        addRow(line, name, track, value);
        if (series.isVanished()) {
            Button button = accept(words.text("gone.button"), row, List.of(series.labels()));
            button.setTooltip(new Tooltip(words.text("gone.button.tip", words.series(series.labels()))));
            button.setAccessibleText(button.getTooltip().getText());
            add(button, 3, line);
        }
    }
}
