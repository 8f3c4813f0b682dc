package dev.tars.console.slo.view;

import dev.tars.console.ui.controls.Look;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;

/** A row that is ok, quietly. */
final class WallOkRow extends HBox {

    private final Label title = new Label();
    private final Label value = new Label();

    WallOkRow() {
        getStyleClass().add("wall-ok");
        setAccessibleRole(AccessibleRole.TEXT);
        FontIcon icon = new FontIcon(Look.MET.icon());
        icon.getStyleClass().add("wall-ok-icon");
        title.getStyleClass().add("wall-ok-name");
        value.getStyleClass().add("wall-ok-value");
        value.setMinWidth(USE_PREF_SIZE);
        Region between = new Region();
        HBox.setHgrow(between, Priority.ALWAYS);
        getChildren().addAll(icon, title, between, value);
    }

    void show(LiveRow row, LiveWords words) {
        title.setText(row.slo().title());
        value.setText(words.value(row, row.slo().judgedOn()));
        setAccessibleText(words.accessible(row));
    }
}
