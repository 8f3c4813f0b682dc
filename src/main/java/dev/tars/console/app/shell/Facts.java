package dev.tars.console.app.shell;

import atlantafx.base.controls.Popover;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/** A small window with facts, beside what it explains. One is open at a time; facts can be selected and copied. */
final class Facts {

    private static final double HIGHEST = 520;

    /** Columns: a SHA-256 is shown whole. */
    private static final int LONGEST = 66;

    private Optional<Popover> open = Optional.empty();

    /** A list of facts under a title. */
    static final class Sheet {
        private final VBox box = new VBox();
        private final GridPane grid = new GridPane();

        Sheet(String title) {
            Label head = new Label(title);
            head.getStyleClass().add("title");
            box.getStyleClass().add("facts");
            grid.getStyleClass().add("facts-grid");
            box.getChildren().addAll(head, grid);
        }

        /** Nothing is added where the value is empty. */
        Sheet fact(String name, String value, String... styles) {
            if (value.isEmpty()) {
                return this;
            }
            Label label = new Label(name);
            label.getStyleClass().add("fact-name");
            label.setMinWidth(Label.USE_PREF_SIZE);
            TextField text = new TextField(value);
            text.setEditable(false);
            text.setPrefColumnCount(Math.min(LONGEST, Math.max(8, value.length() + 1)));
            text.getStyleClass().add("evidence-text");
            text.getStyleClass().addAll(styles);
            grid.addRow(grid.getRowCount(), label, text);
            return this;
        }

        Sheet add(Node node) {
            box.getChildren().add(node);
            return this;
        }
    }

    /** Shows a sheet beside a node, in place of the one that is open. */
    void show(Sheet sheet, Node beside, Popover.ArrowLocation arrow) {
        hide();
        ScrollPane scroll = new ScrollPane(sheet.box);
        scroll.setFitToWidth(true);
        scroll.setMaxHeight(HIGHEST);
        Popover popover = new Popover(scroll);
        popover.setDetachable(false);
        popover.setHeaderAlwaysVisible(false);
        popover.setAnimated(false);
        popover.setFadeInDuration(Duration.ZERO);
        popover.setFadeOutDuration(Duration.ZERO);
        popover.setArrowLocation(arrow);
        popover.show(beside);
        open = Optional.of(popover);
    }

    void hide() {
        open.ifPresent(popover -> popover.hide(Duration.ZERO));
        open = Optional.empty();
    }

    /** The open one, for pictures. */
    Optional<Popover> open() {
        return open.filter(Popover::isShowing);
    }
}
