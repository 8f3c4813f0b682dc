package dev.tars.console.slo.view;

import dev.tars.console.slo.Window;
import dev.tars.console.ui.controls.Look;
import dev.tars.console.ui.controls.StatusPill;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.css.PseudoClass;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;

/** The table's cells. Cells are reused: each update says everything, an empty cell shows nothing. */
final class BoardCells {

    private static final PseudoClass MISSED = Look.MISSED.pseudoClass();
    private static final PseudoClass OLD = PseudoClass.getPseudoClass("old");

    private BoardCells() {}

    /** A cell of one row; subclasses say what it shows. */
    abstract static class RowCell extends TableCell<KeyedItem<LiveRow>, LiveRow> {

        abstract void show(LiveRow row);

        void clear() {
            setText(null);
            setGraphic(null);
        }

        @Override
        protected void updateItem(LiveRow row, boolean empty) {
            super.updateItem(row, empty);
            if (empty || row == null) {
                clear();
            } else {
                show(row);
            }
        }
    }

    /** The state as a pill with its age. */
    static final class State extends RowCell {
        private final StatusPill pill = new StatusPill();
        private final LiveWords words;

        State(LiveWords words) {
            this.words = words;
        }

        @Override
        void show(LiveRow row) {
            pill.show(LiveLook.of(row), words.pill(row));
            pill.silence(words.silence(row).isPresent());
            setGraphic(pill);
        }
    }

    /** The title, and small beside it the scope or the kind of no data. */
    static final class Objective extends RowCell {
        private final TitleLine both = new TitleLine();
        private final Tooltip whole = new Tooltip();
        private final LiveWords words;

        Objective(LiveWords words) {
            this.words = words;
        }

        @Override
        void show(LiveRow row) {
            both.show(row.slo().title(), words.scope(row));
            whole.setText(row.slo().title() + " " + words.scope(row));
            setGraphic(both);
            setTooltip(whole);
        }

        @Override
        void clear() {
            super.clear();
            setTooltip(null);
        }
    }

    /** A window's value: red where it misses, grey and in brackets where it is old. */
    static final class Figure extends RowCell {
        private final LiveWords words;
        private final Window window;

        Figure(LiveWords words, Window window) {
            this.words = words;
            this.window = window;
        }

        @Override
        void show(LiveRow row) {
            setText(words.value(row, window));
            pseudoClassStateChanged(MISSED, row.misses(window));
            pseudoClassStateChanged(OLD, row.old());
        }

        @Override
        void clear() {
            super.clear();
            pseudoClassStateChanged(MISSED, false);
            pseudoClassStateChanged(OLD, false);
        }
    }

    /** Plain words, marked old where {@code isOld} says so. */
    static final class Words extends RowCell {
        private final Function<LiveRow, String> text;
        private final Predicate<LiveRow> isOld;

        Words(Function<LiveRow, String> text, Predicate<LiveRow> isOld) {
            this.text = text;
            this.isOld = isOld;
        }

        @Override
        void show(LiveRow row) {
            setText(text.apply(row));
            pseudoClassStateChanged(OLD, isOld.test(row));
        }

        @Override
        void clear() {
            super.clear();
            pseudoClassStateChanged(OLD, false);
        }
    }

    /** The last hour against the objective. */
    static final class LastHour extends RowCell {
        private final Sparkline line = new Sparkline();

        @Override
        void show(LiveRow row) {
            line.show(row.reading().lastHour(), row.slo().objective(), row.boardAt());
            setGraphic(line);
        }
    }
}
