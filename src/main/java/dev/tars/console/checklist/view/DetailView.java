package dev.tars.console.checklist.view;

import dev.tars.console.base.Evidence;
import dev.tars.console.checklist.ItemRecord;
import dev.tars.console.checklist.ItemState;
import dev.tars.console.checklist.ItemStatus;
import dev.tars.console.checklist.Recorded;
import dev.tars.console.checklist.TextDifference;
import dev.tars.console.runbook.Words;
import dev.tars.console.ui.controls.StatusPill;
import java.util.List;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** One item: what it asks, what came back, why it matters, what to do, what was said of it. */
@SuppressWarnings("NullAway.Init")
public final class DetailView {

    private static final int RAW_ROWS = 4;

    private final ChecklistViewModel model;
    private final ChecklistWords words;
    private Optional<ItemStatus> shown = Optional.empty();
    private List<Recorded> shownHistory = List.of();

    @FXML
    private Label none;

    @FXML
    private ScrollPane scroll;

    @FXML
    private StatusPill state;

    @FXML
    private Label id;

    @FXML
    private Label title;

    @FXML
    private Label line;

    @FXML
    private ProgressBar hold;

    @FXML
    private VBox remarks;

    @FXML
    private Label why;

    @FXML
    private Label note;

    @FXML
    private VBox mendSection;

    @FXML
    private Label mend;

    @FXML
    private VBox differenceSection;

    @FXML
    private VBox difference;

    @FXML
    private VBox evidence;

    @FXML
    private VBox historySection;

    @FXML
    private VBox history;

    @FXML
    private FlowPane actions;

    @FXML
    private Button sign;

    @FXML
    private Button run;

    @FXML
    private Button waive;

    @FXML
    private Button remark;

    @FXML
    private MenuButton more;

    @FXML
    private Label unavailable;

    DetailView(ChecklistViewModel model, ChecklistWords words) {
        this.model = model;
        this.words = words;
    }

    @FXML
    void initialize() {
        model.stateProperty().addListener((o, before, now) -> show(now));
        show(model.getState());
    }

    private void show(ChecklistState now) {
        Optional<ItemStatus> status = now.selected();
        ChecklistView.visible(none, status.isEmpty());
        ChecklistView.visible(scroll, status.isPresent());
        ChecklistView.visible(actions, status.isPresent() && now.saying().isEmpty());
        ChecklistView.put(unavailable, status.isPresent() ? now.unavailable() : "");
        status.ifPresent(there -> {
            List<Recorded> lines = record(now, there).history();
            if (shown.filter(there::equals).isEmpty() || !lines.equals(shownHistory)) {
                show(there, lines);
            }
            buttons(now, there);
        });
        shown = status;
    }

    private static ItemRecord record(ChecklistState now, ItemStatus status) {
        return now.gates()
                .snapshot()
                .board()
                .map(board -> board.book().of(status.id()))
                .orElse(ItemRecord.NOTHING);
    }

    private void show(ItemStatus status, List<Recorded> lines) {
        shownHistory = lines;
        state.show(ChecklistWords.look(status.state()), words.state(status.state()));
        id.setText(status.id() + " · " + words.kind(status));
        title.setText(status.item().title().plain());
        line.setText(status.line());
        ChecklistView.visible(hold, status.hold().isPresent());
        status.hold().ifPresent(progress -> hold.setProgress(progress.fraction()));
        remarks.getChildren()
                .setAll(status.remarks().stream().map(DetailView::muted).toList());
        Words said = status.item().words();
        ChecklistView.put(why, said.why());
        ChecklistView.put(note, said.note());
        ChecklistView.put(mend, said.whenItFails());
        ChecklistView.visible(
                mendSection, !said.whenItFails().isEmpty() && !status.passes() && status.state() != ItemState.RUNNING);
        ChecklistView.visible(differenceSection, status.signedText().isPresent());
        difference.getChildren().setAll(difference(status));
        evidence.getChildren()
                .setAll(status.evidence().stream().map(this::evidence).toList());
        history.getChildren()
                .setAll(lines.stream()
                        .map(words::history)
                        .map(DetailView::wrapped)
                        .toList());
        ChecklistView.visible(historySection, !lines.isEmpty());
    }

    private static List<Label> difference(ItemStatus status) {
        return status.signedText().stream()
                .flatMap(before -> TextDifference.of(before, status.item().source()).stream())
                .map(changed -> {
                    Label label = wrapped(switch (changed.kind()) {
                                case SAME -> "  ";
                                case GONE -> "- ";
                                case NEW -> "+ ";
                            }
                            + changed.text());
                    label.getStyleClass().add(changed.kind().name().toLowerCase(java.util.Locale.ROOT));
                    return label;
                })
                .toList();
    }

    private Node evidence(Evidence each) {
        GridPane facts = new GridPane();
        facts.getStyleClass().add("facts");
        fact(facts, "evidence.asked", each.question());
        fact(facts, "evidence.of", each.askedOf());
        fact(facts, "evidence.expected", each.threshold());
        fact(
                facts,
                "evidence.said",
                each.verdict()
                        .match(met -> met.sentence(), missed -> missed.sentence(), u -> u.sentence(), waived -> ""));
        each.fingerprints().forEach((name, hash) -> fact(facts, "evidence.depends", name + " " + hash));
        TextArea raw = new TextArea(each.answer());
        raw.setEditable(false);
        raw.setPrefRowCount(RAW_ROWS);
        raw.getStyleClass().add("code");
        raw.setAccessibleText(words.word("evidence.raw"));
        Label head = new Label(words.asked(each));
        head.getStyleClass().add("caption");
        VBox section = new VBox(head, facts);
        if (!each.answer().isBlank()) {
            section.getChildren().add(raw);
        }
        section.getStyleClass().add("section");
        return section;
    }

    private void fact(GridPane facts, String key, String value) {
        if (value.isBlank()) {
            return;
        }
        Label name = new Label(words.word(key));
        name.getStyleClass().add("fact-name");
        name.setMinWidth(Label.USE_PREF_SIZE);
        TextField text = new TextField(value.strip());
        text.setEditable(false);
        text.getStyleClass().add("evidence-text");
        GridPane.setHgrow(text, Priority.ALWAYS);
        facts.addRow(facts.getRowCount(), name, text);
    }

    private static Label wrapped(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        return label;
    }

    private static Label muted(String text) {
        Label label = wrapped(text);
        label.getStyleClass().add("muted");
        return label;
    }

    private void buttons(ChecklistState now, ItemStatus status) {
        boolean may = now.unavailable().isEmpty();
        boolean signable =
                status.state() == ItemState.TO_SIGN || !status.automatic() && status.state() == ItemState.STALE;
        ChecklistView.visible(sign, signable);
        sign.setDisable(!may);
        ChecklistView.visible(run, status.automatic());
        run.setDisable(now.isRunning());
        waive.setDisable(!may || status.passes());
        remark.setDisable(!may);
        more.setDisable(!may);
    }

    @FXML
    void sign() {
        model.begin(Saying.Kind.SIGN);
    }

    @FXML
    void run() {
        model.runSelected();
    }

    @FXML
    void waive() {
        model.begin(Saying.Kind.WAIVE);
    }

    @FXML
    void remark() {
        model.begin(Saying.Kind.NOTE);
    }

    @FXML
    void notApplicable() {
        model.begin(Saying.Kind.NOT_APPLICABLE);
    }

    @FXML
    void reset() {
        model.begin(Saying.Kind.RESET);
    }
}
