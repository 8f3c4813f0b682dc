package dev.tars.console.slo.view;

import dev.tars.console.base.Figures;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Which stretch of time the chart shows: five usual ones, or any two moments. */
@SuppressWarnings("NullAway.Init")
public final class RangeView {

    private static final List<Duration> USUAL = List.of(
            Duration.ofMinutes(15), Duration.ofHours(1), Duration.ofHours(6), Duration.ofHours(24), Duration.ofDays(7));

    private final LiveViewModel model;
    private final LiveWords words;
    private final ToggleGroup group = new ToggleGroup();

    @FXML
    private Label caption;

    @FXML
    private HBox segments;

    @FXML
    private ToggleButton custom;

    @FXML
    private VBox customRow;

    @FXML
    private TextField from;

    @FXML
    private TextField to;

    @FXML
    private Label zone;

    @FXML
    private Label mistake;

    private Optional<CourseState> captioned = Optional.empty();

    RangeView(LiveViewModel model) {
        this.model = model;
        this.words = model.words();
    }

    @FXML
    void initialize() {
        for (int i = 0; i < USUAL.size(); i++) {
            ToggleButton button = (ToggleButton) segments.getChildren().get(i);
            Duration length = USUAL.get(i);
            button.setToggleGroup(group);
            button.setUserData(length);
            button.setOnAction(e -> {
                openCustom(false);
                model.showRange(new ChartRange.Last(length));
            });
        }
        custom.setToggleGroup(group);
        custom.setOnAction(e -> openCustom(true));
        customRow.managedProperty().bind(customRow.visibleProperty());
        mistake.managedProperty().bind(mistake.visibleProperty());
        model.stateProperty().addListener((o, before, now) -> show(now));
        show(model.getState());
    }

    private void show(LiveState now) {
        ChartRange range = now.course().range();
        if (range instanceof ChartRange.Last last) {
            if (!customRow.isVisible()) {
                group.getToggles().stream()
                        .filter(t -> last.length().equals(t.getUserData()))
                        .findFirst()
                        .ifPresent(this::choose);
            }
        } else {
            choose(custom);
        }
        if (captioned.filter(now.course()::equals).isEmpty()) {
            captioned = Optional.of(now.course());
            caption.setText(now.selectedRow().map(row -> caption(row, now)).orElse(""));
        }
    }

    /** The unit stands once, here: the ticks are plain numbers. */
    private String caption(LiveRow row, LiveState now) {
        String unit = ChartFigure.of(now, row.slo(), words).scale().unit();
        String window = words.window(row.slo().judgedOn());
        return unit.isEmpty() ? words.text("range.caption", window) : words.text("range.caption.unit", window, unit);
    }

    private void choose(Toggle toggle) {
        if (group.getSelectedToggle() != toggle) {
            group.selectToggle(toggle);
        }
    }

    private void openCustom(boolean open) {
        if (open) {
            LiveState now = model.getState();
            from.setText(RangeText.write(now.course().range().from(now.now()), words.zone()));
            to.setText(RangeText.write(now.course().range().to(now.now()), words.zone()));
            zone.setText(Figures.zone(now.now(), words.zone()));
            custom.setSelected(true);
            from.requestFocus();
        }
        mistake.setVisible(false);
        customRow.setVisible(open);
    }

    @FXML
    void showCustom() {
        Optional<Instant> start = RangeText.read(from.getText(), words.zone());
        Optional<Instant> end = RangeText.read(to.getText(), words.zone());
        String wrong = start.isEmpty()
                ? words.text("range.wrong.from")
                : end.isEmpty()
                        ? words.text("range.wrong.to")
                        : start.get().isBefore(end.get()) ? "" : words.text("range.wrong.order");
        mistake.setText(wrong);
        mistake.setVisible(!wrong.isEmpty());
        if (wrong.isEmpty()) {
            model.showRange(new ChartRange.Between(start.orElseThrow(), end.orElseThrow()));
        }
    }
}
