package dev.tars.console.ui.controls;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * Which environment a window or dialog is about: icon, NAME, where it is and what protects it. Its colours come from
 * the environment's style class ({@code env-...}) on the root around it. Style class {@code env-band}.
 */
public final class EnvironmentBand extends HBox {

    private final FontIcon icon = new FontIcon(Feather.REPEAT);
    private final Label name = new Label();
    private final Label where = new Label();

    public EnvironmentBand() {
        getStyleClass().add("env-band");
        icon.getStyleClass().add("icon-large");
        name.setGraphic(icon);
        name.getStyleClass().addAll("env-name", "env-chip");
        name.setMinWidth(USE_PREF_SIZE);
        name.setId("environmentName");
        where.getStyleClass().addAll("env-where", "env-chip");
        where.setId("environmentWhere");
        where.setMinWidth(0);
        Tooltip whole = new Tooltip();
        whole.textProperty().bind(where.textProperty());
        where.setTooltip(whole);
        getChildren().addAll(name, where);
    }

    /** Puts a control right after the name, such as the choice of another environment. */
    public void addAfterName(Node node) {
        getChildren().add(1, node);
    }

    /** Shows all of a sign but its colour, which belongs to the root around. */
    public void show(EnvironmentSign sign) {
        show(sign.icon(), sign.name(), sign.where());
    }

    /** @param shownName in capitals; @param place where it is and what protects it, one line */
    public void show(Ikon sign, String shownName, String place) {
        icon.setIconCode(sign);
        name.setText(shownName);
        where.setText(place);
        where.setVisible(!place.isEmpty());
        where.setManaged(!place.isEmpty());
    }
}
