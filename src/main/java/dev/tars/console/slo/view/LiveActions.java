package dev.tars.console.slo.view;

import dev.tars.console.slo.EvidenceText;
import dev.tars.console.slo.SloState;
import dev.tars.console.ui.UiAction;
import dev.tars.console.ui.UiAction.Harm;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCombination;

/** What a person can do on the live page. */
final class LiveActions {

    private final LiveViewModel model;
    private final LiveWords words;
    private final Supplier<EnvironmentMark> mark;
    private Acknowledging acknowledging = Acknowledging.NONE;

    LiveActions(LiveViewModel model, Supplier<EnvironmentMark> mark) {
        this.model = model;
        this.words = model.words();
        this.mark = mark;
    }

    List<UiAction> all(LiveView view) {
        ObservableValue<String> always = model.stateProperty().map(s -> "");
        ObservableValue<String> withRow =
                model.stateProperty().map(s -> s.selectedRow().isPresent() ? "" : words.text("action.norow"));
        return List.of(
                read("slo.filter", "action.filter", "/", always, view::focusFilter),
                read("slo.clear", "action.clear", "", always, model::clearFilter),
                read("slo.pause", "action.pausing", "P", always, view::togglePause),
                read("slo.ask", "action.ask", "F5", always, model::refresh),
                new UiAction(
                        "slo.acknowledge",
                        words.text("action.acknowledge"),
                        Harm.REVERSIBLE,
                        Optional.of(KeyCombination.valueOf("A")),
                        model.stateProperty().map(this::noAcknowledging),
                        this::acknowledge),
                read("slo.copy.value", "action.copy.value", "Shortcut+C", withRow, this::copyValue),
                read("slo.copy.evidence", "action.copy.evidence", "Shortcut+Shift+C", withRow, this::copyEvidence),
                read("slo.export.csv", "export.csv", "", always, view::exportCsv),
                read("slo.export.chart", "export.chart", "", withRow, view::exportChart),
                read("slo.export.panel", "export.panel", "", always, view::exportPanel));
    }

    private UiAction read(String id, String nameKey, String key, ObservableValue<String> unavailable, Runnable run) {
        Optional<KeyCombination> keys = key.isEmpty() ? Optional.empty() : Optional.of(KeyCombination.valueOf(key));
        return new UiAction(id, words.text(nameKey), Harm.READ, keys, unavailable, run);
    }

    /** Where the key A ends. */
    void acknowledging(Acknowledging desk) {
        acknowledging = desk;
    }

    private String noAcknowledging(LiveState state) {
        Optional<LiveRow> row = state.selectedRow();
        if (row.isEmpty()) {
            return words.text("action.norow");
        }
        return row.get().state() == SloState.OK ? words.text("ack.ok") : acknowledging.unavailable();
    }

    /** Series that vanished are meant to be gone. */
    void acceptGone(LiveRow row, List<Map<String, String>> series) {
        String unavailable = acknowledging.unavailable();
        if (unavailable.isEmpty()) {
            acknowledging.askGone(row.slo(), series);
        } else {
            model.say(new LiveState.Notice(unavailable, Optional.empty()));
        }
    }

    private void acknowledge() {
        model.getState().selectedRow().ifPresent(row -> acknowledging.ask(row.slo(), row.state()));
    }

    /** The judged window's value; an old one keeps its brackets. */
    void copyValue() {
        model.getState()
                .selectedRow()
                .ifPresent(row -> copy(words.value(row, row.slo().judgedOn())));
    }

    void copyEvidence() {
        model.getState().selectedRow().ifPresent(row -> {
            String title = words.text("evidence.title", row.slo().title(), words.pill(row));
            copy(EvidenceText.of(
                    title, words.environment(mark.get()), row.reading().evidence()));
            model.say(
                    new LiveState.Notice(words.text("evidence.copied", row.slo().title()), Optional.empty()));
        });
    }

    private static void copy(String text) {
        Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text));
    }
}
