package dev.tars.console.slo.view;

import dev.tars.console.slo.Violation;
import java.util.List;
import java.util.function.Supplier;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/** Violations since this console watches, open ones first. */
@SuppressWarnings("NullAway.Init")
public final class ViolationsView {

    /** A violation as it is told at one moment. */
    record Line(Violation violation, String pill, String peak, String start) {
        String key() {
            return violation.slo().id() + violation.start();
        }

        String severity() {
            return violation.severity().words();
        }
    }

    private final LiveViewModel model;
    private final LiveWords words;
    private final KeyedItems<Line> items = new KeyedItems<>(Line::key);

    @FXML
    private Label title;

    @FXML
    private Label count;

    @FXML
    private TableView<KeyedItem<Line>> violations;

    @FXML
    private TableColumn<KeyedItem<Line>, Line> state;

    @FXML
    private TableColumn<KeyedItem<Line>, Line> objective;

    @FXML
    private TableColumn<KeyedItem<Line>, Line> severity;

    @FXML
    private TableColumn<KeyedItem<Line>, Line> start;

    @FXML
    private Label none;

    private boolean showing;

    ViolationsView(LiveViewModel model) {
        this.model = model;
        this.words = model.words();
    }

    @FXML
    void initialize() {
        violations.setItems(items.list());
        cells(state, ViolationCells.State::new);
        cells(objective, ViolationCells.Objective::new);
        cells(severity, () -> new ViolationCells.Words(Line::severity));
        cells(start, () -> new ViolationCells.Words(Line::start));
        violations.getSelectionModel().selectedItemProperty().addListener((o, before, now) -> {
            if (now != null && !showing) {
                model.select(now.row().violation().slo().id());
            }
        });
        violations.widthProperty().addListener((o, before, width) -> fill());
        model.stateProperty().addListener((o, before, now) -> show(now));
        show(model.getState());
    }

    private static void cells(
            TableColumn<KeyedItem<Line>, Line> column, Supplier<? extends TableCell<KeyedItem<Line>, Line>> cell) {
        column.setCellValueFactory(features -> features.getValue().rowProperty());
        column.setCellFactory(c -> cell.get());
        column.setReorderable(false);
        column.setSortable(false);
    }

    private void fill() {
        double others = state.getWidth() + severity.getWidth() + start.getWidth();
        objective.setPrefWidth(Math.max(120, violations.getWidth() - others - 16));
    }

    private void show(LiveState now) {
        List<Violation> next = now.violations();
        long open = next.stream().filter(v -> v.end().isEmpty()).count();
        title.setText(
                words.text("violations.title", words.moment(now.watch().shown().observedSince(), now.now())));
        count.setText(
                next.isEmpty()
                        ? words.text("violations.count.none")
                        : words.text(open == 0 ? "violations.count" : "violations.count.open", next.size(), open));
        none.setVisible(next.isEmpty());
        showing = true;
        items.show(next.stream()
                .map(v -> new Line(
                        v, words.violationPill(v, now.now()), words.peak(v), words.moment(v.start(), now.now())))
                .toList());
        showing = false;
    }

    /** Root pixels at another scale. */
    void scaleTo(double factor) {
        state.setPrefWidth(132 * factor);
        severity.setPrefWidth(84 * factor);
        start.setPrefWidth(104 * factor);
        fill();
    }
}
