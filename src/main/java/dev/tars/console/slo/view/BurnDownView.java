package dev.tars.console.slo.view;

import dev.tars.console.base.Figures;
import dev.tars.console.slo.BurnDown;
import dev.tars.console.slo.ReleaseMark;
import dev.tars.console.slo.Violation;
import dev.tars.console.ui.controls.LookPane;
import dev.tars.console.ui.controls.PaneLook;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/** How the budget of the selected objective went down over its period. A stretch dragged on it is shown above. */
@SuppressWarnings("NullAway.Init")
public final class BurnDownView {

    private final LiveViewModel live;
    private final BurnDownViewModel model;
    private final LiveWords words;
    private final IndicatorChart chart;

    @FXML
    private VBox burndown;

    @FXML
    private Label caption;

    @FXML
    private LookPane look;

    @FXML
    private Button again;

    @FXML
    private FlowPane legend;

    @FXML
    private Label unknown;

    private PaneLook looks = new PaneLook.Full();
    private Optional<Drawing> drawn = Optional.empty();

    private record Drawing(BurnDown down, List<Violation> violations, Optional<ReleaseMark> mark) {}

    BurnDownView(LiveViewModel live, BurnDownViewModel model) {
        this.live = live;
        this.model = model;
        this.words = live.words();
        this.chart = new IndicatorChart(words, (from, to) -> live.showRange(new ChartRange.Between(from, to)));
    }

    @FXML
    void initialize() {
        look.setContent(chart);
        burndown.managedProperty().bind(burndown.visibleProperty());
        again.managedProperty().bind(again.visibleProperty());
        again.setOnAction(e -> model.again(live.getState()));
        legend.managedProperty().bind(legend.visibleProperty());
        unknown.managedProperty().bind(unknown.visibleProperty());
        live.stateProperty().subscribe(now -> {
            model.follow(now);
            show(model.stateProperty().get(), now);
        });
        model.stateProperty().subscribe(state -> show(state, live.getState()));
    }

    private void show(BurnDownState state, LiveState now) {
        boolean isChosen = now.selectedRow()
                .filter(row -> row.id().equals(state.objective()))
                .isPresent();
        burndown.setVisible(isChosen);
        if (!isChosen) {
            return;
        }
        LiveRow row = now.selectedRow().orElseThrow();
        row.slo()
                .budget()
                .ifPresent(plan -> caption.setText(words.text("burndown.title", Figures.duration(plan.period()))));
        Optional<BurnDown> known = state.result().filter(r -> !r.lines().isEmpty());
        if (state.result().isEmpty()) {
            drawn = Optional.empty();
            chart.clear();
        }
        known.ifPresent(r -> draw(r, row, now));
        chart.setOld(row.old() || state.problem().isPresent());
        legend.setVisible(known.isPresent() && known.get().lines().size() > 1);
        showUnknown(state, known.isPresent());
        again.setVisible(state.problem().isPresent());
        PaneLook next = look(state, now.now());
        if (!next.equals(looks)) {
            looks = next;
            look.show(next);
        }
    }

    private void draw(BurnDown down, LiveRow row, LiveState now) {
        Drawing next = new Drawing(down, now.violations(), now.watch().shown().mark());
        if (drawn.filter(next::equals).isPresent()) {
            return;
        }
        drawn = Optional.of(next);
        ChartFigure figure = ChartFigure.of(down, now, row.slo(), words);
        chart.show(figure, now.now());
        chart.setAccessibleText(
                figure.sentence(words, words.text("burndown.of", row.slo().title()), now.now()));
        ChartLegend.show(legend, figure, words);
    }

    /** Beside lines that are known, those that are not must be said. */
    private void showUnknown(BurnDownState state, boolean hasLines) {
        boolean some =
                hasLines && state.result().filter(r -> !r.unknown().isEmpty()).isPresent();
        unknown.setVisible(some);
        if (some) {
            String names = state.result().orElseThrow().unknown().stream()
                    .map(words::series)
                    .collect(Collectors.joining(", "));
            unknown.setText(words.text("burndown.unknown.of", names));
        }
    }

    private PaneLook look(BurnDownState state, Instant now) {
        if (state.problem().isPresent()) {
            return new PaneLook.Failed(state.problem().get(), Optional.empty());
        }
        if (state.result().isEmpty()) {
            Instant since = state.busySince().orElse(state.chosen());
            return new PaneLook.Loading(
                    words.text("burndown.loading", Figures.duration(LiveState.since(since, now))), -1);
        }
        return state.result().get().lines().isEmpty()
                ? new PaneLook.Empty(words.text("burndown.unknown"), words.text("burndown.unknown.text"))
                : new PaneLook.Full();
    }
}
