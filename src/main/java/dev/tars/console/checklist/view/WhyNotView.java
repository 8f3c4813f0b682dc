package dev.tars.console.checklist.view;

import dev.tars.console.checklist.GoNoGo;
import dev.tars.console.checklist.WhyNot;
import dev.tars.console.ui.controls.StatusPill;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** What stands between here and go, what unblocks most first; a drawer over the detail. */
@SuppressWarnings("NullAway.Init")
public final class WhyNotView {

    private final ChecklistViewModel model;
    private final ChecklistWords words;

    @FXML
    private VBox pane;

    @FXML
    private Label title;

    @FXML
    private Label trouble;

    @FXML
    private ListView<WhyNot> list;

    WhyNotView(ChecklistViewModel model, ChecklistWords words) {
        this.model = model;
        this.words = words;
    }

    @FXML
    void initialize() {
        list.setCellFactory(view -> new Cell());
        list.getSelectionModel().selectedItemProperty().addListener((o, before, now) -> {
            if (now != null) {
                model.select(now.status().id());
            }
        });
        model.stateProperty().addListener((o, before, now) -> show(now));
        show(model.getState());
    }

    private void show(ChecklistState now) {
        GoNoGo verdict = now.verdict();
        boolean open = now.choice().whyNot() && !verdict.isGo();
        ChecklistView.visible(pane, open);
        if (!open) {
            return;
        }
        title.setText(words.word("whynot.title", verdict.open()));
        ChecklistView.put(trouble, verdict.trouble());
        if (!list.getItems().equals(verdict.whyNot())) {
            list.getItems().setAll(verdict.whyNot());
        }
    }

    @FXML
    void close() {
        model.toggleWhyNot();
    }

    private final class Cell extends ListCell<WhyNot> {
        private final StatusPill pill = new StatusPill();
        private final Label name = new Label();
        private final Label todo = new Label();
        private final HBox row;

        Cell() {
            HBox state = new HBox(pill);
            state.getStyleClass().add("row-state");
            todo.getStyleClass().add("row-line");
            VBox text = new VBox(name, todo);
            text.setMinWidth(0);
            text.getStyleClass().add("row-words");
            HBox.setHgrow(text, Priority.ALWAYS);
            row = new HBox(state, text);
            row.getStyleClass().add("row");
            row.setMinWidth(0);
            row.setPrefWidth(1);
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable WhyNot item, boolean empty) {
            super.updateItem(item, empty);
            setGraphic(item == null || empty ? null : row);
            if (item != null && !empty) {
                pill.show(
                        ChecklistWords.look(item.status().state()),
                        words.state(item.status().state()));
                name.setText(item.status().item().title().plain());
                todo.setText(words.whyNot(item));
                setAccessibleText(pill.getText() + ", " + name.getText() + ", " + todo.getText());
            }
        }
    }
}
