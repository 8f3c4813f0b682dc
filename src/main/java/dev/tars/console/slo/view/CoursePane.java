package dev.tars.console.slo.view;

import dev.tars.console.base.Figures;
import dev.tars.console.base.Problem;
import java.util.List;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The chart and what stands in its place: not asked, loading, empty, failed. */
@SuppressWarnings("NullAway.Init")
public final class CoursePane {

    private final LiveViewModel model;
    private final LiveWords words;
    private final IndicatorChart chart;

    @FXML
    private StackPane place;

    @FXML
    private FlowPane legend;

    @FXML
    private VBox instead;

    @FXML
    private Label insteadTitle;

    @FXML
    private Label insteadText;

    @FXML
    private Button again;

    private Optional<CourseState> drawn = Optional.empty();
    private List<?> drawnViolations = List.of();

    CoursePane(LiveViewModel model) {
        this.model = model;
        this.words = model.words();
        this.chart = new IndicatorChart(
                words, (from, to) -> model.showRange(new ChartRange.Between(from, to)));
    }

    @FXML
    void initialize() {
        place.getChildren().add(0, chart);
        legend.managedProperty().bind(legend.visibleProperty());
        again.managedProperty().bind(again.visibleProperty());
        insteadText.managedProperty().bind(insteadText.textProperty().isNotEmpty());
        model.stateProperty().addListener((o, before, now) -> show(now));
        show(model.getState());
    }

    private void show(LiveState now) {
        CourseState course = now.course();
        boolean hasLines = course.lines().stream().anyMatch(c -> c.millis().length > 0);
        chart.setVisible(hasLines);
        now.selectedRow().filter(row -> hasLines).ifPresent(row -> draw(now, row));
        legend.setVisible(hasLines && course.lines().size() > 1);
        showInstead(now, course, hasLines);
    }

    private void draw(LiveState now, LiveRow row) {
        boolean grey = row.old()
                || now.course().isSlow(now.now())
                || now.course().phase() == CourseState.Phase.FAILED;
        chart.setOld(grey);
        if (drawn.filter(now.course()::equals).isPresent() && drawnViolations.equals(now.violations())) {
            return;
        }
        drawn = Optional.of(now.course());
        drawnViolations = now.violations();
        ChartFigure figure = ChartFigure.of(now, row.slo(), words);
        chart.show(figure, now.now());
        chart.setAccessibleText(figure.sentence(words, row.slo().title(), now.now()));
        showLegend(figure);
    }

    private void showLegend(ChartFigure figure) {
        legend.getChildren().clear();
        for (int i = 0; i < figure.lines().size(); i++) {
            Region swatch = new Region();
            swatch.getStyleClass().addAll("swatch", "series-" + (i + 1));
            Label name = new Label(figure.lines().get(i).name(), swatch);
            name.getStyleClass().add("caption");
            legend.getChildren().add(name);
        }
        if (figure.more() > 0) {
            Label more = new Label(words.text("chart.more", figure.more()));
            more.getStyleClass().add("caption");
            legend.getChildren().add(more);
        }
    }

    private void showInstead(LiveState now, CourseState course, boolean hasLines) {
        boolean slow = course.isSlow(now.now());
        boolean failed = course.phase() == CourseState.Phase.FAILED;
        boolean blank = !hasLines && course.phase() != CourseState.Phase.LOADING;
        instead.setVisible(slow || failed || blank);
        again.setVisible(failed || course.phase() == CourseState.Phase.NOT_ASKED);
        switch (course.phase()) {
            case NOT_ASKED -> say(words.text("course.notasked.title"), words.text("course.notasked.text"));
            case LOADING -> say(
                    words.text("course.loading", Figures.duration(LiveState.since(course.since(), now.now()))), "");
            case EMPTY -> say(
                    words.text("course.empty.title"),
                    words.text(
                            "course.empty.text",
                            words.moment(course.from(), now.now()),
                            words.moment(course.to(), now.now())));
            case FAILED -> say(
                    course.problem().map(Problem::what).orElse(""),
                    course.problem().map(p -> (p.consequence() + " " + p.mend()).strip()).orElse(""));
            case FULL -> say("", "");
        }
    }

    private void say(String title, String text) {
        insteadTitle.setText(title);
        insteadText.setText(text);
    }

    @FXML
    void askAgain() {
        model.showRange(model.getState().course().range());
    }

    IndicatorChart chart() {
        return chart;
    }
}
