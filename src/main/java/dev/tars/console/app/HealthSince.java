package dev.tars.console.app;

import dev.tars.console.base.Figures;
import dev.tars.console.release.view.GuardHealth;
import dev.tars.console.slo.SloBoard;
import dev.tars.console.slo.SloReading;
import dev.tars.console.slo.SloState;
import dev.tars.console.ui.Texts;
import dev.tars.console.ui.controls.Look;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;

/** The objectives in a sentence, and what changed among them since this was made. Belongs to the FX thread. */
final class HealthSince {

    /** Polls that may be missing before a board says nothing of now. */
    private static final int OLD = 2;

    /** Changes that are told one by one. */
    private static final int TOLD = 3;

    private final Texts texts;
    private Optional<SloBoard> first;

    private HealthSince(Optional<SloBoard> first, Texts texts) {
        this.first = first;
        this.texts = texts;
    }

    /**
     * @param boards the newest board, the one the page shows; empty until there is one
     * @param now renewed every second
     */
    static ObservableValue<GuardHealth> of(
            ObservableValue<Optional<SloBoard>> boards, ObservableValue<Instant> now, Texts texts) {
        HealthSince since = new HealthSince(judged(boards), texts);
        return Bindings.createObjectBinding(() -> since.health(judged(boards), now.getValue()), boards, now);
    }

    private static Optional<SloBoard> judged(ObservableValue<Optional<SloBoard>> boards) {
        return boards.getValue().filter(board -> board.tick() > 0);
    }

    private GuardHealth health(Optional<SloBoard> newest, Instant now) {
        if (newest.isEmpty()) {
            return new GuardHealth(Look.UNKNOWN, word(SloState.NO_DATA), texts.get("guard.health.none"), "");
        }
        SloBoard board = newest.get();
        if (first.isEmpty()) {
            first = newest;
        }
        Duration age = Duration.between(board.health().lastGood().orElse(board.at()), now);
        if (age.compareTo(board.health().interval().multipliedBy(OLD + 1L)) > 0) {
            return new GuardHealth(
                    Look.UNKNOWN, word(SloState.NO_DATA), texts.get("guard.health.old", Figures.age(age)), "");
        }
        SloState worst = Arrays.stream(SloState.values())
                .filter(state -> board.count(state) > 0)
                .findFirst()
                .orElse(SloState.NO_DATA);
        String counts = Arrays.stream(SloState.values())
                .filter(state -> board.count(state) > 0)
                .map(state -> board.count(state) + " " + word(state))
                .collect(Collectors.joining(", "));
        return new GuardHealth(
                look(worst), word(worst), texts.get("guard.health.now", counts, Figures.age(age)), since(board));
    }

    private String since(SloBoard board) {
        Map<String, SloState> before = first.orElse(board).readings().stream()
                .collect(Collectors.toMap(r -> r.slo().id(), SloReading::state, (one, other) -> one));
        List<String> changes = new ArrayList<>();
        for (SloReading reading : board.readings()) {
            SloState was = before.getOrDefault(reading.slo().id(), SloState.NO_DATA);
            if (was != reading.state()) {
                changes.add(texts.get("guard.health.change", reading.slo().title(), word(was), word(reading.state())));
            }
        }
        if (changes.isEmpty()) {
            return texts.get("guard.health.same");
        }
        String told = String.join("; ", changes.subList(0, Math.min(TOLD, changes.size())));
        return changes.size() > TOLD
                ? texts.get("guard.health.since.more", told, changes.size() - TOLD)
                : texts.get("guard.health.since", told);
    }

    private String word(SloState state) {
        return texts.get("slo.state." + state.name().toLowerCase(Locale.ROOT));
    }

    private static Look look(SloState state) {
        return switch (state) {
            case VIOLATED -> Look.MISSED;
            case NO_DATA, NO_TRAFFIC -> Look.UNKNOWN;
            case BURNING -> Look.BURNING;
            case OK -> Look.MET;
        };
    }
}
