package dev.tars.console.app.shell;

import atlantafx.base.controls.Popover;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/**
 * A small window with facts, beside what it explains. One is open at a time; facts can be selected and copied. While it is
 * open it tells how things stand now: what changed is written in its place, so that a selection elsewhere survives.
 */
final class Facts {

    private static final double HIGHEST = 520;

    /** Columns: a SHA-256 is shown whole. */
    private static final int LONGEST = 66;

    private Optional<Shown> open = Optional.empty();

    private record Shown(Popover popover, ScrollPane scroll, Supplier<Sheet> source, Sheet sheet) {}

    /** A list of facts under a title. */
    static final class Sheet {
        private final VBox box = new VBox();
        private final GridPane grid = new GridPane();
        private final List<String> names = new ArrayList<>();
        private final List<TextField> values = new ArrayList<>();
        private final List<Object> below = new ArrayList<>();

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
            text.setPrefColumnCount(columns(value));
            text.getStyleClass().add("evidence-text");
            text.getStyleClass().addAll(styles);
            grid.addRow(grid.getRowCount(), label, text);
            names.add(name);
            values.add(text);
            return this;
        }

        private static int columns(String value) {
            return Math.min(LONGEST, Math.max(8, value.length() + 1));
        }

        /** @param of what it shows: while that is equal, what stands there stays */
        Sheet add(Node node, Object of) {
            box.getChildren().add(node);
            below.add(of);
            return this;
        }

        /** Takes the values of a sheet of the same form over; false where its form is another one. */
        boolean take(Sheet newer) {
            if (!names.equals(newer.names) || !below.equals(newer.below)) {
                return false;
            }
            for (int i = 0; i < values.size(); i++) {
                String value = newer.values.get(i).getText();
                if (!value.equals(values.get(i).getText())) {
                    values.get(i).setText(value);
                    values.get(i).setPrefColumnCount(columns(value));
                }
            }
            return true;
        }
    }

    /** Shows a sheet beside a node, in place of the one that is open. @param source makes it, as things stand */
    void show(Supplier<Sheet> source, Node beside, Popover.ArrowLocation arrow) {
        hide();
        Sheet sheet = source.get();
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
        open = Optional.of(new Shown(popover, scroll, source, sheet));
    }

    /** Things changed, or a second went by. */
    void renew() {
        Optional<Shown> shown = open.filter(s -> s.popover().isShowing());
        open = shown;
        shown.ifPresent(s -> {
            Sheet newer = s.source().get();
            if (!s.sheet().take(newer)) {
                s.scroll().setContent(newer.box);
                open = Optional.of(new Shown(s.popover(), s.scroll(), s.source(), newer));
            }
        });
    }

    void hide() {
        open.ifPresent(shown -> shown.popover().hide(Duration.ZERO));
        open = Optional.empty();
    }

    /** The open one, for pictures. */
    Optional<Popover> open() {
        return open.map(Shown::popover).filter(Popover::isShowing);
    }
}
