package dev.tars.console.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tars.console.app.Theme;
import dev.tars.console.app.environments.Environment;
import dev.tars.console.app.environments.Environment.Protection;
import dev.tars.console.app.environments.EnvironmentColour;
import dev.tars.console.app.settings.Density;
import dev.tars.console.base.ConnectionReport;
import dev.tars.console.base.Problem;
import dev.tars.console.testing.CssLog;
import dev.tars.console.ui.Screen.Badges;
import dev.tars.console.ui.Texts;
import dev.tars.console.ui.UiAction;
import dev.tars.console.ui.UiAction.Harm;
import dev.tars.console.ui.background.Stall;
import dev.tars.console.ui.background.StallWatchdog.Stalls;
import dev.tars.console.ui.controls.HeartbeatCells;
import dev.tars.console.ui.controls.HeartbeatCells.Beat;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListCell;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
@Timeout(90)
@SuppressWarnings("NullAway.Init") // the screens are made on the FX thread, before each test
class ShellTest {

    private static final Instant NOW = Instant.parse("2026-08-18T14:32:19Z");

    private final SimpleObjectProperty<Instant> now = new SimpleObjectProperty<>(NOW);
    private final ShellViewModel model =
            new ShellViewModel(Environment.practice("Embedded"), now, new SimpleObjectProperty<>(ZoneId.of("UTC")));
    private final Pages pages = new Pages();
    private PlainScreen live;
    private PlainScreen settings;
    private final List<String> done = new ArrayList<>();
    private final Theme theme = new Theme();
    private final CssLog css = new CssLog();
    private final List<Stage> stages = new ArrayList<>();

    @Start
    void open(Stage stage) {
        live = new PlainScreen("live");
        settings = new PlainScreen("settings");
        live.actions.add(Shell.action("single", "Single letter", "P", () -> done.add("single")));
        live.actions.add(Shell.action("ask", "Ask again", "F5", () -> done.add("ask")));
        Shell shell = new Shell(
                model,
                pages,
                new ShellMenus(List::of, List::of, () -> done.add("end drills")),
                theme.scaleProperty(),
                () -> List.of(Shell.action("far", "Something far away", "", () -> done.add("far"))),
                new Texts());
        theme.use(false, 100, Density.STANDARD);
        theme.dress(shell.scene());
        pages.set(List.of(live.page(), settings.page()));
        stage.setScene(shell.scene());
        stage.setWidth(1280);
        stage.setHeight(800);
        stage.show();
        stages.add(stage);
    }

    @AfterEach
    void noComplaintOfTheStyleSheets() {
        css.close();
        assertThat(css.lines()).isEmpty();
    }

    private Stage stage() {
        return stages.get(0);
    }

