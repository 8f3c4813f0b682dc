package dev.tars.console.migration.view;

import dev.tars.console.base.Figures;
import dev.tars.console.base.Problem;
import dev.tars.console.migration.Finding;
import dev.tars.console.migration.MigrationBoard;
import dev.tars.console.migration.MigrationBoard.Busy;
import dev.tars.console.migration.MigrationBoard.Part;
import dev.tars.console.migration.StatementRun;
import dev.tars.console.migration.view.MigrationActs.Act;
import dev.tars.console.ui.controls.LookPane;
import dev.tars.console.ui.controls.PaneLook;
import dev.tars.console.ui.controls.StatusPill;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The migration page: the sentence, what can be done, the statements and the preflight. */
@SuppressWarnings("NullAway.Init")
public final class MigrationView {

    private final MigrationViewModel model;
    private final MigrationWords words;
    private final LookOfPage looks;

    @FXML
    private StatusPill pill;

    @FXML
    private Label sentence;

    @FXML
    private Label facts;

    @FXML
    private Button preflight;

    @FXML
    private Button benchmark;

    @FXML
    private Button start;

    @FXML
    private Button cancel;

    @FXML
    private Button repair;

    @FXML
    private Button rollBack;

    @FXML
    private Button refresh;

    @FXML
    private Label reason;

    @FXML
    private HBox busy;

    @FXML
    private Label busyWords;

    @FXML
    private ProgressBar busyBar;

    @FXML
    private Button stop;

    @FXML
    private LookPane look;

    @FXML
    private HBox columns;

    @FXML
    private ListView<StatementRun> statements;

    @FXML
    private Label preflightAge;

    @FXML
    private VBox findings;

    private boolean showing;
    private List<Finding> shownFindings = List.of();

    MigrationView(MigrationViewModel model, MigrationWords words) {
        this.model = model;
        this.words = words;
        this.looks = new LookOfPage(words);
    }

    @FXML
    void initialize() {
        statements.setCellFactory(list -> new StatementCell(words));
        statements.getSelectionModel().selectedItemProperty().addListener((o, before, now) -> {
            if (!showing && now != null) {
                model.choose(now.statement().number());
            }
        });
        look.setContent(columns);
        Button again = new Button(words.get("migration.act.refresh"));
        again.setOnAction(e -> model.refresh());
        look.addFailedButton(again);
        model.stateProperty().addListener((o, before, now) -> show(now));
        show(model.getState());
    }

    private void show(MigrationState now) {
        showing = true;
        try {
            MigrationHead head = words.head().of(now);
            pill.show(head.look(), head.word());
            sentence.setText(head.sentence());
            facts.setText(head.facts());
            visible(facts, !head.facts().isEmpty());
            showActs();
            showBusy(now.board().busy());
            PaneLook next = looks.of(now);
            look.show(next);
            showStatements(now.board().statements());
            showFindings(now.board(), now.now());
        } finally {
            showing = false;
        }
    }

    private void showActs() {
        Optional<Act> next = model.next();
        able(preflight, model.preflightUnavailable(), model.isPreflightNext());
        boolean first = !model.isPreflightNext();
        able(benchmark, model.unavailable(Act.BENCHMARK), first && next.equals(Optional.of(Act.BENCHMARK)));
        able(start, model.unavailable(Act.RUN), first && next.equals(Optional.of(Act.RUN)));
        able(cancel, model.unavailable(Act.CANCEL), false);
        able(repair, model.unavailable(Act.REPAIR), first && next.equals(Optional.of(Act.REPAIR)));
        able(rollBack, model.unavailable(Act.ROLL_BACK), false);
        String why = model.unavailable(Act.RUN);
        reason.setText(why.isEmpty() ? "" : words.get("migration.cannot", why));
    }

    private static void able(Button button, String unavailable, boolean isNext) {
        button.setDisable(!unavailable.isEmpty());
        button.setAccessibleHelp(unavailable);
        button.getStyleClass().remove("primary");
        if (isNext) {
            button.getStyleClass().add("primary");
        }
    }

    private void showBusy(Optional<Busy> with) {
        visible(busy, with.isPresent());
        with.ifPresent(it -> {
            busyWords.setText(it.message());
            busyBar.setProgress(Math.max(0, it.fraction()));
            visible(busyBar, it.fraction() >= 0);
            visible(stop, it.part() == Part.BENCHMARK);
        });
    }

    private void showStatements(List<StatementRun> all) {
        if (!all.equals(statements.getItems())) {
            statements.getItems().setAll(all);
        }
        model.current().ifPresent(chosen -> {
            for (int i = 0; i < all.size(); i++) {
                if (all.get(i).statement().number() == chosen.statement().number()
                        && statements.getSelectionModel().getSelectedIndex() != i) {
                    statements.getSelectionModel().clearAndSelect(i);
                }
            }
        });
    }

    private void showFindings(MigrationBoard board, Instant now) {
        List<Finding> all = new ArrayList<>(board.lint());
        board.preflight().ifPresent(p -> all.addAll(p.findings()));
        all.sort(Comparator.comparing(Finding::weight, Comparator.comparingInt(MigrationView::rank)));
        preflightAge.setText(board.preflight()
                .map(p -> words.get("migration.preflight.age", Figures.age(Duration.between(p.at(), now))))
                .orElseGet(() -> words.get("migration.preflight.none")));
        Optional<Problem> failed = Optional.ofNullable(board.problems().get(Part.PREFLIGHT));
        failed.ifPresent(problem ->
                all.add(0, new Finding(Finding.Weight.UNKNOWN, "preflight", "", problem.what(), problem.mend())));
        if (!all.equals(shownFindings)) {
            shownFindings = List.copyOf(all);
            findings.getChildren()
                    .setAll(all.stream().map(f -> FindingLine.of(f, words)).toList());
        }
    }

    private static int rank(Finding.Weight weight) {
        return switch (weight) {
            case BLOCKS -> 0;
            case UNKNOWN -> 1;
            case WARNS -> 2;
            case INFORMS -> 3;
            case FINE -> 4;
        };
    }

    static void visible(Node node, boolean on) {
        node.setVisible(on);
        node.setManaged(on);
    }

    @FXML
    void preflight() {
        model.preflight();
    }

    @FXML
    void benchmark() {
        model.ask(Act.BENCHMARK);
    }

    @FXML
    void run() {
        model.ask(Act.RUN);
    }

    @FXML
    void cancel() {
        model.ask(Act.CANCEL);
    }

    @FXML
    void repair() {
        model.ask(Act.REPAIR);
    }

    @FXML
    void rollBack() {
        model.ask(Act.ROLL_BACK);
    }

    @FXML
    void refresh() {
        model.refresh();
    }

    @FXML
    void stop() {
        model.stopBenchmark();
    }

    Node list() {
        return statements;
    }
}
