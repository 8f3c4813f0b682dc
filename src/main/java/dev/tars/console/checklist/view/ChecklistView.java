package dev.tars.console.checklist.view;

import atlantafx.base.controls.CustomTextField;
import dev.tars.console.base.Figures;
import dev.tars.console.base.Problem;
import dev.tars.console.checklist.ChecklistBoard;
import dev.tars.console.checklist.ChecklistSnapshot;
import dev.tars.console.checklist.GoNoGo;
import dev.tars.console.checklist.RunProgress;
import dev.tars.console.document.DocumentException;
import dev.tars.console.ui.controls.Look;
import dev.tars.console.ui.controls.LookPane;
import dev.tars.console.ui.controls.PaneLook;
import dev.tars.console.ui.controls.StatusPill;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.SplitPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The page: verdict, toolbar, sections, items, and beside them the detail. */
@SuppressWarnings("NullAway.Init")
public final class ChecklistView {

    private final ChecklistViewModel model;
    private final ChecklistWords words;
    private final Clock clock;
    private final ObservableList<ChecklistRow> rows = FXCollections.observableArrayList();
    private final ObservableList<ChecklistBoard.Part> parts = FXCollections.observableArrayList();
    private final Button readAgain = new Button();
    private Optional<StickyHead> stickyHead = Optional.empty();
    private List<String> gateNames = List.of();
    private boolean showing;

    @FXML
    private StatusPill verdict;

    @FXML
    private Label sentence;

    @FXML
    private Label unblocks;

    @FXML
    private Label counts;

    @FXML
    private Button whyNot;

    @FXML
    private HBox gates;

    @FXML
    private CustomTextField filter;

    @FXML
    private HBox shows;

    @FXML
    private HBox running;

    @FXML
    private Label runWords;

    @FXML
    private ProgressBar runBar;

    @FXML
    private Button runFailed;

    @FXML
    private Button runAll;

    @FXML
    private LookPane look;

    @FXML
    private SplitPane split;

    @FXML
    private ListView<ChecklistBoard.Part> sections;

    @FXML
    private Label file;

    @FXML
    private ListView<ChecklistRow> items;

    @FXML
    private Label sticky;

    @FXML
    private VBox none;

    @FXML
    private Label noneWords;

    ChecklistView(ChecklistViewModel model, ChecklistWords words, Clock clock) {
        this.model = model;
        this.words = words;
        this.clock = clock;
    }

