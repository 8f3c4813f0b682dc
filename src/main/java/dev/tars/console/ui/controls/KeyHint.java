package dev.tars.console.ui.controls;

import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCombination;

/** A key as a small chip beside what it does. Style class {@code key-hint}. */
public final class KeyHint extends Label {

    public KeyHint() {
        this("");
    }

    public KeyHint(String keys) {
        super(keys);
        getStyleClass().setAll("label", "key-hint");
        setMinWidth(USE_PREF_SIZE);
    }

    /** A hint for a key; hidden where there is none. */
    public static KeyHint of(Optional<KeyCombination> key) {
        KeyHint hint = new KeyHint(key.map(KeyHint::words).orElse(""));
        hint.setVisible(key.isPresent());
        hint.setManaged(key.isPresent());
        return hint;
    }

    /** "Ctrl K", "Ctrl Shift C", "F5". */
    public static String words(KeyCombination key) {
        return key.getDisplayText().replace("+", " ").replaceAll("\\s+", " ").strip();
    }
}
