package dev.tars.console.slo.view;

import dev.tars.console.base.Figures;
import dev.tars.console.slo.Slo;
import dev.tars.console.slo.SloState;
import dev.tars.console.ui.FxmlViews;
import dev.tars.console.ui.Texts;
import dev.tars.console.ui.controls.EnvironmentBand;
import dev.tars.console.ui.controls.EnvironmentSign;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/** Asks why an objective may be quiet, and for how long; or why a series may be gone. */
public final class AcknowledgeSheet {

    private static final List<Duration> LENGTHS = List.of(
            Duration.ofMinutes(30),
            Duration.ofHours(1),
            Duration.ofHours(2),
            Duration.ofHours(4),
            Duration.ofHours(8),
            Duration.ofHours(24));

    private final String heading;
    private final String sentence;
    private final List<Duration> lengths;
    private final EnvironmentSign place;
    private final BiConsumer<String, Duration> done;
    private final Runnable cancelled;
    private final Texts texts;

    @FXML
    private VBox root;

    @FXML
    private VBox dialog;

    @FXML
    private EnvironmentBand environment;

    @FXML
    private Label title;

    @FXML
    private Label what;

    @FXML
    private TextField reason;

    @FXML
    private VBox lengthPart;

    @FXML
    private ComboBox<Duration> length;

    @FXML
    private Button cancel;

    @FXML
    private Button next;

    @SuppressWarnings("NullAway.Init")
    private AcknowledgeSheet(
            String heading,
            String sentence,
            List<Duration> lengths,
            EnvironmentSign place,
            BiConsumer<String, Duration> done,
            Runnable cancelled,
            Texts texts) {
        this.heading = heading;
        this.sentence = sentence;
        this.lengths = lengths;
        this.place = place;
        this.done = done;
        this.cancelled = cancelled;
        this.texts = texts;
    }

    /**
     * Makes the sheet.
     *
     * @param place the environment it is about
     * @param done given the reason and for how long
     * @param cancelled runs where a person thinks better of it
     */
    public static AcknowledgeSheet of(
            Slo slo,
            SloState state,
            EnvironmentSign place,
            BiConsumer<String, Duration> done,
            Runnable cancelled,
            Texts texts) {
        String word = texts.get("slo.state." + state.name().toLowerCase(Locale.ROOT));
        return load(new AcknowledgeSheet(
                texts.get("slo.ack.title", slo.title()),
                texts.get("slo.ack.what", slo.title(), word),
                LENGTHS,
                place,
                done,
                cancelled,
                texts));
    }

    /**
     * Makes the sheet for series that are meant to be gone; that has no end.
     *
     * @param names of the series
     * @param done given the reason
     */
    public static AcknowledgeSheet ofGone(
            Slo slo,
            List<String> names,
            EnvironmentSign place,
            Consumer<String> done,
            Runnable cancelled,
            Texts texts) {
        return load(new AcknowledgeSheet(
                texts.get("slo.gone.title", slo.title()),
                texts.get("slo.gone.what", String.join(", ", names), slo.title()),
                List.of(),
                place,
                (reason, length) -> done.accept(reason),
                cancelled,
                texts));
    }

    private static AcknowledgeSheet load(AcknowledgeSheet sheet) {
        return new FxmlViews(sheet.texts)
                .load("slo-acknowledge", AcknowledgeSheet.class, Map.of(AcknowledgeSheet.class, () -> sheet))
                .controller();
    }

    @FXML
    void initialize() {
        dialog.getStyleClass().add(place.styleClass());
        environment.show(place);
        title.setText(heading);
        what.setText(sentence);
        length.getItems().setAll(lengths);
        length.setValue(lengths.isEmpty() ? Duration.ZERO : lengths.get(1));
        lengthPart.setVisible(!lengths.isEmpty());
        lengthPart.setManaged(!lengths.isEmpty());
        length.setConverter(new InWords());
        next.disableProperty().bind(reason.textProperty().map(String::isBlank));
        next.setOnAction(e -> go());
        reason.setOnAction(e -> go());
        cancel.setOnAction(e -> cancelled.run());
        root.addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.ESCAPE) {
                e.consume();
                cancelled.run();
            }
        });
    }

    private void go() {
        if (!next.isDisabled()) {
            done.accept(reason.getText().strip(), length.getValue());
        }
    }

    public Parent root() {
        return root;
    }

    /** Takes the focus. */
    public void open() {
        reason.requestFocus();
    }

    private static final class InWords extends StringConverter<Duration> {
        @Override
        public String toString(Duration length) {
            return Figures.duration(length);
        }

        @Override
        public Duration fromString(String words) {
            throw new UnsupportedOperationException("the list is not typed into");
        }
    }
}
