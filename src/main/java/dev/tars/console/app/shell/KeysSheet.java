package dev.tars.console.app.shell;

import dev.tars.console.ui.Texts;
import dev.tars.console.ui.UiAction;
import dev.tars.console.ui.controls.KeyHint;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/** The keys of a page, by F1. */
final class KeysSheet extends VBox {

    /** Keys of the toolkit that no action carries. */
    private static final List<String> EVERYWHERE = List.of("rows", "enter", "tab", "escape");

    private final ScrollPane scroll = new ScrollPane();

    KeysSheet(String title, List<UiAction> actions, Texts texts) {
        getStyleClass().add("sheet-place");
        setPickOnBounds(false);
        VBox sheet = new VBox();
        sheet.getStyleClass().add("keys-sheet");
        Label head = new Label(title);
        head.getStyleClass().add("page-title");
        GridPane grid = new GridPane();
        grid.getStyleClass().add("keys-grid");
        for (UiAction action : actions) {
            if (action.key().isPresent()) {
                grid.addRow(grid.getRowCount(), KeyHint.of(action.key()), new Label(action.name()));
            }
        }
        for (String key : EVERYWHERE) {
            grid.addRow(
                    grid.getRowCount(),
                    new KeyHint(texts.get("shell.keys." + key)),
                    new Label(texts.get("shell.keys." + key + ".what")));
        }
        scroll.setContent(grid);
        scroll.setFitToWidth(true);
        sheet.getChildren().addAll(head, scroll);
        getChildren().add(sheet);
    }

    /** Takes the focus, so that Esc and the arrows are for this sheet. */
    void open() {
        scroll.requestFocus();
    }
}
