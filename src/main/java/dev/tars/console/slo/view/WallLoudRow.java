package dev.tars.console.slo.view;

import dev.tars.console.base.Figures;
import dev.tars.console.slo.SloReading;
import dev.tars.console.ui.controls.Look;
import dev.tars.console.ui.controls.StatusPill;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** A row that is not ok: what, since when, how much of how much, and the last hour. */
final class WallLoudRow extends HBox {

    private static final PseudoClass OLD = PseudoClass.getPseudoClass("old");

    private final StatusPill pill = new StatusPill();
    private final Label title = new Label();
    private final Label scope = new Label();
    private final Label value = new Label();
    private final Label target = new Label();
    private final Sparkline line = new Sparkline();
    private Optional<Look> look = Optional.empty();
    private Optional<SloReading> drawn = Optional.empty();

    WallLoudRow() {
        getStyleClass().add("wall-row");
        setAccessibleRole(AccessibleRole.TEXT);
        HBox state = new HBox(pill);
        state.getStyleClass().add("wall-state");
        title.getStyleClass().add("wall-name");
        scope.getStyleClass().add("wall-scope");
        VBox name = new VBox(title, scope);
        name.getStyleClass().add("wall-names");
        HBox.setHgrow(name, Priority.ALWAYS);
        value.getStyleClass().add("wall-value");
        value.setMinWidth(USE_PREF_SIZE);
        target.getStyleClass().add("wall-target");
        getChildren().addAll(state, name, value, target, line);
    }

    void show(LiveRow row, LiveWords words) {
        Look now = LiveLook.of(row);
        String state = words.pill(row);
        if (look.filter(now::equals).isEmpty() || !pill.getText().equals(state)) {
            pill.show(now, state);
            for (StateGroup group : StateGroup.values()) {
                Look each = LiveLook.of(group);
                pseudoClassStateChanged(each.pseudoClass(), each == now);
            }
            look = Optional.of(now);
        }
        pill.silence(words.silence(row).isPresent());
        pseudoClassStateChanged(OLD, row.old());
        title.setText(row.slo().title());
        scope.setText(words.scope(row));
        value.setText(words.value(row, row.slo().judgedOn()));
        target.setText(Figures.of(row.slo().objective()));
        // The same reading draws the same line: nothing is compared point by point each second.
        if (drawn.filter(before -> before == row.reading()).isEmpty()) {
            line.show(row.reading().lastHour(), row.slo().objective(), row.boardAt());
            drawn = Optional.of(row.reading());
        }
        setAccessibleText(words.accessible(row));
    }
}
