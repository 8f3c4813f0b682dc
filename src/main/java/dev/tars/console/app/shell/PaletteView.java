package dev.tars.console.app.shell;

import atlantafx.base.controls.CustomTextField;
import dev.tars.console.ui.UiAction;
import dev.tars.console.ui.controls.KeyHint;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The action palette: a field that filters and a list that runs. The focus stays in the field. */
public final class PaletteView {

    private static final PseudoClass UNAVAILABLE = PseudoClass.getPseudoClass("unavailable");

    private final PaletteViewModel model;
    private Runnable close = () -> {};

    @FXML
    private VBox root;

    @FXML
    private CustomTextField query;

    @FXML
    private ListView<UiAction> list;

    @SuppressWarnings("NullAway.Init")
    public PaletteView(PaletteViewModel model) {
        this.model = model;
    }

    @FXML
    void initialize() {
        list.setCellFactory(view -> new ActionCell());
        list.setFocusTraversable(false);
        list.setOnMouseClicked(e -> run());
        query.textProperty().subscribe(text -> {
            list.getSelectionModel().clearSelection();
            model.filter(text);
        });
        model.matchesProperty().subscribe(this::paint);
        query.addEventFilter(KeyEvent.KEY_PRESSED, this::press);
    }

    /** The chosen action stays chosen where it is still there. */
    private void paint(List<UiAction> matches) {
        Optional<String> chosen =
                Optional.ofNullable(list.getSelectionModel().getSelectedItem()).map(UiAction::id);
        list.getItems().setAll(matches);
        list.getSelectionModel().selectFirst();
        chosen.ifPresent(id -> matches.stream()
                .filter(action -> action.id().equals(id))
                .findFirst()
                .ifPresent(list.getSelectionModel()::select));
    }

    /** Lists what there is by now. */
    void refresh() {
        model.refresh();
    }

    private void press(KeyEvent event) {
        switch (event.getCode()) {
            case UP -> move(-1);
            case DOWN -> move(1);
            case PAGE_UP -> move(-10);
            case PAGE_DOWN -> move(10);
            case ENTER -> run();
            case ESCAPE -> close.run();
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void move(int by) {
        int last = list.getItems().size() - 1;
        int next = Math.max(0, Math.min(last, list.getSelectionModel().getSelectedIndex() + by));
        list.getSelectionModel().select(next);
        list.scrollTo(Math.max(0, next - 4));
    }

    private void run() {
        Optional.ofNullable(list.getSelectionModel().getSelectedItem())
                .filter(model::choose)
                .ifPresent(action -> {
                    close.run();
                    action.run().run();
                });
    }

    /** Empties the field, lists everything and takes the focus. @param whenClosed hides the palette */
    void open(Runnable whenClosed) {
        close = whenClosed;
        query.clear();
        list.getSelectionModel().clearSelection();
        model.filter("");
        list.scrollTo(0);
        query.requestFocus();
    }

    VBox root() {
        return root;
    }

    private static final class ActionCell extends ListCell<UiAction> {
        private final FontIcon icon = new FontIcon(Feather.EYE);
        private final Label name = new Label();
        private final Label reason = new Label();
        private final KeyHint key = new KeyHint();
        private final HBox row;

        ActionCell() {
            Region space = new Region();
            HBox.setHgrow(space, Priority.ALWAYS);
            name.getStyleClass().add("palette-name");
            reason.getStyleClass().add("palette-reason");
            row = new HBox(icon, name, space, reason, key);
            row.getStyleClass().add("palette-row");
        }

        @Override
        protected void updateItem(UiAction action, boolean empty) {
            super.updateItem(action, empty);
            Optional<String> why = empty || action == null ? Optional.empty() : PaletteViewModel.unavailable(action);
            pseudoClassStateChanged(UNAVAILABLE, why.isPresent());
            if (empty || action == null) {
                setGraphic(null);
                setAccessibleText("");
                return;
            }
            icon.setIconCode(
                    switch (action.harm()) {
                        case READ -> Feather.EYE;
                        case REVERSIBLE -> Feather.ROTATE_CCW;
                        case IRREVERSIBLE -> Feather.ALERT_OCTAGON;
                    });
            name.setText(action.name());
            reason.setText(why.orElse(""));
            key.setText(action.key().map(KeyHint::words).orElse(""));
            key.setVisible(action.key().isPresent());
            key.setManaged(action.key().isPresent());
            setAccessibleText(action.name() + why.map(w -> ", " + w).orElse(""));
            setGraphic(row);
        }
    }
}
