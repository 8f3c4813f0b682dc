package dev.tars.console.ui.controls;

import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import org.kordamp.ikonli.javafx.FontIcon;

/** A count of missed or unknown rows beside a page's name; hidden at 0. Style class {@code badge}. */
public final class Badge extends Label {

    /** MISSED or UNKNOWN, else a plain count. */
    public Badge(Look look) {
        getStyleClass().setAll("label", "badge");
        setGraphic(new FontIcon(look.icon()));
        pseudoClassStateChanged(look.pseudoClass(), true);
        pseudoClassStateChanged(PseudoClass.getPseudoClass("plain"), look.loudness() != Look.Loudness.LOUD);
        setMinWidth(USE_PREF_SIZE);
        show(0);
    }

    /** @param count 0 hides the badge */
    public void show(int count) {
        setText(String.valueOf(count));
        setVisible(count > 0);
        setManaged(count > 0);
    }
}
