package dev.tars.console.slo.view;

import dev.tars.console.slo.SloReading.SeriesValue;
import dev.tars.console.ui.controls.Look;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
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

    SeriesBars() {
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

    void show(LiveRow row, LiveWords words) {
        List<SeriesValue> all = row.reading().bySeries();
        if (all.equals(shown) && old == row.old()) {
            return;
        }
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
            add(more, 0, MOST, 3, 1);
        }
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
        Label value = new Label(words.sample(series, row));
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
    }
}
