package dev.tars.console.app.shell;

import dev.tars.console.ui.UiAction;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/**
 * Runs actions by their keys. The control with the focus comes first: what it uses up never gets here. A key without
 * Ctrl, Alt or Meta does nothing while the focus is in a text field, function keys excepted.
 */
final class Keys {

    private final Supplier<List<UiAction>> actions;

    Keys(Supplier<List<UiAction>> actions) {
        this.actions = actions;
    }

    void listen(Scene scene) {
        scene.addEventHandler(KeyEvent.KEY_PRESSED, event -> press(scene, event));
    }

    private void press(Scene scene, KeyEvent event) {
        if (isTyping(scene.getFocusOwner()) && isPlain(event)) {
            return;
        }
        Optional<UiAction> action = actions.get().stream()
                .filter(a -> a.key().filter(key -> key.match(event)).isPresent())
                .findFirst();
        if (action.isPresent()) {
            event.consume();
            if (PaletteViewModel.unavailable(action.get()).isEmpty()) {
                action.get().run().run();
            }
        }
    }

    private static boolean isTyping(Node focusOwner) {
        return focusOwner instanceof TextInputControl;
    }

    private static boolean isPlain(KeyEvent event) {
        KeyCode code = event.getCode();
        return !event.isShortcutDown()
                && !event.isControlDown()
                && !event.isAltDown()
                && !event.isMetaDown()
                && !code.isFunctionKey()
                && code != KeyCode.ESCAPE;
    }

    /** "Ctrl+K" as a key. */
    static Optional<KeyCombination> key(String words) {
        return Optional.of(KeyCombination.valueOf(words));
    }
}
