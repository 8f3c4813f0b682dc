package dev.tars.console.ui.controls;

import java.util.List;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** The last polls as cells, oldest left: an answer is filled, a missed one hollow. Style class {@code heartbeat}. */
public final class HeartbeatCells extends HBox {

    /** What became of a poll. */
    public enum Beat {
        /** No poll yet in this place. */
        NONE,
        ANSWERED,
        PARTIAL,
        MISSED;

        private PseudoClass pseudoClass() {
            return PseudoClass.getPseudoClass(name().toLowerCase(Locale.ROOT));
        }
    }

    private static final int CELLS = 12;

    public HeartbeatCells() {
        getStyleClass().add("heartbeat");
        setAccessibleRole(AccessibleRole.TEXT);
        for (int i = 0; i < CELLS; i++) {
            Region cell = new Region();
            cell.getStyleClass().add("beat");
            getChildren().add(cell);
        }
        show(List.of());
    }

    /** @param beats oldest first; only the last twelve are shown */
    public void show(List<Beat> beats) {
        List<Beat> last = beats.subList(Math.max(0, beats.size() - CELLS), beats.size());
        int empty = CELLS - last.size();
        long missed = 0;
        for (int i = 0; i < CELLS; i++) {
            Beat beat = i < empty ? Beat.NONE : last.get(i - empty);
            missed += beat == Beat.MISSED ? 1 : 0;
            for (Beat each : Beat.values()) {
                getChildren().get(i).pseudoClassStateChanged(each.pseudoClass(), each == beat);
            }
        }
        setAccessibleText(last.size() + " polls, " + missed + " missed");
    }
}
