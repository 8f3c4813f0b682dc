package dev.tars.console.slo.view;

import dev.tars.console.slo.Window;
import dev.tars.console.ui.controls.LookPane;
import dev.tars.console.ui.controls.PaneLook;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
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
    private TableColumn<KeyedItem<LiveRow>, LiveRow> budgetLeft;

    @FXML
    private TableColumn<KeyedItem<LiveRow>, LiveRow> burn;

    @FXML
    private LookPane look;

    private final Button ask = new Button();
    private final Button clear = new Button();
    private PaneLook looks = new PaneLook.Full();
    private BoardColumns columns;
    private boolean showing;

    BoardView(LiveViewModel model, PanelMemory memory) {
        this.model = model;
        this.memory = memory;
        this.words = model.words();
    }

    @FXML
    void initialize() {
        prepareLook();
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
        BudgetWords budget = new BudgetWords(words);
        cells(budgetLeft, () -> new BoardCells.Words(budget::left, LiveRow::old));
        cells(burn, () -> new BoardCells.Words(budget::burn, LiveRow::old));
        columns = new BoardColumns(table, state, objective, List.of(region, severity, budgetLeft, burn), memory);
        columns.install();
        orderByHeader();
        table.getSelectionModel().selectedItemProperty().addListener((o, before, now) -> choose(now));
        table.addEventFilter(MouseEvent.MOUSE_MOVED, e -> model.touched());
        table.addEventFilter(KeyEvent.KEY_PRESSED, e -> model.touched());
        table.addEventFilter(ScrollEvent.SCROLL, e -> model.touched());
        table.setOnMouseExited(e -> {
            if (!table.isFocused()) {
                model.left();
            }
        });
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
        showLook(now);
    }

    private void prepareLook() {
        ask.setText(words.text("action.ask"));
        ask.getStyleClass().add("primary");
        ask.setOnAction(e -> model.refresh());
        clear.setText(words.text("action.clear"));
        clear.setOnAction(e -> {
            model.clearFilter();
            table.requestFocus();
        });
        List.of(ask, clear).forEach(button -> {
            button.managedProperty().bind(button.visibleProperty());
            look.addWayOut(button);
        });
        look.setContent(table);
    }

    private void showLook(LiveState now) {
        boolean none = now.watch().shown().readings().isEmpty();
        ask.setVisible(none);
        clear.setVisible(!none);
        PaneLook next = look(now, none);
        if (!next.equals(looks)) {
            looks = next;
            look.show(next);
        }
    }

    private PaneLook look(LiveState now, boolean none) {
        if (!now.rows().isEmpty()) {
            return new PaneLook.Full();
        }
        if (!none) {
            return new PaneLook.Empty(
                    words.text("table.filtered.title"),
                    words.text(
                            "table.filtered.text",
                            words.filter(now.choice().filter()),
                            now.all().size()));
        }
        return now.isAsked()
                ? new PaneLook.Empty(words.text("table.none.title"), words.text("table.none.text"))
                : new PaneLook.NotAsked(words.text("table.notasked.title"), words.text("table.notasked.text"));
    }

    /** @param factor 1 for 13 px to the em */
    void scaleTo(double factor) {
        columns.scaleTo(factor);
    }

    TableView<KeyedItem<LiveRow>> table() {
        return table;
    }
}
