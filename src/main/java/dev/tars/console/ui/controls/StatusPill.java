package dev.tars.console.ui.controls;

import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import org.kordamp.ikonli.javafx.FontIcon;

/** A state as icon, word and colour together; the one way a state is shown. Style class {@code pill}. */
public final class StatusPill extends Label {

    private static final PseudoClass SILENCED = PseudoClass.getPseudoClass("silenced");

    private final FontIcon icon = new FontIcon();

    /** A quiet pill; {@link #show} gives it its state. */
    public StatusPill() {
        this(Look.NOT_RUN, "");
    }

    public StatusPill(Look look, String word) {
        getStyleClass().setAll("label", "pill");
        setGraphic(icon);
        setContentDisplay(ContentDisplay.LEFT);
        setAccessibleRole(AccessibleRole.TEXT);
        setMinWidth(USE_PREF_SIZE);
        show(look, word);
    }

    /** A person knows of it: it keeps icon, word and colour, and gives up the fill. */
    public void silence(boolean on) {
        pseudoClassStateChanged(SILENCED, on);
    }

    /** Shows a state; the word names it ("missed 10 min"). */
    public void show(Look look, String word) {
        icon.setIconCode(look.icon());
        for (Look each : Look.values()) {
            pseudoClassStateChanged(each.pseudoClass(), each == look);
        }
        setText(word);
        setAccessibleText(word);
    }
}
