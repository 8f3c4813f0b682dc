package dev.tars.console.slo.view;

import dev.tars.console.ui.controls.Look;
import javafx.beans.value.ChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.control.TableRow;

/** A row of the table; its mark and voice follow the item it shows at the moment, an empty one has neither. */
final class BoardRow extends TableRow<KeyedItem<LiveRow>> {

    private static final PseudoClass OLD = PseudoClass.getPseudoClass("old");

    private final LiveWords words;
    private final ChangeListener<LiveRow> follow = (o, before, now) -> show(now);

    BoardRow(LiveWords words) {
        this.words = words;
        itemProperty().addListener((o, before, now) -> {
            if (before != null) {
                before.rowProperty().removeListener(follow);
            }
            if (now == null) {
                showNothing();
            } else {
                now.rowProperty().addListener(follow);
                show(now.row());
            }
        });
    }

    private void show(LiveRow row) {
        mark(LiveLook.of(row.group()));
        pseudoClassStateChanged(OLD, row.old());
        setAccessibleText(words.accessible(row));
    }

    private void showNothing() {
        for (StateGroup group : StateGroup.values()) {
            pseudoClassStateChanged(LiveLook.of(group).pseudoClass(), false);
        }
        pseudoClassStateChanged(OLD, false);
        setAccessibleText(null);
    }

    private void mark(Look look) {
        for (StateGroup group : StateGroup.values()) {
            Look each = LiveLook.of(group);
            pseudoClassStateChanged(each.pseudoClass(), each == look);
        }
    }
}
