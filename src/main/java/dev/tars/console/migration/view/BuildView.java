package dev.tars.console.migration.view;

import dev.tars.console.base.Figures;
import dev.tars.console.migration.Blocker;
import dev.tars.console.migration.BuildProgress;
import dev.tars.console.migration.StatementKind;
import dev.tars.console.migration.StatementRun;
import dev.tars.console.migration.StatementState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The statement that runs: its text, its phases with a clock each, and who holds it. */
@SuppressWarnings("NullAway.Init")
public final class BuildView {

    private final MigrationViewModel model;
    private final MigrationWords words;

    @FXML
    private Label statement;

    @FXML
    private Label where;

    @FXML
    private HBox phases;

    @FXML
    private VBox holdsPane;

    @FXML
    private Label holdsCount;

    @FXML
    private VBox holders;

    @FXML
    private Label holdsWords;

    private List<Blocker> shown = List.of();

    BuildView(MigrationViewModel model, MigrationWords words) {
        this.model = model;
        this.words = words;
    }

    @FXML
    void initialize() {
        PhaseCell.strip(Optional.empty(), false).forEach(cell -> {
            PhaseBox box = new PhaseBox(words);
            HBox.setHgrow(box, Priority.ALWAYS);
            phases.getChildren().add(box);
        });
        model.stateProperty().addListener((o, before, now) -> show(now));
        show(model.getState());
    }

    private void show(MigrationState now) {
        Optional<StatementRun> current = model.current();
        statement.setText(
                current.map(s -> s.statement().text()).orElseGet(() -> words.get("migration.statement.none")));
        where.setText(current.map(this::where).orElse(""));
        MigrationView.visible(where, !where.getText().isEmpty());
        boolean isBuild = current.filter(s -> s.statement().kind() == StatementKind.BUILD_CONCURRENTLY)
                .isPresent();
        MigrationView.visible(phases, isBuild);
        current.filter(s -> isBuild).ifPresent(this::showPhases);
        showHolders(current.map(StatementRun::blockers).orElse(List.of()), now.now());
    }

    private String where(StatementRun run) {
        String line = words.get(
                "migration.statement.line",
                run.statement().line(),
                words.statement().word(run),
                StatementWords.figures(run));
        String phase = run.progress().map(BuildProgress::words).orElse("");
        String more = run.words().isEmpty() ? phase : run.words();
        return more.isEmpty() ? line : line + " · " + more;
    }

    private void showPhases(StatementRun run) {
        boolean over = run.state() == StatementState.DONE || run.state() == StatementState.ALREADY_THERE;
        boolean waits = run.state() == StatementState.WAITING;
        List<PhaseCell> cells = PhaseCell.strip(run.progress(), over);
        for (int i = 0; i < cells.size(); i++) {
            if (phases.getChildren().get(i) instanceof PhaseBox box) {
                box.show(cells.get(i), waits);
            }
        }
    }

    private void showHolders(List<Blocker> blockers, Instant now) {
        MigrationView.visible(holdsPane, !blockers.isEmpty());
        holdsCount.setText(words.sessions(blockers.size()));
        if (!blockers.equals(shown)) {
            shown = blockers;
            holders.getChildren().setAll(blockers.stream().map(this::row).toList());
            holdsWords.setText(blockers.stream().findFirst().map(words::blocker).orElse(""));
        }
        for (int i = 0; i < blockers.size(); i++) {
            if (holders.getChildren().get(i) instanceof HBox row && row.lookup(".open-since") instanceof Label age) {
                age.setText(words.openSince(blockers.get(i), now));
            }
        }
    }

    private HBox row(Blocker blocker) {
        Label since = label("", "open-since", "strong");
        Label query = label(blocker.query().replaceAll("\\s+", " "), "mono", "query");
        query.setMinWidth(0);
        query.setPrefWidth(0);
        query.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(query, Priority.ALWAYS);
        HBox row = new HBox(
                label(String.valueOf(blocker.pid()), "pid", "strong"),
                label(blocker.user(), "user"),
                label(blocker.application().isEmpty() ? Figures.NO_VALUE : blocker.application(), "application"),
                label(blocker.state(), "state"),
                since,
                query,
                button("migration.holds.cancel", blocker, false),
                button("migration.holds.terminate", blocker, true));
        row.getStyleClass().add("holder");
        return row;
    }

    private Button button(String key, Blocker blocker, boolean terminate) {
        Button button = new Button(words.get(key));
        button.setId((terminate ? "terminate-" : "cancel-") + blocker.pid());
        button.getStyleClass().add("small");
        String why = model.blockersUnavailable();
        button.setDisable(!why.isEmpty());
        button.setAccessibleHelp(why);
        button.setMinWidth(Button.USE_PREF_SIZE);
        button.setOnAction(e -> model.ask(blocker, terminate));
        return button;
    }

    private static Label label(String text, String... classes) {
        Label label = new Label(text);
        label.getStyleClass().addAll(classes);
        return label;
    }
}
