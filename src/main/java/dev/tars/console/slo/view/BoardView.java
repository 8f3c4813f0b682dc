package dev.tars.console.slo.view;

import dev.tars.console.slo.Window;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The table of objectives. */
@SuppressWarnings("NullAway.Init")
public final class BoardView {

    private final LiveViewModel model;
    private final PanelMemory memory;
    private final LiveWords words;
    private final KeyedItems<LiveRow> items = new KeyedItems<>(LiveRow::id);

    @FXML
    private TableView<KeyedItem<LiveRow>> table;

    @FXML
    private TableColumn<KeyedItem<LiveRow>, LiveRow> state;

    @FXML
    private TableColumn<KeyedItem<LiveRow>, LiveRow> objective;

    @FXML
    private TableColumn<KeyedItem<LiveRow>, LiveRow> oneMinute;

    @FXML
    private TableColumn<KeyedItem<LiveRow>, LiveRow> fiveMinutes;

    @FXML
    private TableColumn<KeyedItem<LiveRow>, LiveRow> oneHour;

    @FXML
    private TableColumn<KeyedItem<LiveRow>, LiveRow> target;

    @FXML
    private TableColumn<KeyedItem<LiveRow>, LiveRow> lastHour;

    @FXML
    private TableColumn<KeyedItem<LiveRow>, LiveRow> age;

    @FXML
    private TableColumn<KeyedItem<LiveRow>, LiveRow> region;

    @FXML
    private TableColumn<KeyedItem<LiveRow>, LiveRow> severity;

    @FXML
    private VBox instead;

    @FXML
    private Label insteadTitle;

    @FXML
    private Label insteadText;

    @FXML
    private Node askButton;

    @FXML
    private Node clearButton;

    private boolean showing;

    BoardView(LiveViewModel model, PanelMemory memory) {
        this.model = model;
        this.memory = memory;
        this.words = model.words();
    }

    @FXML
    void initialize() {
        table.setItems(items.list());
        table.setRowFactory(t -> new BoardRow(words));
        cells(state, () -> new BoardCells.State(words));
        cells(objective, () -> new BoardCells.Objective(words));
        cells(oneMinute, () -> new BoardCells.Figure(words, Window.ONE_MINUTE));
        cells(fiveMinutes, () -> new BoardCells.Figure(words, Window.FIVE_MINUTES));
        cells(oneHour, () -> new BoardCells.Figure(words, Window.ONE_HOUR));
        cells(target, () -> new BoardCells.Words(words::target, row -> false));
        cells(lastHour, BoardCells.LastHour::new);
        cells(age, () -> new BoardCells.Words(words::age, LiveRow::old));
        cells(region, () -> new BoardCells.Words(LiveRow::region, row -> false));
        cells(severity, () -> new BoardCells.Words(words::severity, row -> false));
        new BoardColumns(table, state, objective, List.of(region, severity), memory).install();
        orderByHeader();
        table.getSelectionModel().selectedItemProperty().addListener((o, before, now) -> choose(now));
        table.addEventFilter(MouseEvent.MOUSE_MOVED, e -> model.touched());
        table.addEventFilter(KeyEvent.KEY_PRESSED, e -> model.touched());
        table.setOnMouseExited(e -> model.left());
        table.focusedProperty().addListener((o, before, focused) -> {
            if (!focused && !table.isHover()) {
                model.left();
            }
        });
        model.stateProperty().addListener((o, before, now) -> show(now));
        show(model.getState());
    }

    private static void cells(
            TableColumn<KeyedItem<LiveRow>, LiveRow> column,
            java.util.function.Supplier<? extends TableCell<KeyedItem<LiveRow>, LiveRow>> cell) {
        column.setCellValueFactory(features -> features.getValue().rowProperty());
        column.setCellFactory(c -> cell.get());
    }

    /** A click on a head orders the rows in the model: the table never sorts by itself. */
    private void orderByHeader() {
        Map<TableColumn<KeyedItem<LiveRow>, ?>, RowOrder> orders =
                Map.of(state, RowOrder.WORST, objective, RowOrder.NAME, age, RowOrder.OLDEST);
        table.getColumns().forEach(column -> column.setSortable(orders.containsKey(column)));
        orders.keySet().forEach(column -> column.setSortNode(null));
        table.setSortPolicy(t -> {
            RowOrder order = table.getSortOrder().stream()
                    .findFirst()
                    .map(column -> orders.getOrDefault(column, RowOrder.WORST))
                    .orElse(RowOrder.WORST);
            if (model.getState().choice().order() != order) {
                model.orderBy(order);
            }
            return true;
        });
    }

    private void choose(@Nullable KeyedItem<LiveRow> item) {
        if (!showing && item != null) {
            model.select(item.row().id());
        }
    }

    private void show(LiveState now) {
        showing = true;
        items.show(now.rows());
        Optional<KeyedItem<LiveRow>> chosen = now.choice().selected().flatMap(items::find);
        if (chosen.isPresent()) {
            if (table.getSelectionModel().getSelectedItem() != chosen.get()) {
                table.getSelectionModel().select(chosen.get());
            }
        } else {
            table.getSelectionModel().clearSelection();
        }
        showing = false;
        showInstead(now);
    }

    private void showInstead(LiveState now) {
        boolean none = now.watch().shown().readings().isEmpty();
        boolean asked = now.isAsked();
        instead.setVisible(now.rows().isEmpty());
        askButton.setVisible(none);
        askButton.setManaged(none);
        clearButton.setVisible(!none);
        clearButton.setManaged(!none);
        if (none) {
            insteadTitle.setText(words.text(asked ? "table.none.title" : "table.notasked.title"));
            insteadText.setText(words.text(asked ? "table.none.text" : "table.notasked.text"));
        } else {
            insteadTitle.setText(words.text("table.filtered.title"));
            insteadText.setText(words.text(
                    "table.filtered.text", words.filter(now.choice().filter()), now.all().size()));
        }
    }

    @FXML
    void askNow() {
        model.refresh();
    }

    @FXML
    void clearFilter() {
        model.clearFilter();
        table.requestFocus();
    }

    TableView<KeyedItem<LiveRow>> table() {
        return table;
    }
}
