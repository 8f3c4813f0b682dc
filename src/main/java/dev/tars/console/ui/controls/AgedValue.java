package dev.tars.console.ui.controls;

import dev.tars.console.base.Figures;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;

/**
 * A value that tells whether it still speaks for now. An old one goes grey and into brackets, so that it is not
 * mistaken for a new one in greyscale either. Style class {@code aged-value}, pseudo-class {@code :old}.
 */
public final class AgedValue extends Label {

    private static final PseudoClass OLD = PseudoClass.getPseudoClass("old");

    public AgedValue() {
        getStyleClass().setAll("label", "aged-value");
        show(Figures.NO_VALUE, false);
    }

    /** @param value the value with its unit; @param old whether its source has failed since */
    public void show(String value, boolean old) {
        pseudoClassStateChanged(OLD, old);
        setText(words(value, old));
        setAccessibleText(old ? value + ", old" : value);
    }

    /** The value as text: in brackets where it is old; no value needs none. */
    public static String words(String value, boolean old) {
        return old && !value.equals(Figures.NO_VALUE) ? "(" + value + ")" : value;
    }
}
