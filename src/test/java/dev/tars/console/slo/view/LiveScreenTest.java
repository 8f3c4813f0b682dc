package dev.tars.console.slo.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tars.console.app.Theme;
import dev.tars.console.app.settings.Density;
import dev.tars.console.base.Problem;
import dev.tars.console.slo.SloBoard;
import dev.tars.console.slo.SloSource.SourceFailed;
import dev.tars.console.testing.CssLog;
import dev.tars.console.ui.UiAction;
import dev.tars.console.ui.controls.Look;
import dev.tars.console.ui.controls.StatusPill;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

@ExtendWith(ApplicationExtension.class)
@Timeout(120)
@SuppressWarnings("NullAway.Init")
class LiveScreenTest {

    private final CssLog css = new CssLog();
    private final LiveBench bench = LiveBench.mixed();
    private Theme theme;
    private LiveScreen screen;
    private Scene scene;

    @Start
    void start(Stage stage) {
        theme = new Theme();
        theme.use(false, 100, Density.STANDARD);
        screen = bench.screen();
        scene = new Scene(screen.root(), 1102, 738);
        theme.dress(scene);
        stage.setScene(scene);
        stage.show();
        screen.open();
        bench.background.crank();
        screen.initialFocus().requestFocus();
    }

    @Stop
    void stop() {
        screen.dispose();
        theme.release(scene);
    }

    @AfterEach
    void noLineOnJavafxCss() {
        css.close();
        assertThat(css.lines()).isEmpty();
    }

    private void settle(FxRobot robot, Runnable act) {
        robot.interact(() -> {
            act.run();
            scene.getRoot().applyCss();
            scene.getRoot().layout();
        });
    }

    private TableView<KeyedItem<LiveRow>> table() {
        return screen.view().table();
    }

    /** Rows on the screen that carry a state, by id; the empty ones among them as "". */
    private Set<String> marked(Look look) {
        return table().lookupAll(".table-row-cell").stream()
                .map(TableRow.class::cast)
                .filter(Node::isVisible)
                .filter(row -> row.getPseudoClassStates().contains(look.pseudoClass()))
                .map(row -> row.getItem() == null ? "" : ((KeyedItem<?>) row.getItem()).row())
                .map(row -> row instanceof LiveRow live ? live.id() : "")
                .collect(Collectors.toSet());
    }

