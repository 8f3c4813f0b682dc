package dev.tars.console.slo.view;

import java.util.List;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** What the tiers of the selected objective would have told in the past days. */
@SuppressWarnings("NullAway.Init")
public final class BackTestView {

    private static final int SHOWN = 12;

    private final LiveViewModel live;
    private final BackTestViewModel model;
    private final BackTestWords words;

    @FXML
    private VBox backtest;

    @FXML
    private Button oneDay;

    @FXML
    private Button sevenDays;

    @FXML
    private Button thirtyDays;

    @FXML
    private Button cancel;

    @FXML
    private Label verdict;

    @FXML
    private VBox firings;

    BackTestView(LiveViewModel live, BackTestViewModel model) {
        this.live = live;
        this.model = model;
        this.words = new BackTestWords(live.words());
    }

    @FXML
    void initialize() {
        cancel.managedProperty().bind(cancel.visibleProperty());
        verdict.managedProperty().bind(verdict.visibleProperty());
        oneDay.setOnAction(e -> run(1));
        sevenDays.setOnAction(e -> run(7));
        thirtyDays.setOnAction(e -> run(30));
        cancel.setOnAction(e -> model.cancel());
        live.stateProperty().subscribe(now -> now.selectedRow().ifPresent(row -> model.choose(row.id())));
        model.stateProperty().subscribe(this::show);
    }

    private void run(int days) {
        live.getState().selectedRow().ifPresent(row -> model.run(row.slo(), days));
    }

    private void show(BackTestState state) {
        boolean isBusy = state.busySince().isPresent();
        cancel.setVisible(isBusy);
        for (Button button : new Button[] {oneDay, sevenDays, thirtyDays}) {
            button.setDisable(isBusy);
        }
        Optional<String> said = words.verdict(state);
        verdict.setVisible(said.isPresent());
        verdict.setText(said.orElse(""));
        List<String> lines = words.firings(state, SHOWN);
        firings.getChildren().setAll(lines.stream().map(BackTestView::line).toList());
    }

    private static Label line(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.getStyleClass().add("caption");
        return label;
    }
}
