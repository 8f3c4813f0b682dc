package dev.tars.console.journal.view;

import dev.tars.console.journal.JournalExport;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The audit page. */
@SuppressWarnings("NullAway.Init")
public final class AuditView {

    private final AuditViewModel model;
    private final AuditWords words;
    private final SavePlace places;

    @FXML
    private HBox verdictLine;

    @FXML
    private FontIcon verdictIcon;

    @FXML
    private Label verdict;

    @FXML
    private Label more;

    @FXML
    private Button verify;

    @FXML
    private MenuButton export;

    @FXML
    private TextField text;

    @FXML
    private ComboBox<String> person;

    @FXML
    private ComboBox<String> kind;

    @FXML
    private ComboBox<String> environment;

    @FXML
    private ComboBox<String> run;

    @FXML
    private Button clear;

    @FXML
    private Label count;

    @FXML
    private Button fresh;

    @FXML
    private ListView<AuditRow> rows;

    @FXML
    private Label nothing;

    @FXML
    private Label title;

    @FXML
    private TextArea details;

    private boolean showing;
    private List<AuditRow> painted = List.of();

    AuditView(AuditViewModel model, SavePlace places) {
        this.model = model;
        this.words = model.words();
        this.places = places;
    }

    @FXML
    void initialize() {
        rows.setCellFactory(list -> new AuditCell(words));
        rows.getSelectionModel().selectedItemProperty().addListener((o, before, now) -> {
            if (!showing) {
                model.select(Optional.ofNullable(now).flatMap(AuditRow::event));
            }
        });
        rows.skinProperty().addListener((o, before, now) -> watchTop());
        text.textProperty().addListener((o, before, now) -> model.filter(f -> f.withText(now)));
        choose(person, chosen -> model.filter(f -> f.withPerson(chosen)));
        choose(kind, chosen -> model.filter(f -> f.withKind(chosen)));
        choose(environment, chosen -> model.filter(f -> f.withEnvironment(chosen)));
        choose(run, chosen -> model.filter(f -> f.withRun(chosen)));
        model.stateProperty().addListener((o, before, now) -> show(now));
        show(model.getState());
    }

    /** Below the top a person reads: what is new must not move it away. */
    private void watchTop() {
        for (Node node : rows.lookupAll(".scroll-bar")) {
            if (node instanceof ScrollBar bar && bar.getOrientation() == javafx.geometry.Orientation.VERTICAL) {
                bar.valueProperty().addListener((o, before, now) -> {
                    if (!showing) {
                        model.atTop(!bar.isVisible() || now.doubleValue() <= bar.getMin());
                    }
                });
            }
        }
    }

    private void choose(ComboBox<String> box, Consumer<String> chosen) {
        box.getItems().setAll(words.get("audit.filter.all"));
        box.getSelectionModel().selectFirst();
        box.getSelectionModel().selectedIndexProperty().addListener((o, before, now) -> {
            if (!showing) {
                chosen.accept(now.intValue() <= 0 ? "" : box.getItems().get(now.intValue()));
            }
        });
    }

    private void show(AuditState now) {
        showing = true;
        try {
            showVerdict(now);
            offer(person, now.choices().people(), now.filter().person());
            offer(kind, now.choices().kinds(), now.filter().kind());
            offer(environment, now.choices().environments(), now.filter().environment());
            offer(run, now.choices().runs(), now.filter().run());
            clear.setDisable(now.filter().isAll());
            if (now.rows() != painted) {
                painted = now.rows();
                showRows(now);
            }
            count.setText(
                    now.filter().isAll()
                            ? words.get("audit.count", words.count(now.events()))
                            : words.get("audit.count.some", words.count(now.listed()), words.count(now.events())));
            fresh.setText(words.get("audit.fresh", words.count(now.fresh())));
            visible(fresh, now.fresh() > 0);
            nothing.setText(words.get(now.events() == 0 ? "audit.empty" : "audit.nothing"));
            visible(nothing, now.rows().isEmpty() && now.busy().isEmpty());
            title.setText(now.selected().map(words::title).orElse(words.get("audit.event.none")));
            String itsDetails = now.selected().map(words::details).orElse("");
            if (!itsDetails.equals(details.getText())) {
                details.setText(itsDetails);
            }
        } finally {
            showing = false;
        }
    }

    private void showVerdict(AuditState now) {
        verdict.setText(words.verdict(now));
        more.setText(words.more(now));
        visible(more, !more.getText().isEmpty());
        AuditState.Verdict is = now.verdict();
        verdictIcon.setIconCode(
                switch (is) {
                    case WHOLE -> Feather.CHECK_CIRCLE;
                    case BROKEN -> Feather.X_OCTAGON;
                    case UNKNOWN -> now.busy().isEmpty() ? Feather.HELP_CIRCLE : Feather.LOADER;
                });
        verdictLine.pseudoClassStateChanged(PseudoClass.getPseudoClass("met"), is == AuditState.Verdict.WHOLE);
        verdictLine.pseudoClassStateChanged(PseudoClass.getPseudoClass("missed"), is == AuditState.Verdict.BROKEN);
        verdictLine.pseudoClassStateChanged(
                PseudoClass.getPseudoClass("unknown"),
                is == AuditState.Verdict.UNKNOWN && now.busy().isEmpty());
        verify.setText(words.get(now.stopped().isPresent() ? "audit.reopen" : "audit.verify"));
        boolean waits = now.place().isEmpty() || !now.busy().isEmpty();
        verify.setDisable(waits);
        export.setDisable(waits);
    }

    private void showRows(AuditState now) {
        int focused = rows.getSelectionModel().getSelectedIndex();
        Optional<AuditRow> row = focused < 0 || focused >= rows.getItems().size()
                ? Optional.empty()
                : Optional.of(rows.getItems().get(focused));
        // In place of the old list: copying a hundred thousand rows would be felt.
        rows.setItems(FXCollections.observableList(now.rows()));
        row.ifPresent(chosen -> {
            for (int i = 0; i < now.rows().size(); i++) {
                if (now.rows().get(i).isSameAs(chosen)) {
                    rows.getSelectionModel().select(i);
                    return;
                }
            }
        });
    }

    private void offer(ComboBox<String> box, SortedSet<String> choices, String chosen) {
        List<String> items = new ArrayList<>(choices);
        items.add(0, words.get("audit.filter.all"));
        if (!items.equals(box.getItems())) {
            box.getItems().setAll(items);
        }
        box.getSelectionModel().select(chosen.isEmpty() ? 0 : items.indexOf(chosen));
    }

    private static void visible(Node node, boolean on) {
        node.setVisible(on);
        node.setManaged(on);
    }

    @FXML
    void verify() {
        model.verify();
    }

    @FXML
    void showNew() {
        model.showNew();
        rows.scrollTo(0);
    }

    @FXML
    void clear() {
        text.clear();
        model.filter(f -> AuditFilter.ALL);
    }

    @FXML
    void exportLines() {
        places.ask(words.get("audit.export.jsonl"), "journal.jsonl")
                .ifPresent(file -> model.export(JournalExport.Format.JSONL, file));
    }

    @FXML
    void exportMarkdown() {
        places.ask(words.get("audit.export.markdown"), "journal.md")
                .ifPresent(file -> model.export(JournalExport.Format.MARKDOWN, file));
    }

    void focusFilter() {
        text.requestFocus();
    }

    Node list() {
        return rows;
    }
}
