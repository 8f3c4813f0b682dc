package dev.tars.console.slo.view;

import dev.tars.console.slo.PollHealth.Outcome;
import java.util.List;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** The last 48 polls as cells, oldest left: an answer is filled, a poll without one hollow, the newest the brightest. */
public final class WallCells extends HBox {

    private static final int CELLS = 48;
    private static final PseudoClass NEWEST = PseudoClass.getPseudoClass("newest");

    public WallCells() {
        getStyleClass().add("wall-cells");
        for (int i = 0; i < CELLS; i++) {
            Region cell = new Region();
            cell.getStyleClass().add("wall-cell");
            HBox.setHgrow(cell, Priority.ALWAYS);
            getChildren().add(cell);
        }
        getChildren().get(CELLS - 1).pseudoClassStateChanged(NEWEST, true);
    }

    void show(List<Outcome> polls) {
        int empty = CELLS - polls.size();
        for (int i = 0; i < CELLS; i++) {
            int poll = i - empty;
            for (Outcome each : Outcome.values()) {
                getChildren()
                        .get(i)
                        .pseudoClassStateChanged(
                                PseudoClass.getPseudoClass(each.name().toLowerCase(Locale.ROOT)),
                                poll >= 0 && polls.get(poll) == each);
            }
        }
    }
}
