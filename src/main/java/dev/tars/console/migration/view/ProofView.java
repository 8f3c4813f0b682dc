package dev.tars.console.migration.view;

import dev.tars.console.migration.LatencyProfile;
import dev.tars.console.migration.Measurement;
import dev.tars.console.migration.Proof;
import dev.tars.console.ui.controls.StatusPill;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The proof: every query before and after, and the chosen one's plans side by side. */
@SuppressWarnings("NullAway.Init")
public final class ProofView {

    private static final double ROW = 32;
    private static final double HEAD = 30;

    private final MigrationViewModel model;
    private final MigrationWords words;

    @FXML
    private Label how;

    @FXML
    private TableView<ProofRow> table;

    @FXML
    private TableColumn<ProofRow, String> query;

    @FXML
    private TableColumn<ProofRow, String> before;

    @FXML
    private TableColumn<ProofRow, String> after;

    @FXML
    private TableColumn<ProofRow, String> plan;

    @FXML
    private TableColumn<ProofRow, ProofRow> result;

    @FXML
    private VBox chosen;

    @FXML
    private Label title;

    @FXML
    private LatencyBars bars;

    @FXML
    private Label planWords;

    @FXML
    private HBox plans;

    @FXML
    private Label beforeSide;

    @FXML
    private TextArea beforePlan;

    @FXML
    private Label afterSide;

    @FXML
    private TextArea afterPlan;

    private boolean showing;

    ProofView(MigrationViewModel model, MigrationWords words) {
        this.model = model;
        this.words = words;
    }

    @FXML
    void initialize() {
        column(query, ProofRow::title);
        column(before, ProofRow::before);
        column(after, ProofRow::after);
        column(plan, ProofRow::plan);
        result.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        result.setCellFactory(c -> new ResultCell());
        table.setFixedCellSize(ROW);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_SUBSEQUENT_COLUMNS);
        table.getSelectionModel().selectedItemProperty().addListener((o, was, now) -> {
            if (!showing && now != null) {
                model.choose(now.key());
            }
        });
        model.stateProperty().addListener((o, was, now) -> show(now));
        show(model.getState());
    }

    private static void column(TableColumn<ProofRow, String> column, Function<ProofRow, String> value) {
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(value.apply(row.getValue())));
        column.setCellFactory(c -> new TextCell());
    }

    private void show(MigrationState now) {
        showing = true;
        try {
            List<Proof> proofs = model.proofs();
            List<ProofRow> rows = words.proof().rows(proofs, now.board().sheet());
            if (!rows.equals(table.getItems())) {
                table.getItems().setAll(rows);
                table.setPrefHeight(HEAD + 2 + ROW * Math.max(1, rows.size()));
                table.setMinHeight(TableView.USE_PREF_SIZE);
            }
            how.setText(how(proofs));
            Optional<Proof> proof = model.proof();
            MigrationView.visible(chosen, proof.isPresent());
            proof.ifPresent(this::show);
        } finally {
            showing = false;
        }
    }

    private String how(List<Proof> proofs) {
        return proofs.stream()
                .flatMap(p -> Stream.concat(p.after().stream(), p.before().stream()))
                .flatMap(m -> m.latency().stream())
                .findFirst()
                .map(l -> words.get("migration.proof.how", l.runs(), l.concurrency()))
                .orElseGet(() -> words.get("migration.proof.none"));
    }

    private void show(Proof proof) {
        for (int i = 0; i < table.getItems().size(); i++) {
            boolean is = table.getItems().get(i).key().equals(proof.query().id());
            if (is && table.getSelectionModel().getSelectedIndex() != i) {
                table.getSelectionModel().clearAndSelect(i);
            }
        }
        title.setText(proof.query().title());
        Optional<LatencyProfile> then = proof.before().flatMap(Measurement::latency);
        Optional<LatencyProfile> now = proof.after().flatMap(Measurement::latency);
        boolean isMeasured = proof.before().isPresent() || proof.after().isPresent();
        MigrationView.visible(bars, isMeasured);
        MigrationView.visible(plans, isMeasured);
        bars.show(
                then,
                now,
                proof.query().limit(),
                words.get("migration.proof.before"),
                words.get("migration.proof.after"));
        planWords.setText(String.join("\n", words.proof().details(proof)));
        beforeSide.setText(words.proof().side("migration.proof.before", proof.before()));
        afterSide.setText(words.proof().side("migration.proof.after", proof.after()));
        set(beforePlan, ProofWords.tree(proof.before()));
        set(afterPlan, ProofWords.tree(proof.after()));
    }

    private static void set(TextArea area, String text) {
        if (!area.getText().equals(text)) {
            area.setText(text);
        }
    }

    private static final class TextCell extends TableCell<ProofRow, String> {
        @Override
        protected void updateItem(@Nullable String item, boolean empty) {
            super.updateItem(item, empty);
            setText(empty || item == null ? "" : item);
            setTooltip(empty || item == null || item.length() < 12 ? null : new Tooltip(item));
        }
    }

    private static final class ResultCell extends TableCell<ProofRow, ProofRow> {
        private final StatusPill pill = new StatusPill();

        @Override
        protected void updateItem(@Nullable ProofRow item, boolean empty) {
            super.updateItem(item, empty);
            if (empty || item == null) {
                setGraphic(null);
                setTooltip(null);
                return;
            }
            pill.show(item.look(), item.word());
            setGraphic(pill);
            setTooltip(new Tooltip(item.why()));
        }
    }
}
