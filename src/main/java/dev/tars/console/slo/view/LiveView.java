package dev.tars.console.slo.view;

import atlantafx.base.controls.CustomTextField;
import dev.tars.console.base.Figures;
import dev.tars.console.ui.controls.StatusPill;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;

/** The live page: toolbar, bands, and the panes below. */
@SuppressWarnings("NullAway.Init")
public final class LiveView {

    private static final PseudoClass TIGHT = PseudoClass.getPseudoClass("tight");
    private static final PseudoClass OLD = PseudoClass.getPseudoClass("old");

    private final LiveViewModel model;
    private final LiveWords words;
    private final PanelMemory memory;
    private final LiveExport export;
    private final Map<StateGroup, ToggleButton> pills = new EnumMap<>(StateGroup.class);

    @FXML
    private StackPane root;

    @FXML
    private ScrollPane page;

    @FXML
    private CustomTextField filter;

    @FXML
    private HBox counts;

    @FXML
    private Label answerBefore;

    @FXML
    private Label answerAge;

    @FXML
    private Label answerAfter;

    @FXML
    private Button pause;

    @FXML
    private Button resume;

    @FXML
    private Button wall;

    @FXML
    private WrapBar toolbar;

    @FXML
    private HBox answer;

    @FXML
    private Label pauseWord;

    @FXML
    private Node pauseKey;

    @FXML
    private Label wallWord;

    @FXML
    private Node wallKey;

    @FXML
    private Label exportWord;

    @FXML
    private Band failed;

    @FXML
    private Band partial;

    @FXML
    private Band paused;

    @FXML
    private Band notice;

    @FXML
    private SplitPane across;

    @FXML
    private SplitPane down;

    @FXML
    private Node table;

    @FXML
    private Node violations;

    @FXML
    private ScrollPane detail;

    @FXML
    private BoardView tableController;

    @FXML
    private ViolationsView violationsController;

    @FXML
    private DetailView detailController;

    private final Tooltip answerTip = new Tooltip();
    private LiveBands bands;
    private LivePanes panes;
    private SavePlace place;
    private Runnable whenWall = () -> {};

    LiveView(LiveViewModel model, PanelMemory memory, LiveExport export) {
        this.model = model;
        this.words = model.words();
        this.memory = memory;
        this.export = export;
    }

    @FXML
    void initialize() {
        place = new SaveDialog(root);
        for (StateGroup group : StateGroup.values()) {
            ToggleButton pill = new ToggleButton();
            pill.setGraphic(new StatusPill());
            pill.getStyleClass().addAll("count", "flat");
            pill.setOnAction(e -> model.toggle(group));
            pill.managedProperty().bind(pill.visibleProperty());
            pills.put(group, pill);
            counts.getChildren().add(pill);
        }
        filter.textProperty().addListener((o, before, now) -> model.filter(now));
        panes = new LivePanes(across, down, detail, memory, em -> {
            tableController.scaleTo(em);
            violationsController.scaleTo(em);
        });
        panes.install(answerAge, root);
        giveWay();
        detailController.onBack(this::leaveDetail);
        panes.stackedProperty().addListener((o, before, stacked) -> detailController.setWayBack(stacked));
        root.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        table().setOnMouseClicked(e -> {
            if (e.getClickCount() == 2) {
                openDetail();
            }
        });
        pause.managedProperty().bind(pause.visibleProperty());
        wall.managedProperty().bind(wall.visibleProperty());
        bands = new LiveBands(words, failed, partial, paused, notice);
        model.stateProperty().addListener((o, before, now) -> show(now));
        show(model.getState());
    }

    /** Where room is short the toolbar's buttons keep their icons, and their words are one pointer away. */
    private void giveWay() {
        for (Node word : List.of(pauseWord, pauseKey, wallWord, wallKey, exportWord, answerBefore, answerAfter)) {
            word.managedProperty().bind(word.visibleProperty());
            word.visibleProperty().bind(panes.tightProperty().not());
        }
        panes.tightProperty().subscribe(tight -> toolbar.pseudoClassStateChanged(TIGHT, tight));
        Tooltip.install(answer, answerTip);
    }