    @FXML
    void initialize() {
        look.setContent(split);
        readAgain.setText(words.word("broken.again"));
        readAgain.setOnAction(e -> model.readAgain());
        look.addFailedButton(readAgain);
        items.setItems(rows);
        items.setCellFactory(list -> new ItemCell(words, clock));
        sections.setItems(parts);
        sections.setCellFactory(list -> new SectionCell());
        for (ChecklistChoice.Show show : ChecklistChoice.Show.values()) {
            ToggleButton button =
                    new ToggleButton(words.word("show." + show.name().toLowerCase(Locale.ROOT)));
            button.setId("checklist-show-" + show.name().toLowerCase(Locale.ROOT));
            button.setUserData(show);
            button.setOnAction(e -> model.show(show));
            shows.getChildren().add(button);
        }
        stickyHead = Optional.of(new StickyHead(items, sticky));
        filter.textProperty().addListener((o, before, now) -> model.filter(now));
        filter.addEventFilter(KeyEvent.KEY_PRESSED, this::inFilter);
        items.getSelectionModel().selectedItemProperty().addListener((o, before, now) -> {
            if (!showing && now instanceof ChecklistRow.Entry entry) {
                model.select(entry.status().id());
            }
        });
        // A list uses the space bar for its own selection; here it asks the item again.
        items.addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.SPACE) {
                model.runSelected();
                e.consume();
            }
        });
        sections.getSelectionModel().selectedItemProperty().addListener((o, before, now) -> {
            if (!showing && now != null) {
                scrollTo("#" + now.section().id());
            }
        });
        model.stateProperty().addListener((o, before, now) -> show(now));
        show(model.getState());
    }

    private void inFilter(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            if (filter.getText().isEmpty()) {
                items.requestFocus();
            } else {
                filter.clear();
            }
            event.consume();
        } else if (event.getCode() == KeyCode.DOWN || event.getCode() == KeyCode.ENTER) {
            items.requestFocus();
            selectFirst();
            event.consume();
        }
    }

    private void selectFirst() {
        if (items.getSelectionModel().isEmpty()) {
            for (int i = 0; i < rows.size(); i++) {
                if (rows.get(i) instanceof ChecklistRow.Entry) {
                    items.getSelectionModel().select(i);
                    return;
                }
            }
        }
    }

    private void scrollTo(String key) {
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).key().equals(key)) {
                items.scrollTo(i);
                return;
            }
        }
    }

    private void show(ChecklistState state) {
        showing = true;
        showStrip(state);
        showToolbar(state);
        showRows(state);
        showing = false;
        showLook(state);
    }

    private void showStrip(ChecklistState state) {
        GoNoGo now = state.verdict();
        verdict.show(now.isGo() ? Look.MET : Look.MISSED, words.verdict(now));
        sentence.setText(words.sentence(now));
        put(unblocks, now.whyNot().isEmpty() ? "" : words.word("unblocks", words.unblocks(now)));
        put(counts, words.counts(now));
        whyNot.setVisible(!now.isGo());
    }

    private void showToolbar(ChecklistState state) {
        List<String> names = state.gates().snapshot().gates();
        if (!names.equals(gateNames)) {
            gateNames = names;
            ToggleGroup group = new ToggleGroup();
            List<Node> buttons = new ArrayList<>();
            for (String name : names) {
                ToggleButton button = new ToggleButton();
                button.setToggleGroup(group);
                button.setUserData(name);
                button.setId("checklist-gate-" + name);
                button.setOnAction(e -> model.gate(name));
                buttons.add(button);
            }
            gates.getChildren().setAll(buttons);
        }
        for (Node node : gates.getChildren()) {
            ToggleButton button = (ToggleButton) node;
            String name = String.valueOf(button.getUserData());
            button.setText(words.gate(state.gates().verdict(name)));
            button.setSelected(name.equals(state.gate()));
        }
        for (Node node : shows.getChildren()) {
            ToggleButton button = (ToggleButton) node;
            button.setSelected(button.getUserData() == state.choice().show());
        }
        if (!filter.getText().equals(state.choice().filter())) {
            filter.setText(state.choice().filter());
        }
        Optional<RunProgress> run = state.gates().snapshot().run();
        visible(running, run.isPresent());
        run.ifPresent(progress -> {
            runWords.setText(words.word("running", progress.done(), progress.items()));
            runBar.setProgress((double) progress.done() / Math.max(1, progress.items()));
        });
        runAll.setDisable(run.isPresent() || state.rows().isEmpty());
        runFailed.setDisable(run.isPresent() || state.rows().isEmpty());
    }

    private void showRows(ChecklistState state) {
        reconcile(rows, state.rows());
        reconcile(parts, state.gates().parts(state.gate()));
        Optional<String> selected = state.choice().selected();
        int index = selected.map(this::indexOf).orElse(-1);
        if (index >= 0 && items.getSelectionModel().getSelectedIndex() != index) {
            items.getSelectionModel().select(index);
        } else if (index < 0) {
            items.getSelectionModel().clearSelection();
        }
        file.setText(state.gates().snapshot().file());
        boolean isEmpty = state.rows().isEmpty();
        visible(none, isEmpty && state.gates().snapshot().board().isPresent());
        noneWords.setText(words.word("filter.none", state.choice().filter()));
        stickyHead.ifPresent(StickyHead::place);
    }

    private int indexOf(String id) {
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).key().equals(id)) {
                return i;
            }
        }
        return -1;
    }

    /** Rows that stay are not touched, so that neither scroll place nor cells are made anew for a changed age. */
    private static <T> void reconcile(ObservableList<T> shown, List<T> now) {
        if (shown.size() != now.size()) {
            shown.setAll(now);
            return;
        }
        for (int i = 0; i < now.size(); i++) {
            if (!shown.get(i).equals(now.get(i))) {
                shown.set(i, now.get(i));
            }
        }
    }

    private void showLook(ChecklistState state) {
        ChecklistSnapshot snapshot = state.gates().snapshot();
        if (!snapshot.errors().isEmpty()) {
            look.show(new PaneLook.Failed(broken(snapshot.errors()), Optional.empty()));
        } else if (snapshot.board().isEmpty() && snapshot.trouble().isPresent()) {
            look.show(new PaneLook.Failed(snapshot.trouble().get(), Optional.empty()));
        } else if (snapshot.board().isEmpty()) {
            look.show(new PaneLook.Loading(words.word("loading", snapshot.file()), -1));
        } else if (snapshot.trouble().isPresent()) {
            String age =
                    Figures.duration(Duration.between(snapshot.board().get().at(), clock.instant()));
            look.show(new PaneLook.Stale(
                    words.word("stale", snapshot.trouble().get().what(), age)));
        } else if (snapshot.board().get().list().items().isEmpty()) {
            look.show(new PaneLook.Empty(words.word("empty", snapshot.file()), words.word("empty.detail")));
        } else {
            look.show(new PaneLook.Full());
        }
    }

    private Problem broken(List<DocumentException> errors) {
        DocumentException first = errors.get(0);
        String all = errors.stream().map(DocumentException::getMessage).collect(Collectors.joining("\n"));
        return new Problem(
                words.word("broken", errors.size(), first.reason()),
                first.file() + ":" + first.line() + ":" + first.column(),
                words.word("broken.means"),
                words.word("broken.mend", first.mend()),
                all);
    }

    static void put(Label label, String text) {
        label.setText(text);
        visible(label, !text.isEmpty());
    }

    static void visible(Node node, boolean on) {
        node.setVisible(on);
        node.setManaged(on);
    }

    /** Ages go on; nothing else moves. */
    void tick() {
        items.lookupAll(".list-cell").forEach(cell -> {
            if (cell instanceof ItemCell item) {
                item.age();
            }
        });
    }

    void focusFilter() {
        filter.requestFocus();
        filter.selectAll();
    }

    ListView<ChecklistRow> items() {
        return items;
    }

    @FXML
    void toggleWhyNot() {
        model.toggleWhyNot();
    }

    @FXML
    void cancelRun() {
        model.cancelRun();
    }

    @FXML
    void runFailed() {
        model.runFailed();
    }

    @FXML
    void runAll() {
        model.runAll();
    }

    @FXML
    void clearFilter() {
        model.clearFilter();
        items.requestFocus();
    }
}
