package dev.tars.console.migration.view;

import dev.tars.console.migration.StatementRun;
import dev.tars.console.ui.controls.StatusPill;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A statement: its number and what it is about, its state, size and time. */
final class StatementCell extends ListCell<StatementRun> {

    private final MigrationWords words;
    private final Label number = new Label();
    private final Label title = new Label();
    private final StatusPill pill = new StatusPill();
    private final Label figures = new Label();
    private final HBox whole;

    StatementCell(MigrationWords words) {
        this.words = words;
        number.getStyleClass().addAll("number", "muted");
        title.getStyleClass().add("mono");
        title.setMinWidth(0);
        figures.getStyleClass().addAll("caption", "muted");
        HBox second = new HBox(pill, figures);
        second.getStyleClass().add("line");
        VBox lines = new VBox(title, second);
        lines.setMinWidth(0);
        lines.getStyleClass().add("statement-lines");
        whole = new HBox(number, lines);
        whole.getStyleClass().add("statement-row");
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable StatementRun item, boolean empty) {
        super.updateItem(item, empty);
        if (empty || item == null) {
            setGraphic(null);
            setAccessibleText("");
            return;
        }
        number.setText(String.valueOf(item.statement().number()));
        title.setText(StatementWords.title(item.statement()));
        pill.show(StatementWords.look(item.state()), words.statement().word(item));
        figures.setText(StatementWords.figures(item));
        setAccessibleText(pill.getText() + " " + title.getText() + " " + figures.getText());
        setGraphic(whole);
    }
}