    /** Enter opens the detail; Esc clears the filter, then leads back from the detail to the table. */
    private void key(KeyEvent e) {
        if (e.getCode() == KeyCode.ENTER && e.getTarget() == table()) {
            openDetail();
            e.consume();
        } else if (e.getCode() == KeyCode.ESCAPE && escape()) {
            e.consume();
        }
    }

    private boolean escape() {
        if (panes.isDetailAlone()) {
            leaveDetail();
            return true;
        }
        if (!model.getState().choice().filter().isNone()) {
            model.clearFilter();
            return true;
        }
        if (!table().isFocused()) {
            table().requestFocus();
            return true;
        }
        return false;
    }

    private void show(LiveState now) {
        if (!now.choice().filter().text().equals(filter.getText())) {
            filter.setText(now.choice().filter().text());
        }
        pills.forEach((group, pill) -> count(group, pill, now));
        showAnswer(now);
        pause.setVisible(now.watch().pause().isEmpty());
        bands.show(now);
    }

    private void count(StateGroup group, ToggleButton pill, LiveState now) {
        long count = now.count(group);
        boolean chosen = now.choice().filter().groups().contains(group);
        String text = words.text("count", count, words.group(group));
        ((StatusPill) pill.getGraphic()).show(LiveLook.of(group), text);
        pill.setAccessibleText(words.text("count.accessible", text));
        pill.setSelected(chosen);
        pill.setVisible(count > 0 || chosen);
    }

    private void showAnswer(LiveState now) {
        boolean asking = now.watch().askingSince().isPresent();
        answerBefore.setText(words.text("answer.before"));
        answerAge.setText(now.answerAge().map(Figures::age).orElse(words.text("answer.none")));
        answerAge.pseudoClassStateChanged(OLD, now.isFailing());
        answerAfter.setText(now.answerAge().isEmpty() ? "" : words.text(asking ? "answer.asking" : "answer.after"));
        String whole = String.join(" ", answerBefore.getText(), answerAge.getText(), answerAfter.getText());
        answerAge.setAccessibleText(whole);
        answerTip.setText(whole);
    }

    void openDetail() {
        panes.showDetail();
        detail.requestFocus();
    }

    private void leaveDetail() {
        panes.showTable();
        table().requestFocus();
    }

    @FXML
    void togglePause() {
        boolean hadFocus = pause.isFocused() || resume.isFocused();
        model.togglePause();
        if (hadFocus) {
            (pause.isVisible() ? pause : resume).requestFocus();
        }
    }

    void onWall(Runnable show) {
        whenWall = show;
        wall.setVisible(true);
    }

    @FXML
    void showWall() {
        whenWall.run();
    }

    @FXML
    void askNow() {
        model.refresh();
    }

    @FXML
    void dismissNotice() {
        model.clearNotice();
        table().requestFocus();
    }

    @FXML
    void exportCsv() {
        export.csv(place);
    }

    @FXML
    void exportChart() {
        String title = model.getState()
                .selectedRow()
                .map(row -> words.text("evidence.title", row.slo().title(), words.pill(row)))
                .orElse("");
        export.picture(place, detailController.chartPicture(), title, "export.chart", "chart");
    }

    @FXML
    void exportPanel() {
        export.picture(place, page, words.text("title"), "export.panel", "live");
    }

    void focusFilter() {
        filter.requestFocus();
        filter.selectAll();
    }

    /** For tests: where files go, without the system's dialog. */
    void setPlace(SavePlace newPlace) {
        place = newPlace;
    }

    TableView<KeyedItem<LiveRow>> table() {
        return tableController.table();
    }
}
