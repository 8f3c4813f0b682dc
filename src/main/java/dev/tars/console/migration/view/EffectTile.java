package dev.tars.console.migration.view;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A figure of the live database with its last minutes. Style class {@code effect-tile}. */
public final class EffectTile extends VBox {

    private final Label name = new Label();
    private final Label value = new Label();
    private final TrendLine line = new TrendLine();
    private final Label note = new Label();

    public EffectTile() {
        getStyleClass().add("effect-tile");
        value.getStyleClass().add("strong");
        value.setMinWidth(USE_PREF_SIZE);
        note.getStyleClass().addAll("caption", "muted");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        getChildren().addAll(new HBox(name, gap, value), line, note);
    }

    /** @param points oldest first, NaN where nothing was read */
    void show(String title, String figure, double[] points, String below) {
        name.setText(title);
        value.setText(figure);
        line.show(points);
        note.setText(below);
        setAccessibleText(title + " " + figure + " " + below);
    }
}
