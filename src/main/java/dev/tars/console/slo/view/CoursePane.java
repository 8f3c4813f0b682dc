package dev.tars.console.slo.view;

import dev.tars.console.base.Figures;
import dev.tars.console.base.Problem;
import dev.tars.console.slo.ReleaseMark;
import dev.tars.console.ui.controls.LookPane;
import dev.tars.console.ui.controls.PaneLook;
import java.util.List;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;

/** The chart and what stands in its place: not asked, loading, empty, failed. */
@SuppressWarnings("NullAway.Init")
public final class CoursePane {

    private final LiveViewModel model;
    private final LiveWords words;
    private final IndicatorChart chart;

    @FXML
    private LookPane look;

    @FXML
    private FlowPane legend;

    @FXML
    private Button again;

    private PaneLook looks = new PaneLook.Full();
    private Optional<CourseState> drawn = Optional.empty();
    private List<?> drawnViolations = List.of();
    private Optional<ReleaseMark> drawnMark = Optional.empty();

    CoursePane(LiveViewModel model) {
        this.model = model;
        this.words = model.words();
        this.chart = new IndicatorChart(words, (from, to) -> model.showRange(new ChartRange.Between(from, to)));
    }

    @FXML
    void initialize() {
        look.setContent(chart);
        again.managedProperty().bind(again.visibleProperty());
        again.setOnAction(e -> model.showRange(model.getState().course().range()));
        legend.managedProperty().bind(legend.visibleProperty());
        model.stateProperty().addListener((o, before, now) -> show(now));
        show(model.getState());
    }

    private void show(LiveState now) {
        CourseState course = now.course();
        boolean hasLines = course.lines().stream().anyMatch(c -> c.millis().length > 0);
        now.selectedRow().filter(row -> hasLines).ifPresent(row -> draw(now, row));
        if (!hasLines) {
            drawn = Optional.empty();
            chart.clear();
        }
        legend.setVisible(hasLines && course.lines().size() > 1 && course.phase() != CourseState.Phase.FAILED);
        showLook(now, course);
    }

    private void draw(LiveState now, LiveRow row) {
        boolean grey =
                row.old() || now.course().isSlow(now.now()) || now.course().phase() == CourseState.Phase.FAILED;
        chart.setOld(grey);
        Optional<ReleaseMark> mark = now.watch().shown().mark();
        if (drawn.filter(now.course()::equals).isPresent()
                && drawnViolations.equals(now.violations())
                && drawnMark.equals(mark)) {
            return;
        }
        drawnMark = mark;
        drawn = Optional.of(now.course());
        drawnViolations = now.violations();
        ChartFigure figure = ChartFigure.of(now, row.slo(), words);
        chart.show(figure, now.now());
        chart.setAccessibleText(figure.sentence(words, row.slo().title(), now.now()));
        ChartLegend.show(legend, figure, words);
    }

    private void showLook(LiveState now, CourseState course) {
        again.setVisible(course.phase() == CourseState.Phase.NOT_ASKED || course.phase() == CourseState.Phase.FAILED);
        PaneLook next = look(now, course);
        if (!next.equals(looks)) {
            looks = next;
            look.show(next);
        }
    }

    private PaneLook look(LiveState now, CourseState course) {
        return switch (course.phase()) {
            case NOT_ASKED ->
                new PaneLook.NotAsked(words.text("course.notasked.title"), words.text("course.notasked.text"));
            case LOADING ->
                new PaneLook.Loading(
                        words.text("course.loading", Figures.duration(LiveState.since(course.since(), now.now()))), -1);
            case EMPTY ->
                new PaneLook.Empty(
                        words.text("course.empty.title"),
                        words.text(
                                "course.empty.text",
                                words.moment(course.from(), now.now()),
                                words.moment(course.to(), now.now())));
            case FAILED ->
                new PaneLook.Failed(
                        course.problem().orElseGet(() -> Problem.of(words.text("course.failed"), "", "", "")),
                        Optional.empty());
            case FULL -> new PaneLook.Full();
        };
    }
}