    private UiAction action(String id) {
        return screen.actions().stream()
                .filter(a -> a.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aRowsStateFollowsItsObjectiveThroughFilterAndSortAndEmptyRowsHaveNone(FxRobot robot) {
        assertThat(marked(Look.MISSED)).containsExactly("api-latency");
        assertThat(marked(Look.UNKNOWN)).containsExactlyInAnyOrder("ppo-memory", "cross-region");

        settle(robot, () -> screen.model().filter("redis"));
        assertThat(marked(Look.MISSED)).isEmpty();
        assertThat(marked(Look.UNKNOWN)).isEmpty();
        assertThat(table().lookupAll(".table-row-cell"))
                .filteredOn(n -> ((TableRow<?>) n).isEmpty())
                .allSatisfy(n -> {
                    assertThat(n.lookupAll(".pill")).isEmpty();
                    assertThat(((TableRow<?>) n).getAccessibleText()).isNull();
                });

        settle(robot, () -> {
            screen.model().clearFilter();
            screen.model().orderBy(RowOrder.NAME);
        });
        assertThat(table().getItems().get(0).row().id()).isEqualTo("api-latency");
        assertThat(marked(Look.MISSED)).containsExactly("api-latency");
        assertThat(marked(Look.UNKNOWN)).containsExactlyInAnyOrder("ppo-memory", "cross-region");
    }

    @Test
    void selectionSurvivesABoardThatReordersTheTable(FxRobot robot) {
        settle(robot, () -> screen.model().select("redis-hits"));
        SloBoard gone = SampleBoards.unreachable(bench.clock.instant(), 8);

        settle(robot, () -> bench.arrive(gone));

        assertThat(table().getSelectionModel().getSelectedItem().row().id()).isEqualTo("redis-hits");
        assertThat(robot.lookup("#detail-title").queryAs(Label.class).getText()).isEqualTo("Redis hit rate");
    }

    @Test
    void arrowsMoveAndTheDetailFollows(FxRobot robot) {
        robot.interact(() -> table().requestFocus());
        robot.type(KeyCode.DOWN);
        assertThat(robot.lookup("#detail-title").queryAs(Label.class).getText()).isEqualTo("PPO memory");
        robot.type(KeyCode.END);
        assertThat(robot.lookup("#detail-title").queryAs(Label.class).getText()).isEqualTo("WebSocket stability");
        robot.type(KeyCode.HOME);
        assertThat(robot.lookup("#detail-title").queryAs(Label.class).getText()).isEqualTo("API latency p95");
    }

    @Test
    void oldValuesStandInBracketsUnderABandThatSaysSo(FxRobot robot) {
        settle(robot, () -> bench.arrive(SampleBoards.unreachable(bench.clock.instant(), 8)));

        Band band = robot.lookup("#failed-band").queryAs(Band.class);
        assertThat(band.isVisible()).isTrue();
        assertThat(band.text())
                .contains("3\u00a0min 10\u00a0s old")
                .contains("did not answer within 10 s")
                .contains("Next try in");
        List<String> figures = table().lookupAll(".table-cell.number").stream()
                .map(n -> ((TableCell<?, ?>) n))
                .filter(c -> c.getTableColumn() != null
                        && "one-minute".equals(c.getTableColumn().getId()))
                .filter(c -> !c.isEmpty())
                .map(TableCell::getText)
                .toList();
        assertThat(figures).isNotEmpty().allMatch(t -> t.equals("–") || t.startsWith("("));
        assertThat(marked(Look.MET)).isEmpty();
    }

    @Test
    void pauseIsABandAndResumeIsFilled(FxRobot robot) {
        settle(robot, () -> action("slo.pause").run().run());
        Band band = robot.lookup("#paused-band").queryAs(Band.class);
        assertThat(band.text()).startsWith("Paused 1\u00a0s.");

        settle(robot, () -> bench.pass(Duration.ofSeconds(12)));
        assertThat(band.text())
                .startsWith("Paused 12\u00a0s.")
                .contains("does not move")
                .contains("1 missed");
        assertThat(robot.lookup("#resume").query().getStyleClass()).contains("primary");
        robot.clickOn("#resume");
        assertThat(band.isVisible()).isFalse();
    }

    @Test
    void theFilterTakesWordsAndEscClearsIt(FxRobot robot) {
        robot.interact(() -> action("slo.filter").run().run());
        robot.clickOn("#filter").write("kafka");
        assertThat(table().isVisible()).isFalse();
        assertThat(robot.lookup("No objective matches.").tryQuery()).isPresent();

        robot.type(KeyCode.ESCAPE);
        assertThat(robot.lookup("#filter").queryAs(TextField.class).getText()).isEmpty();
        assertThat(table().getItems()).hasSize(15);
    }

    @Test
    void aCountPillFiltersItsState(FxRobot robot) {
        robot.clickOn("2 unknown");

        assertThat(table().getItems()).extracting(i -> i.row().id()).containsExactly("ppo-memory", "cross-region");
    }

    @Test
    void aCourseThatFailsShowsItsProblemAndAWayOut(FxRobot robot) {
        bench.feed.answerCourses((slo, from, to, step) -> {
            throw new SourceFailed(
                    Problem.of("Prometheus answered 503.", "", "The course is unknown.", "Ask again in a minute."),
                    Optional.empty(),
                    new IOException("503"));
        });
        settle(robot, () -> {
            screen.model().select("redis-hits");
            bench.background.crank();
        });
        assertThat(robot.lookup("Prometheus answered 503.").tryQuery()).isPresent();

        bench.feed.answerCourses((slo, from, to, step) -> SampleBoards.courses(slo, from, to, step, 2));
        robot.clickOn("#course-again");
        settle(robot, bench.background::crank);
        assertThat(robot.lookup(".indicator-chart").query().isVisible()).isTrue();
        assertThat(robot.lookup(".indicator-chart").query().getAccessibleText())
                .contains("Redis hit rate")
                .contains("objective");
    }

    @Test
    void nothingAskedYetOffersToAsk(FxRobot robot) {
        settle(robot, () -> bench.arrive(SampleBoards.notAsked(SampleBoards.AT)));

        assertThat(robot.lookup("Not asked yet.").tryQuery()).isPresent();
        robot.clickOn("Ask now");
        assertThat(bench.feed.askedNow).hasValue(1);
    }

    @Test
    void aCustomRangeIsCheckedBeforeItIsAskedFor(FxRobot robot) {
        robot.clickOn("#custom-range");
        settle(robot, () -> robot.lookup("#range-from").queryAs(TextField.class).setText("noon"));
        robot.clickOn("#range-show");
        assertThat(robot.lookup("From is not a time. It is written 2026-11-25 14:00.")
                        .tryQuery())
                .isPresent();

        settle(robot, () -> {
            robot.lookup("#range-from").queryAs(TextField.class).setText("2026-08-18 10:00");
            robot.lookup("#range-to").queryAs(TextField.class).setText("2026-08-18 11:00");
        });
        robot.clickOn("#range-show");
        assertThat(screen.model().getState().course().range())
                .isEqualTo(new ChartRange.Between(
                        java.time.Instant.parse("2026-08-18T10:00:00Z"),
                        java.time.Instant.parse("2026-08-18T11:00:00Z")));
    }

    @Test
    void aDragOnTheChartIsARange(FxRobot robot) {
        Node chart = robot.lookup(".chart-overlay").query();
        robot.drag(robot.offset(chart, 0, 0)).dropBy(80, 0);

        assertThat(screen.model().getState().course().range()).isInstanceOf(ChartRange.Between.class);
    }

    @Test
    void onANarrowPageTableAndDetailTakeTurns(FxRobot robot) {
        settle(robot, () -> theme.use(false, 200, Density.STANDARD));
        assertThat(robot.lookup("#detail-title").tryQuery()).isEmpty();
        robot.interact(() -> table().requestFocus());

        robot.type(KeyCode.ENTER);
        assertThat(robot.lookup("#detail-title").tryQuery()).isPresent();
        assertThat(robot.lookup("#detail-back").query().isVisible()).isTrue();

        robot.type(KeyCode.ESCAPE);
        assertThat(robot.lookup("#detail-title").tryQuery()).isEmpty();
        assertThat(table().getScene()).isNotNull();
    }

    @Test
    void onANarrowPageTheCourseOfTheHourGivesWayAndTheAgeStays(FxRobot robot) {
        assertThat(shownColumns()).contains("one-hour", "last-hour", "age");

        settle(robot, () -> scene.getWindow().setWidth(600));
        assertThat(shownColumns())
                .contains("state", "one-minute", "target", "age")
                .doesNotContain("last-hour");

        settle(robot, () -> scene.getWindow().setWidth(1300));
        assertThat(shownColumns()).contains("one-hour", "last-hour", "age");
        assertThat(bench.memory.kept).doesNotContainKey("slo.table.hidden");
    }

    private Set<String> shownColumns() {
        return table().getVisibleLeafColumns().stream().map(TableColumn::getId).collect(Collectors.toSet());
    }

    @Test
    void rowsAreToldInWords() {
        TableRow<?> first = (TableRow<?>) table().lookup(".table-row-cell");

        assertThat(first.getAccessibleText())
                .contains("missed 10\u00a0min", "API latency p95", "171\u00a0ms", "150\u00a0ms", "4\u00a0s old");
    }

    @Test
    void theStateColumnCannotBeHiddenAndWidthsAreKept(FxRobot robot) {
        TableColumn<?, ?> state = table().getColumns().get(0);
        settle(robot, () -> state.setVisible(false));
        assertThat(state.isVisible()).isTrue();

        settle(
                robot,
                () -> table().getColumns().stream()
                        .filter(c -> "age".equals(c.getId()))
                        .forEach(c -> c.setPrefWidth(88)));
        assertThat(bench.memory.kept.get("slo.table.widths")).contains("age=88");
    }

    @Test
    void aDividerMovedByHandIsRememberedAndOneMovedByLayoutIsNot(FxRobot robot) {
        settle(robot, () -> scene.getWindow().setWidth(1300));
        assertThat(bench.memory.kept).doesNotContainKeys("slo.split.across", "slo.split.down");

        SplitPane across = robot.lookup("#split-across").queryAs(SplitPane.class);
        Node divider = across.getChildrenUnmodifiable().stream()
                .filter(n -> n.getStyleClass().contains("split-pane-divider"))
                .findFirst()
                .orElseThrow();
        robot.drag(divider).dropBy(-60, 0);

        assertThat(bench.memory.kept).containsKey("slo.split.across").doesNotContainKey("slo.split.down");
    }

    @Test
    void valueAndEvidenceAreCopied(FxRobot robot) {
        String[] copied = new String[2];
        robot.interact(() -> {
            action("slo.copy.value").run().run();
            copied[0] = Clipboard.getSystemClipboard().getString();
            action("slo.copy.evidence").run().run();
            copied[1] = Clipboard.getSystemClipboard().getString();
        });

        assertThat(copied[0]).isEqualTo("171\u00a0ms");
        assertThat(copied[1]).contains("API latency p95", "practice", "max by (region)", "Prometheus 2.42.0");
    }

    @Test
    void exportsAreWrittenWholeAndSaidSo(FxRobot robot, @TempDir Path folder) throws IOException {
        settle(robot, () -> {
            screen.view().setPlace((kind, name) -> Optional.of(folder.resolve(name)));
            screen.view().exportCsv();
            screen.view().exportChart();
            screen.view().exportPanel();
        });
        settle(robot, bench.background::crank);

        try (var files = Files.list(folder)) {
            assertThat(files.map(f -> f.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "practice-objectives-2026-08-18-143215.csv",
                            "practice-chart-2026-08-18-143215.png",
                            "practice-live-2026-08-18-143215.png");
        }
        assertThat(Files.readString(folder.resolve("practice-objectives-2026-08-18-143215.csv")))
                .contains("api-latency");
        assertThat(robot.lookup("#notice-band").queryAs(Band.class).text()).startsWith("Written:");
    }

    @Test
    void anExportThatFailsSaysWhy(FxRobot robot, @TempDir Path folder) {
        settle(robot, () -> {
            screen.view()
                    .setPlace((kind, name) -> Optional.of(folder.resolve("gone").resolve(name)));
            screen.view().exportCsv();
        });
        settle(robot, bench.background::crank);

        assertThat(robot.lookup("#notice-band").queryAs(Band.class).text()).startsWith("Not written:");
    }

    @Test
    void darkFollowsWithoutALineOnJavafxCss(FxRobot robot) {
        settle(robot, () -> theme.use(true, 110, Density.COMPACT));
        settle(robot, () -> bench.arrive(SampleBoards.partial(bench.clock.instant(), 8)));

        assertThat(robot.lookup("#partial-band").queryAs(Band.class).text()).contains("store-2 is unavailable");
        assertThat(robot.lookup("#query").queryAs(TextInputControl.class).getText())
                .contains("tars:api_latency:5m");
        assertThat(robot.lookup(".pill").queryAllAs(StatusPill.class)).isNotEmpty();
        assertThat(scene.getRoot().getPseudoClassStates()).doesNotContain(PseudoClass.getPseudoClass("missed"));
    }
}
