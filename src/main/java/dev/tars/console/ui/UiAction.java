package dev.tars.console.ui;

import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.input.KeyCombination;

/**
 * Something a person can do, by button, key or palette.
 *
 * @param id stable name
 * @param name what it does, as a button says it
 * @param harm what it does to the world
 * @param key its key; single letters act only while the focus is not in a text field
 * @param unavailable empty text while it can be done, else the reason it cannot
 * @param run on the FX thread; long work goes to Background
 */
public record UiAction(
        String id,
        String name,
        Harm harm,
        Optional<KeyCombination> key,
        ObservableValue<String> unavailable,
        Runnable run) {

    /** What an action does to the world. */
    public enum Harm {
        READ,
        REVERSIBLE,
        IRREVERSIBLE
    }
}
