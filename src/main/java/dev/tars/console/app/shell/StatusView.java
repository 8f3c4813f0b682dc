package dev.tars.console.app.shell;

import atlantafx.base.controls.Popover.ArrowLocation;
import dev.tars.console.base.ConnectionReport;
import dev.tars.console.base.Figures;
import dev.tars.console.ui.Texts;
import dev.tars.console.ui.controls.ConnectionButton;
import dev.tars.console.ui.controls.HeartbeatCells;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/** The status bar: who is connected, how the polling goes, whether the window itself keeps up. */
public final class StatusView {

    private static final PseudoClass ALERT = PseudoClass.getPseudoClass("alert");
    private static final Duration SKEW_LIMIT = Duration.ofSeconds(2);
    private static final Duration STALL_ALERT = Duration.ofMinutes(1);

    private final ShellViewModel model;
    private final Texts texts;
    private final Facts facts;
    private final StatusFacts sheets;

    @FXML
    private HBox connections;

    @FXML
    private Button poll;

    @FXML
    private Label pollInterval;

    @FXML
    private HeartbeatCells heartbeat;

    @FXML
    private Label pollNext;

    @FXML
    private Button skew;

    @FXML
    private Button stalls;

    @FXML
    private Button files;

    @FXML
    private Label clock;

    @SuppressWarnings("NullAway.Init")
    public StatusView(ShellViewModel model, Facts facts, Texts texts) {
        this.model = model;
        this.facts = facts;
        this.texts = texts;
        this.sheets = new StatusFacts(texts);
    }

    @FXML
    void initialize() {
        poll.setOnAction(e -> explain(this::pollFacts, poll, ArrowLocation.BOTTOM_RIGHT));
        skew.setOnAction(e -> explain(this::pollFacts, skew, ArrowLocation.BOTTOM_RIGHT));
        stalls.setOnAction(
                e -> explain(() -> sheets.stalls(model.getState(), zone()), stalls, ArrowLocation.BOTTOM_RIGHT));
        files.setOnAction(e -> explain(() -> sheets.files(model.getState()), files, ArrowLocation.BOTTOM_RIGHT));
        model.stateProperty()
                .subscribe(state -> paint(state, model.nowProperty().getValue()));
        model.nowProperty().subscribe(now -> paint(model.getState(), now));
        model.zoneProperty()
                .subscribe(zone -> paint(model.getState(), model.nowProperty().getValue()));
    }

    private void explain(Supplier<Facts.Sheet> sheet, Button beside, ArrowLocation arrow) {
        facts.show(sheet, beside, arrow);
    }

    private Facts.Sheet pollFacts() {
        return sheets.poll(model.getState(), model.nowProperty().getValue(), zone());
    }

    private ZoneId zone() {
        return model.zoneProperty().getValue();
    }

    private void paint(ShellState state, Instant now) {
        paintConnections(reports(state), now);
        paintPoll(state, now);
        long count = state.stalls().count();
        stalls.setText(texts.get("shell.status.stalls", count));
        stalls.pseudoClassStateChanged(ALERT, isRecent(state, now));
        files.setText(texts.get("shell.status.files", state.release().files().size()));
        boolean hasFiles = !state.release().files().isEmpty();
        files.setVisible(hasFiles);
        files.setManaged(hasFiles);
        clock.setText(Figures.clockWithZone(now, zone()));
        facts.renew();
    }

    /** An old stall is counted and kept, but no longer a warning. */
    private static boolean isRecent(ShellState state, Instant now) {
        return state.stalls().last().stream()
                .anyMatch(stall -> Duration.between(stall.at(), now).compareTo(STALL_ALERT) < 0);
    }

    /** Those of the environment, then the journal, which is that of all. */
    private static List<ConnectionReport> reports(ShellState state) {
        return Stream.concat(state.connections().stream(), state.journal().stream())
                .toList();
    }

    private void paintConnections(List<ConnectionReport> reports, Instant now) {
        while (connections.getChildren().size() > reports.size()) {
            connections.getChildren().remove(connections.getChildren().size() - 1);
        }
        for (int i = 0; i < reports.size(); i++) {
            if (i == connections.getChildren().size()) {
                connections.getChildren().add(button(i));
            }
            ((ConnectionButton) connections.getChildren().get(i)).show(reports.get(i), now);
        }
    }

    private ConnectionButton button(int index) {
        ConnectionButton button = new ConnectionButton();
        button.setId("connection-" + index);
        button.setOnAction(e -> explain(() -> connectionFacts(index), button, ArrowLocation.BOTTOM_LEFT));
        return button;
    }

    private Facts.Sheet connectionFacts(int index) {
        List<ConnectionReport> reports = reports(model.getState());
        return index < reports.size()
                ? sheets.connection(reports.get(index), model.nowProperty().getValue(), zone())
                : new Facts.Sheet(texts.get("shell.connection.gone"));
    }

    private void paintPoll(ShellState state, Instant now) {
        poll.setVisible(state.poll().isPresent());
        poll.setManaged(state.poll().isPresent());
        boolean hasSkew = state.poll().flatMap(PollStatus::skew).isPresent();
        skew.setVisible(hasSkew);
        skew.setManaged(hasSkew);
        state.poll().ifPresent(p -> {
            pollInterval.setText(texts.get("shell.status.poll", Figures.duration(p.interval())));
            heartbeat.show(p.recent());
            Duration left = Duration.between(now, p.next());
            pollNext.setText(
                    left.isNegative()
                            ? texts.get("shell.status.poll-due")
                            : texts.get("shell.status.poll-next", Figures.age(left)));
            p.skew().ifPresent(by -> {
                skew.setText(texts.get("shell.status.skew", StatusFacts.signed(by)));
                skew.pseudoClassStateChanged(ALERT, by.abs().compareTo(SKEW_LIMIT) > 0);
            });
        });
    }
}
