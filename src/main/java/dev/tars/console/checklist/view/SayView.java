package dev.tars.console.checklist.view;

import dev.tars.console.base.Figures;
import dev.tars.console.base.Problem;
import dev.tars.console.checklist.ItemStatus;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/** Where a person signs, waives, says that it does not apply, notes or resets: at the foot of the detail, in no dialog. */
@SuppressWarnings("NullAway.Init")
public final class SayView {

    private static final List<Duration> ENDS =
            List.of(Duration.ofHours(4), Duration.ofDays(1), Duration.ofDays(3), Duration.ofDays(7));

    private final ChecklistViewModel model;
    private final ChecklistWords words;
    private Optional<Saying> shown = Optional.empty();

    @FXML
    private VBox pane;

    @FXML
    private Label what;

    @FXML
    private Label explained;

    @FXML
    private TextArea text;

    @FXML
    private HBox lasting;

    @FXML
    private ComboBox<Duration> until;

    @FXML
    private HBox signing;

    @FXML
    private ComboBox<String> speaker;

    @FXML
    private PasswordField passphrase;

    @FXML
    private Label problem;

    @FXML
    private Button say;

    SayView(ChecklistViewModel model, ChecklistWords words) {
        this.model = model;
        this.words = words;
    }

    @FXML
    void initialize() {
        until.getItems().setAll(ENDS);
        until.setValue(ENDS.get(1));
        until.setConverter(new StringConverter<>() {
            @Override
            public String toString(Duration end) {
                return end == null ? "" : Figures.duration(end);
            }

            @Override
            public Duration fromString(String text) {
                return ENDS.get(1);
            }
        });
        pane.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                model.endSaying();
                event.consume();
            } else if (event.getCode() == KeyCode.ENTER && event.isShortcutDown()) {
                say();
                event.consume();
            }
        });
        model.stateProperty().addListener((o, before, now) -> show(now));
        show(model.getState());
    }

    private void show(ChecklistState now) {
        Optional<Saying> saying = now.saying();
        Optional<ItemStatus> status = now.selected();
        boolean open = saying.isPresent() && status.isPresent();
        ChecklistView.visible(pane, open);
        if (open) {
            boolean isNew = shown.filter(s -> s.kind() == saying.get().kind()
                            && s.item().equals(saying.get().item()))
                    .isEmpty();
            if (isNew) {
                begin(saying.get(), status.get());
            }
            say.setDisable(saying.get().busy());
            ChecklistView.put(problem, saying.get().problem().map(SayView::line).orElse(""));
        } else if (shown.isPresent()) {
            passphrase.clear();
            text.clear();
        }
        shown = saying;
    }

    private static String line(Problem why) {
        return Stream.of(why.what(), why.mend()).filter(s -> !s.isEmpty()).collect(Collectors.joining(" "));
    }

    private void begin(Saying saying, ItemStatus status) {
        String kind = saying.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
        what.setText(words.word("say." + kind + ".what", status.item().title().plain()));
        ChecklistView.put(explained, words.word("say." + kind + ".means"));
        text.clear();
        text.setPromptText(words.word(saying.kind() == Saying.Kind.SIGN ? "say.note.prompt" : "say.reason.prompt"));
        passphrase.clear();
        ChecklistView.visible(lasting, saying.kind() == Saying.Kind.WAIVE);
        boolean asksForKey = saying.kind().isSigned() && model.asksForKey();
        ChecklistView.visible(signing, asksForKey);
        List<String> all = model.speakers().stream()
                .filter(name ->
                        saying.kind() != Saying.Kind.SIGN || !status.signers().contains(name))
                .toList();
        speaker.getItems().setAll(all);
        speaker.setValue(all.isEmpty() ? "" : all.get(0));
        say.setText(words.word("say." + kind));
        text.requestFocus();
    }

    @FXML
    void leave() {
        model.endSaying();
    }

    @FXML
    void say() {
        char[] secret = passphrase.getText().toCharArray();
        passphrase.clear();
        model.say(speaker.getValue(), secret, text.getText(), until.getValue());
    }
}
