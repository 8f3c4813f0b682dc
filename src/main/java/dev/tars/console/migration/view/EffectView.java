package dev.tars.console.migration.view;

import dev.tars.console.base.Figures;
import dev.tars.console.base.Unit;
import dev.tars.console.migration.EffectPoint;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/** What the live database feels of a run. */
@SuppressWarnings("NullAway.Init")
public final class EffectView {

    private static final PseudoClass MISSED = PseudoClass.getPseudoClass("missed");
    private static final Duration NOTICED = Duration.ofMillis(100);

    private final MigrationViewModel model;
    private final MigrationWords words;

    @FXML
    private Label blocked;

    @FXML
    private HBox tiles;

    @FXML
    private EffectTile sessions;

    @FXML
    private EffectTile transactions;

    @FXML
    private EffectTile lag;

    private List<EffectPoint> shown = List.of();

    EffectView(MigrationViewModel model, MigrationWords words) {
        this.model = model;
        this.words = words;
    }

    @FXML
    void initialize() {
        model.stateProperty().addListener((o, before, now) -> show(now.board().effects()));
        paint(List.of());
        show(model.getState().board().effects());
    }

    private void show(List<EffectPoint> points) {
        if (!points.equals(shown)) {
            shown = points;
            paint(points);
        }
    }

    private void paint(List<EffectPoint> points) {
        MigrationView.visible(tiles, !points.isEmpty());
        Optional<EffectPoint> last = points.isEmpty() ? Optional.empty() : Optional.of(points.get(points.size() - 1));
        Duration longest = points.stream()
                .map(EffectPoint::longestBlocked)
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
        blocked.setText(last.isEmpty() ? words.get("migration.effect.none") : blocked(longest));
        blocked.pseudoClassStateChanged(MISSED, longest.compareTo(NOTICED) > 0);
        sessions.show(
                words.get("migration.effect.sessions"),
                last.map(p -> String.valueOf(p.activeSessions())).orElse(Figures.NO_VALUE),
                series(points, EffectPoint::activeSessions),
                words.get("migration.effect.sessions.what"));
        transactions.show(
                words.get("migration.effect.transactions"),
                last.map(p -> p.transactionsPerSecond().isPresent()
                                ? Figures.of(p.transactionsPerSecond().getAsDouble(), Unit.PER_SECOND)
                                : Figures.NO_VALUE)
                        .orElse(Figures.NO_VALUE),
                series(points, p -> p.transactionsPerSecond().orElse(Double.NaN)),
                words.get("migration.effect.transactions.what"));
        boolean hasStandby = last.flatMap(EffectPoint::replicationLag).isPresent();
        lag.show(
                words.get("migration.effect.lag"),
                last.flatMap(EffectPoint::replicationLag)
                        .map(d -> Figures.of(d.toNanos() / 1e9, Unit.SECONDS))
                        .orElse(Figures.NO_VALUE),
                series(
                        points,
                        p -> p.replicationLag().map(d -> d.toNanos() / 1e9).orElse(Double.NaN)),
                words.get(hasStandby ? "migration.effect.lag.what" : "migration.effect.lag.none"));
    }

    private String blocked(Duration longest) {
        return longest.isZero()
                ? words.get("migration.effect.unblocked")
                : words.get("migration.effect.blocked", Figures.of(longest.toNanos() / 1e9, Unit.SECONDS));
    }

    private static double[] series(List<EffectPoint> points, ToDoubleFunction<EffectPoint> of) {
        return points.stream().mapToDouble(of).toArray();
    }
}
