package dev.tars.console.slo.view;

import dev.tars.console.slo.view.ViolationsView.Line;
import dev.tars.console.ui.controls.Look;
import dev.tars.console.ui.controls.StatusPill;
import java.util.function.Function;
import javafx.scene.control.TableCell;

/** Cells of the violations list. */
final class ViolationCells {

    private ViolationCells() {}

    abstract static class LineCell extends TableCell<KeyedItem<Line>, Line> {

        abstract void show(Line line);

        @Override
        protected void updateItem(Line line, boolean empty) {
            super.updateItem(line, empty);
            if (empty || line == null) {
                setText(null);
                setGraphic(null);
            } else {
                show(line);
            }
        }
    }

    /** Open is loud, ended is quiet. */
    static final class State extends LineCell {
        private final StatusPill pill = new StatusPill();

        @Override
        void show(Line line) {
            boolean open = line.violation().end().isEmpty();
            pill.show(open ? Look.MISSED : Look.MET, line.pill());
            setGraphic(pill);
        }
    }

    /** The objective and the worst value seen. */
    static final class Objective extends LineCell {
        private final TitleLine both = new TitleLine();

        @Override
        void show(Line line) {
            both.show(line.violation().slo().title(), line.peak());
            setGraphic(both);
        }
    }

    static final class Words extends LineCell {
        private final Function<Line, String> text;

        Words(Function<Line, String> text) {
            this.text = text;
        }

        @Override
        void show(Line line) {
            setText(text.apply(line));
        }
    }
}