    private void fx(Runnable run) {
        WaitForAsyncUtils.waitForAsyncFx(10_000, run);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private Node node(String id) {
        return stage().getScene().lookup("#" + id);
    }

    private String text(String id) {
        return ((Labeled) node(id)).getText();
    }

    private static boolean has(Node node, String pseudoClass) {
        return node.getPseudoClassStates().contains(PseudoClass.getPseudoClass(pseudoClass));
    }

    private Node focused() {
        return stage().getScene().getFocusOwner();
    }

    @Test
    void theBandNamesTheEnvironmentAndItsColourIsRoundTheWindow() {
        assertThat(text("environmentName")).isEqualTo("PRACTICE");
        assertThat(stage().getScene().getRoot().getStyleClass()).contains("shell", "env-practice");
        fx(() -> model.environment(new Environment(
                "production",
                EnvironmentColour.INK,
                Protection.PROTECTED,
                "tars-production",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Environment.Safeguard.USUAL)));
        assertThat(text("environmentName")).isEqualTo("PRODUCTION");
        assertThat(text("environmentWhere")).isEqualTo("tars-production · protected");
        assertThat(stage().getScene().getRoot().getStyleClass())
                .contains("env-ink")
                .doesNotContain("env-practice");
    }

    @Test
    void anotherEnvironmentLeavesNothingOfTheOldOneBehind() {
        fx(() -> {
            model.connections(List.of(report(ConnectionReport.Status.ANSWERING, Optional.empty())));
            model.drill(Optional.of("Latency up"));
            model.poll(poll(NOW, 0, Optional.empty(), Beat.ANSWERED));
        });
        assertThat(node("connection-0")).isNotNull();
        assertThat(node("drill").isVisible()).isTrue();
        fx(() -> model.environment(Environment.practice("again")));
        assertThat(node("connection-0")).isNull();
        assertThat(node("drill").isVisible()).isFalse();
        assertThat(node("poll").isVisible()).isFalse();
    }

    @Test
    void aDrillThatIsOnIsNamedAndCanBeEndedInTheBand(FxRobot robot) {
        fx(() -> model.drill(Optional.of("Latency up")));
        assertThat(text("drillWords")).isEqualTo("Drill: Latency up");
        robot.clickOn("#endDrill");
        assertThat(done).containsExactly("end drills");
    }

    private static ConnectionReport report(ConnectionReport.Status status, Optional<Problem> problem) {
        return new ConnectionReport(
                "Prometheus",
                "http://mon:9090",
                status,
                NOW.minusSeconds(125),
                Optional.of(NOW.minusSeconds(130)),
                Optional.empty(),
                "query up",
                "",
                problem);
    }

    @Test
    void aFailedConnectionKeepsItsPlaceAndTellsWhyOnAClick(FxRobot robot) {
        fx(() -> model.connections(List.of(report(
                ConnectionReport.Status.FAILING,
                Optional.of(Problem.of("Prometheus did not answer within 10 s.", "", "", "Is it up?"))))));
        assertThat(text("connection-0")).isEqualTo("Prometheus: no answer 2\u00a0min");
        assertThat(has(node("connection-0"), "failing")).isTrue();
        fx(() -> ((Button) node("connection-0")).fire());
        assertThat(robot.lookup("Prometheus did not answer within 10 s.").tryQuery())
                .isPresent();
        fx(() -> now.set(NOW.plusSeconds(60)));
        assertThat(text("connection-0")).isEqualTo("Prometheus: no answer 3\u00a0min");
        fx(() -> List.copyOf(Window.getWindows()).stream()
                .filter(w -> w != stage())
                .forEach(Window::hide));
    }

    @Test
    void aMissedPollIsAHollowCellAndTheClockTellsItsZone() {
        fx(() -> model.poll(poll(NOW, 1, Optional.empty(), Beat.ANSWERED, Beat.MISSED)));
        HeartbeatCells cells = (HeartbeatCells) node("heartbeat");
        assertThat(cells.getChildren()).hasSize(12);
        assertThat(has(cells.getChildren().get(11), "missed")).isTrue();
        assertThat(has(cells.getChildren().get(10), "answered")).isTrue();
        assertThat(has(cells.getChildren().get(9), "none")).isTrue();
        assertThat(text("pollNext")).isEqualTo("next in 11\u00a0s");
        assertThat(text("skew")).isEqualTo("Skew +12\u00a0ms");
        assertThat(text("clock")).isEqualTo("14:32:19 UTC");
    }

    private static PollStatus poll(Instant good, long missed, Optional<Problem> problem, Beat... recent) {
        return new PollStatus(
                Duration.ofSeconds(15),
                List.of(recent),
                NOW.plusSeconds(11),
                missed,
                Optional.of(Duration.ofMillis(12)),
                Optional.of(good),
                problem.isPresent() ? List.of() : List.of("store eu-west-1 is unavailable"),
                problem,
                false);
    }

    private List<String> factsOf(FxRobot robot) {
        return robot.lookup(".facts .evidence-text").queryAllAs(TextField.class).stream()
                .map(TextField::getText)
                .toList();
    }

    @Test
    void whatIsToldOfThePollingStaysTrueWhileItIsOpen(FxRobot robot) {
        fx(() -> model.poll(poll(NOW, 0, Optional.empty(), Beat.ANSWERED, Beat.PARTIAL)));
        fx(() -> ((Button) node("poll")).fire());
        assertThat(factsOf(robot))
                .contains("0", "store eu-west-1 is unavailable")
                .anyMatch(fact -> fact.startsWith("0\u00a0s, 14:32:19 UTC"))
                .anyMatch(fact -> fact.startsWith("1 answered, 1 in part, 0 missed"));
        fx(() -> now.set(NOW.plusSeconds(60)));
        assertThat(factsOf(robot)).as("a minute later").anyMatch(fact -> fact.startsWith("1\u00a0min, 14:32:19 UTC"));
        Problem gone = Problem.of("Prometheus did not answer within 10 s.", "", "", "");
        fx(() -> model.poll(poll(NOW, 4, Optional.of(gone), Beat.ANSWERED, Beat.MISSED)));
        assertThat(factsOf(robot)).contains("4").doesNotContain("store eu-west-1 is unavailable");
        assertThat(robot.lookup("Prometheus did not answer within 10 s.").tryQuery())
                .isPresent();
        fx(() -> List.copyOf(Window.getWindows()).stream()
                .filter(w -> w != stage())
                .forEach(Window::hide));
    }

    @Test
    void stallsCountUpAndKeepTheirStackOneClickAway(FxRobot robot) {
        assertThat(has(node("stalls"), "alert")).isFalse();
        Stall stall = new Stall(
                NOW, Duration.ofMillis(180), List.of(new StackTraceElement("Culprit", "loop", "Culprit.java", 1)));
        fx(() -> model.stalls(new Stalls(3, List.of(stall))));
        assertThat(text("stalls")).isEqualTo("UI stalls 3");
        assertThat(has(node("stalls"), "alert")).isTrue();
        fx(() -> now.set(NOW.plusSeconds(60)));
        assertThat(has(node("stalls"), "alert")).isFalse();
        assertThat(text("stalls")).isEqualTo("UI stalls 3");
        fx(() -> ((Button) node("stalls")).fire());
        assertThat(robot.lookup((javafx.scene.control.TextArea area) ->
                                area.getText().contains("Culprit.loop"))
                        .tryQuery())
                .isPresent();
        fx(() -> List.copyOf(Window.getWindows()).stream()
                .filter(w -> w != stage())
                .forEach(Window::hide));
    }

    @Test
    void keysGoToPages(FxRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.COMMA);
        assertThat(settings.isOpen()).isTrue();
        assertThat(has(node("nav-settings"), "selected")).isTrue();
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT1);
        assertThat(live.isOpen()).isTrue();
        assertThat(settings.isOpen()).isFalse();
        assertThat(focused()).isSameAs(live.button);
    }

    @Test
    void aSingleLetterActsOutsideATextFieldOnlyAndAFunctionKeyEverywhere(FxRobot robot) {
        robot.push(KeyCode.P);
        assertThat(done).containsExactly("single");
        robot.clickOn(live.field).push(KeyCode.P);
        assertThat(done).containsExactly("single");
        robot.push(KeyCode.F5);
        assertThat(done).containsExactly("single", "ask");
    }

    @Test
    void f6GoesFromPaneToPaneAndBack(FxRobot robot) {
        fx(live.button::requestFocus);
        robot.push(KeyCode.F6);
        Node next = focused();
        assertThat(next).isNotSameAs(live.button);
        robot.push(KeyCode.SHIFT, KeyCode.F6);
        assertThat(focused()).isSameAs(live.field);
    }

    @Test
    void thePaletteFiltersRunsAndGivesTheFocusBack(FxRobot robot) {
        fx(live.button::requestFocus);
        robot.push(KeyCode.CONTROL, KeyCode.K);
        assertThat(node("query").isFocused()).isTrue();
        robot.write("away far");
        robot.push(KeyCode.ENTER);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(done).containsExactly("far");
        assertThat(focused()).isSameAs(live.button);
    }

    /** JFX-03. */
    @Test
    void emptyRowsOfThePaletteCarryNothingOfTheRowsTheyWere(FxRobot robot) {
        live.actions.add(new UiAction(
                "no",
                "Not possible",
                Harm.IRREVERSIBLE,
                Optional.empty(),
                new SimpleStringProperty("not now"),
                () -> {}));
        robot.push(KeyCode.CONTROL, KeyCode.K);
        assertThat(robot.lookup("not now").tryQuery()).isPresent();
        robot.write("far away");
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(robot.lookup(".palette-list .list-cell").<ListCell<?>>queryAll().stream()
                        .filter(ListCell::isEmpty))
                .isNotEmpty()
                .allMatch(cell -> cell.getGraphic() == null && !has(cell, "unavailable"));
        robot.push(KeyCode.ENTER);
        assertThat(done).containsExactly("far");
    }

    @Test
    void escapeLeavesThePaletteAndGivesTheFocusBack(FxRobot robot) {
        fx(live.button::requestFocus);
        robot.push(KeyCode.CONTROL, KeyCode.K);
        robot.push(KeyCode.ESCAPE);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(focused()).isSameAs(live.button);
        assertThat(node("modal").isVisible()).isFalse();
        assertThat(done).isEmpty();
    }

    @Test
    void keysOfThePageAreShownByF1(FxRobot robot) {
        robot.push(KeyCode.F1);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(robot.lookup("Keys on live").tryQuery()).isPresent();
        assertThat(robot.lookup("Ask again").tryQuery()).isPresent();

        robot.push(KeyCode.ESCAPE);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(node("modal").isVisible()).isFalse();
    }

    @Test
    void badgesTakeThePlaceOfTheKey() {
        fx(() -> live.counts.set(new Badges(1, 2)));
        assertThat(node("nav-live").lookup(".nav-key").isVisible()).isFalse();
        assertThat(node("nav-live").lookupAll(".badge"))
                .extracting(badge -> ((Label) badge).getText())
                .containsExactlyInAnyOrder("1", "2");
        assertThat(node("nav-live").getAccessibleText()).isEqualTo("live, 1 missed, 2 unknown");
    }

    @Test
    void whereThereIsLittleRoomTheNavigationIsIconsWithTheWorstBadge() {
        fx(() -> {
            live.counts.set(new Badges(1, 2));
            stage().setWidth(1000);
        });
        assertThat(node("nav-live").lookup(".nav-name")).isNull();
        assertThat(node("nav-live").lookupAll(".badge").stream().filter(Node::isVisible))
                .extracting(badge -> ((Label) badge).getText())
                .containsExactly("1");
        fx(() -> {
            stage().setWidth(1900);
            theme.use(false, 200, Density.STANDARD);
        });
        assertThat(node("nav-live").lookup(".nav-name"))
                .as("1900 at 200 % are 950")
                .isNull();
        fx(() -> theme.use(false, 100, Density.STANDARD));
        assertThat(node("nav-live").lookup(".nav-name")).isNotNull();
    }

    @Test
    void aProblemWithTwoCausesIsToldOnce(FxRobot robot) {
        Problem refused = Problem.of("The objectives are refused.", "", "", "");
        fx(() -> {
            model.tell(new Notice("release-0", refused));
            model.tell(new Notice("open-practice", refused));
        });
        assertThat(stage().getScene().getRoot().lookupAll(".notice")).hasSize(1);
    }

    @Test
    void threeNoticesAreShownAndTheRestIsCounted(FxRobot robot) {
        fx(() -> {
            for (int i = 1; i <= 5; i++) {
                model.tell(new Notice("cause-" + i, Problem.of("Problem " + i + ".", "", "", "")));
            }
        });
        assertThat(stage().getScene().getRoot().lookupAll(".notice")).hasSize(3);
        assertThat(text("more")).isEqualTo("2 more");
        fx(() -> model.tell(new Notice("cause-5", Problem.of("Another word.", "", "", ""))));
        assertThat(stage().getScene().getRoot().lookupAll(".notice")).hasSize(3);
        assertThat(robot.lookup("Another word.").tryQuery()).isPresent();
        robot.clickOn("#more");
        assertThat(stage().getScene().getRoot().lookupAll(".notice")).hasSize(5);
        fx(() -> model.dismiss("cause-1"));
        assertThat(stage().getScene().getRoot().lookupAll(".notice")).hasSize(4);
    }
}
