package dev.tars.console.slo.view;

import dev.tars.console.ui.controls.EnvironmentBand;
import dev.tars.console.ui.controls.Look;
import dev.tars.console.ui.controls.StatusPill;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Cursor;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The wall: rows at the left, the clock and the heartbeat at the right. Nothing in it can be operated. */
@SuppressWarnings("NullAway.Init")
public final class WallView {

    /** As the style sheet has it. */
    private static final double ALARM = 72;

    private static final PseudoClass UNKNOWN = Look.UNKNOWN.pseudoClass();
    private static final PseudoClass BURNING = Look.BURNING.pseudoClass();

    private final WallViewModel model;
    private final WallWords words;
    private final Runnable pulse = this::pulse;
    private Optional<Heartbeat> laidOut = Optional.empty();

    @FXML
    private StackPane root;

    @FXML
    private WallFrame frame;

    @FXML
    private EnvironmentBand environment;

    @FXML
    private Label release;

    @FXML
    private Label drill;

    @FXML
    private VBox main;

    @FXML
    private HBox alarm;

    @FXML
    private Label alarmWords;

    @FXML
    private Label empty;

    @FXML
    private WallRows rows;

    @FXML
    private Label elsewhere;

    @FXML
    private Label clock;

    @FXML
    private Label date;

    @FXML
    private Label seconds;

    @FXML
    private StatusPill unknown;

    @FXML
    private StackPane track;

    @FXML
    private Region fill;

    @FXML
    private Label rhythm;

    @FXML
    private WallCells cells;

    @FXML
    private Label polls;

    @FXML
    private VBox events;

    WallView(WallViewModel model, WallWords words) {
        this.model = model;
        this.words = words;
    }

    @FXML
    void initialize() {
        root.setCursor(Cursor.NONE);
        for (Region each : List.of(alarm, empty, elsewhere, unknown, drill)) {
            each.managedProperty().bind(each.visibleProperty());
        }
        unknown.show(Look.UNKNOWN, words.rows().text("wall.unknown"));
        track.widthProperty().subscribe(width -> show(model.getState()));
        main.heightProperty().subscribe(this::measure);
        root.sceneProperty().addListener((o, before, now) -> follow(before, now));
        model.placeProperty().subscribe(place -> frame.stand(place.intValue()));
        model.stateProperty().subscribe(this::show);
    }

    private void follow(Scene before, Scene now) {
        if (before != null) {
            before.removePostLayoutPulseListener(pulse);
        }
        if (now != null) {
            now.addPostLayoutPulseListener(pulse);
        }
    }

    /** A second pulse with the same board: no pulse comes before the frame of the one before it is painted. */
    private void pulse() {
        Heartbeat heartbeat = model.getState().heartbeat();
        if (!heartbeat.awaitsPaint()) {
            return;
        }
        boolean again = laidOut.flatMap(Heartbeat::waiting).equals(heartbeat.waiting());
        laidOut = Optional.of(heartbeat);
        if (again) {
            model.painted();
        } else {
            Platform.requestNextPulse();
        }
    }

    private void measure() {
        model.room(main.getHeight() - (alarm.isVisible() ? ALARM : 0));
    }

    /** The clock tells that the window lives, and nothing else. */
    void tell(Instant now) {
        clock.setText(words.clock(now));
        date.setText(words.date(now));
    }

    void place(WallPlace place) {
        root.getStyleClass().removeIf(name -> name.startsWith("env-"));
        root.getStyleClass().add(place.styleClass());
        environment.show(place.icon(), place.name(), place.where());
        release.setText(place.release());
        drill.setText(place.drill());
        drill.setVisible(!place.drill().isEmpty());
    }

    private void show(WallState now) {
        Optional<String> said = words.alarm(now);
        alarm.setVisible(said.isPresent());
        alarmWords.setText(said.orElse(""));
        boolean partly =
                !now.pulse().isSilent() && now.board().health().problem().isEmpty();
        alarm.pseudoClassStateChanged(BURNING, partly);
        empty.setVisible(now.rows().isEmpty());
        empty.setText(words.rows().text(now.isAsked() ? "table.none.title" : "table.notasked.title"));
        rows.show(now.page(), words.rows());
        elsewhere.setText(words.elsewhere(now));
        elsewhere.setVisible(now.pages().size() > 1);
        heartbeat(now);
        events(now);
        // Last: other room means other pages, shown by a state of their own.
        measure();
    }

    private void heartbeat(WallState now) {
        boolean isUnknown = now.pulse().isUnknown();
        seconds.setText(words.seconds(now));
        seconds.pseudoClassStateChanged(UNKNOWN, isUnknown);
        unknown.setVisible(isUnknown);
        fill.setMaxWidth(Math.round(track.getWidth() * now.pulse().toNext()));
        fill.pseudoClassStateChanged(UNKNOWN, isUnknown);
        rhythm.setText(words.rhythm(now.board().health().interval()));
        cells.show(now.heartbeat().polls());
        polls.setText(words.polls(now));
    }

    private void events(WallState now) {
        List<WallState.Event> all = now.events();
        int count = Math.max(1, all.size());
        while (events.getChildren().size() < count) {
            Label when = new Label();
            when.getStyleClass().add("wall-when");
            Label what = new Label();
            what.getStyleClass().add("wall-what");
            HBox line = new HBox(when, what);
            line.getStyleClass().add("wall-event");
            events.getChildren().add(line);
        }
        events.getChildren().remove(count, events.getChildren().size());
        for (int i = 0; i < count; i++) {
            HBox line = (HBox) events.getChildren().get(i);
            boolean isThere = i < all.size();
            Label when = (Label) line.getChildren().get(0);
            Label what = (Label) line.getChildren().get(1);
            when.setVisible(isThere);
            when.setManaged(isThere);
            when.setText(isThere ? words.when(all.get(i), now.now()) : "");
            what.setText(isThere ? words.what(all.get(i)) : words.noEvents(now));
        }
    }
}
