package dev.tars.console.slo.view;

import dev.tars.console.base.Evidence;
import dev.tars.console.base.Figures;
import dev.tars.console.slo.Window;
import dev.tars.console.ui.controls.StatusPill;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The selected objective: what is said about it, its course, its values, and how they were come by. */
@SuppressWarnings("NullAway.Init")
public final class DetailView {

    private static final PseudoClass OLD = PseudoClass.getPseudoClass("old");

    private final LiveViewModel model;
    private final LiveWords words;
    private final MediansViewModel medians;
    private final Runnable copyEvidence;
    private final SeriesBars bars;

    @FXML
    private ScrollPane detail;

    @FXML
    private VBox content;

    @FXML
    private VBox nothing;

    @FXML
    private Button back;

    @FXML
    private StatusPill pill;

    @FXML
    private Label title;

    @FXML
    private Label sentence;

    @FXML
    private Button evidence;

    @FXML
    private Label oneMinute;

    @FXML
    private Label fiveMinutes;

    @FXML
    private Label oneHour;

    @FXML
    private Label oneMinuteAge;

    @FXML
    private Label fiveMinutesAge;

    @FXML
    private Label oneHourAge;

    @FXML
    private Label barsCaption;

    @FXML
    private VBox barsSection;

    @FXML
    private HBox windows;

    @FXML
    private Label askedCaption;

    @FXML
    private TextArea query;

    @FXML
    private Label samplesCaption;

    @FXML
    private TextArea samples;

    @FXML
    private Label why;

    @FXML
    private Label mend;

    @FXML
    private VBox chartSection;

    private Optional<String> shown = Optional.empty();

    /**
     * @param copyEvidence what the Evidence button does
     * @param whenGone what the button of a series that vanished does
     */
    DetailView(
            LiveViewModel model,
            MediansViewModel medians,
            Runnable copyEvidence,
            BiConsumer<LiveRow, List<Map<String, String>>> whenGone) {
        this.medians = medians;
        this.model = model;
        this.words = model.words();
        this.copyEvidence = copyEvidence;
        this.bars = new SeriesBars(whenGone);
    }

    @FXML
    void initialize() {
        barsSection.getChildren().add(bars);
        back.managedProperty().bind(back.visibleProperty());
        back.setVisible(false);
        content.managedProperty().bind(content.visibleProperty());
        nothing.visibleProperty().bind(content.visibleProperty().not());
        nothing.managedProperty().bind(nothing.visibleProperty());
        barsSection.managedProperty().bind(barsSection.visibleProperty());
        model.stateProperty().addListener((o, before, now) -> {
            medians.follow(now);
            show(now);
        });
        medians.mediansProperty().addListener((o, before, now) -> show(model.getState()));
        show(model.getState());
    }

    private void show(LiveState now) {
        content.setVisible(now.selectedRow().isPresent());
        now.selectedRow().ifPresent(row -> show(row, now));
    }

    private void show(LiveRow row, LiveState now) {
        if (shown.filter(row.id()::equals).isEmpty()) {
            shown = Optional.of(row.id());
            detail.setVvalue(0);
        }
        pill.show(LiveLook.of(row), words.pill(row));
        title.setText(row.slo().title());
        sentence.setText(words.sentence(row));
        showWindows(row);
        barsSection.setVisible(!row.reading().bySeries().isEmpty());
        barsCaption.setText(words.bars(row));
        bars.show(row, words, medians.of(row, now.watch().shown().health().interval()));
        showAsked(row, now);
        why.setText(row.slo().why());
        mend.setText(row.slo().mend());
    }

    private void showWindows(LiveRow row) {
        Map<Window, Label> figures =
                Map.of(Window.ONE_MINUTE, oneMinute, Window.FIVE_MINUTES, fiveMinutes, Window.ONE_HOUR, oneHour);
        figures.forEach((window, label) -> {
            label.setText(words.value(row, window));
            label.pseudoClassStateChanged(LiveLook.of(StateGroup.MISSED).pseudoClass(), row.misses(window));
            label.pseudoClassStateChanged(OLD, row.old());
        });
        String age = row.valueAge()
                .map(a -> words.text("detail.age", Figures.age(a)))
                .orElse(words.text("detail.noage"));
        for (Label label : new Label[] {oneMinuteAge, fiveMinutesAge, oneHourAge}) {
            label.setText(age);
            label.pseudoClassStateChanged(OLD, row.old());
        }
    }

    private void showAsked(LiveRow row, LiveState now) {
        Evidence e = row.reading().evidence();
        askedCaption.setText(words.text(
                "detail.asked",
                e.askedOf(),
                words.moment(e.askedAt(), now.now()),
                Figures.duration(e.took()),
                row.reading().bySeries().size()));
        put(query, e.question());
        samplesCaption.setText(words.text(
                "detail.samples", row.reading().valuesAt().map(words::clock).orElse(Figures.NO_VALUE)));
        put(samples, row.reading().bySeries().isEmpty() ? e.answer() : words.raw(row));
    }

    /** Same text is left alone: a selection in it survives. */
    private static void put(TextArea area, String text) {
        if (!text.equals(area.getText())) {
            area.setText(text);
            long wrapped =
                    text.lines().mapToLong(line -> 1 + line.length() / 46).sum();
            area.setPrefRowCount((int) Math.min(9, wrapped > 1 ? wrapped + 1 : 1));
        }
    }

    @FXML
    void copyAsEvidence() {
        copyEvidence.run();
    }

    /** Whether the detail stands in place of the table and needs a way back. */
    void setWayBack(boolean inPlace) {
        back.setVisible(inPlace);
    }

    void onBack(Runnable whenBack) {
        back.setOnAction(e -> whenBack.run());
    }

    /** What a picture of the chart shows. */
    Node chartPicture() {
        return chartSection;
    }
}
