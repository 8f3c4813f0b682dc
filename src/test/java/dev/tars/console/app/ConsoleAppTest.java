package dev.tars.console.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tars.console.app.settings.UserFolders;
import dev.tars.console.app.shell.Notice;
import dev.tars.console.base.ConnectionReport;
import dev.tars.console.base.Ticker;
import dev.tars.console.connect.Eventually;
import dev.tars.console.testing.CssLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.event.Event;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
@Timeout(180)
@SuppressWarnings("NullAway.Init") // the window is opened by each test
class ConsoleAppTest {

    private static final Duration LONG = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    private StubPrometheus lab;
    private StubPrometheus prod;
    private ConsoleApp app;
    private final CssLog css = new CssLog();

    @BeforeEach
    void serve() throws IOException {
        lab = new StubPrometheus();
        prod = new StubPrometheus();
    }

    @AfterEach
    void close() throws IOException {
        fx(app::close);
        lab.close();
        prod.close();
        css.close();
        assertThat(css.lines()).isEmpty();
    }

    private static void fx(Runnable run) {
        WaitForAsyncUtils.waitForAsyncFx(30_000, run);
    }

    private static void eventually(String claim, Callable<Boolean> check) throws Exception {
        Eventually.holds(LONG, claim, check);
    }

    private void open(String... arguments) {
        Wiring wiring = wiring(arguments);
        fx(() -> {
            app = new ConsoleApp(wiring, Beginning.read(wiring), new Stage());
            app.show();
        });
    }

    private Wiring wiring(String... arguments) {
        Options options = new Options();
        Options.reader(options).parseArgs(arguments);
        return new Wiring(
                options,
                new UserFolders(folder, folder),
                Map.of("GTK_THEME", "Adwaita"),
                "Linux",
                Clock.systemUTC(),
                Ticker.system());
    }

    private void environments() throws IOException {
        Files.writeString(
                folder.resolve("environments.yaml"),
                "version: 1\nenvironments:\n  - name: lab\n    prometheus: {url: '" + lab.url()
                        + "'}\n  - name: production\n    prometheus: {url: '" + prod.url() + "'}\n");
    }

    private String text(String id) {
        return ((Labeled) app.stage().getScene().lookup("#" + id)).getText();
    }

    /** Presses a button as soon as it is there: a page made now has its rows a pulse later. */
    private void press(String id) throws Exception {
        eventually("there is #" + id, () -> {
            AtomicBoolean pressed = new AtomicBoolean();
            fx(() -> {
                if (app.stage().getScene().lookup("#" + id) instanceof Button button && !button.isDisabled()) {
                    pressed.set(true);
                    button.fire();
                }
            });
            return pressed.get();
        });
    }

    private static List<String> threadsOf(String owner) {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith(owner + "-"))
                .toList();
    }

    @Test
    void switchingClosesEveryConnectionAndThreadOfTheOldEnvironment() throws Exception {
        environments();
        open("--environment", "lab");
        assertThat(app.stage().getTitle()).startsWith("LAB · T.A.R.S. Release Console");
        eventually("lab is asked", () -> lab.questions() > 10);
        eventually(
                "and shown",
                () -> app.model().getState().connections().stream()
                        .anyMatch(report -> report.status() == ConnectionReport.Status.ANSWERING));
        assertThat(app.stage().getTitle()).endsWith("· v1.0.1");
        assertThat(threadsOf("lab")).isNotEmpty();
        fx(() -> app.pages().show("settings"));
        press("open-production");
        assertThat(app.stage().getTitle()).startsWith("PRODUCTION");
        assertThat(app.stage().getScene().getRoot().getStyleClass()).contains("env-ink");
        eventually("production is asked", () -> prod.questions() > 10);
        eventually("no connection to lab is left", () -> lab.openConnections() == 0);
        eventually("no thread of lab is left", () -> threadsOf("lab").isEmpty());
        int before = lab.questions();
        eventually("production is asked again", () -> prod.questions() > 60);
        assertThat(lab.questions()).isEqualTo(before);
    }

    @Test
    void theOneChosenWhileTheReleaseIsReadIsTheOneThatOpens() throws Exception {
        environments();
        Wiring wiring = wiring("--environment", "lab");
        fx(() -> {
            app = new ConsoleApp(wiring, Beginning.read(wiring), new Stage());
            app.show();
            app.pages().show("settings");
            app.stage().getScene().getRoot().applyCss();
            app.stage().getScene().getRoot().layout();
            ((Button) app.stage().getScene().lookup("#open-production")).fire();
        });
        eventually("production is asked", () -> prod.questions() > 10);
        assertThat(app.stage().getTitle()).startsWith("PRODUCTION");
        assertThat(lab.questions()).isZero();
        assertThat(app.model().getState().notices()).isEmpty();
    }

    @Test
    void closingEndsEverythingWithinTwoSecondsAndRemembersTheWindow() throws Exception {
        environments();
        open("--environment", "lab", "--theme", "dark", "--scale", "150");
        eventually("lab is asked", () -> lab.questions() > 10);
        fx(() -> {
            app.stage().setX(40);
            app.stage().setY(30);
            app.stage().setWidth(1111);
            app.stage().setHeight(777);
        });
        long start = System.nanoTime();
        fx(app::close);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));
        eventually("no connection is left", () -> lab.openConnections() == 0);
        for (String owner : List.of("lab", "console", "switch", "fx")) {
            eventually("no thread of " + owner, () -> threadsOf(owner).isEmpty());
        }
        String kept = Files.readString(folder.resolve("settings.yaml"));
        assertThat(kept).contains("appearance: dark", "scale: 150", "x: 40, y: 30, width: 1111, height: 777");
        open("--environment", "lab");
        assertThat(app.stage().getWidth()).isEqualTo(1111);
        assertThat(app.stage().getX()).isEqualTo(40);
        assertThat(app.stage().getScene().getStylesheets()).anyMatch(sheet -> sheet.endsWith("scale-150.css"));
    }

    @Test
    void aBrokenEnvironmentsFileOpensOnPracticeAndIsToldWithLineAndMend() throws Exception {
        Files.writeString(
                folder.resolve("environments.yaml"),
                "version: 1\nenvironments:\n  - name: lab\n    colour: red\n    prometheus: {url: 'http://m'}\n");
        Files.writeString(folder.resolve("settings.yaml"), "version: 1\nenvironment: lab\nscale: ten\n");
        open();
        assertThat(text("environmentName")).isEqualTo("PRACTICE");
        eventually(
                "both faults are told",
                () -> app.model().getState().notices().stream()
                        .map(Notice::cause)
                        .toList()
                        .containsAll(List.of("environments", "settings")));
        Notice notice = app.model().getState().notices().stream()
                .filter(n -> n.cause().equals("environments"))
                .findFirst()
                .orElseThrow();
        assertThat(notice.problem().what())
                .contains("The environments are refused: colour is")
                .contains("colour of a missed objective");
        assertThat(notice.problem().where()).endsWith("environments.yaml:4");
        assertThat(notice.problem().mend()).contains("teal");
        assertThat(folder.resolve("settings.yaml.broken-1")).exists();
        environments();
        fx(() -> app.pages().show("settings"));
        press("readAgain");
        eventually(
                "the mended file is taken and the notice goes",
                () -> app.model().getState().notices().stream()
                        .noneMatch(n -> n.cause().equals("environments")));
        eventually(
                "its environments can be chosen", () -> app.stage().getScene().lookup("#open-lab") != null);
    }

    @Test
    void anUnknownEnvironmentOpensOnPracticeAndIsTold() throws Exception {
        environments();
        open("--environment", "prod");
        assertThat(text("environmentName")).isEqualTo("PRACTICE");
        eventually(
                "it is told",
                () -> app.model().getState().notices().stream()
                        .anyMatch(n -> n.problem().what().equals("There is no environment \"prod\".")));
    }

    private void press(KeyCode code) {
        fx(() -> {
            Scene scene = app.stage().getScene();
            Node target = scene.getFocusOwner();
            Event.fireEvent(
                    target == null ? scene : target,
                    new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
        });
    }

    @Test
    void f11ShowsTheWallAndEscGivesPageAndFocusBack() throws Exception {
        environments();
        open("--environment", "lab");
        eventually("the live page is there", () -> app.stage().getScene().lookup("#filter") != null);
        Scene scene = app.stage().getScene();
        Parent shell = scene.getRoot();
        Node filter = scene.lookup("#filter");
        fx(filter::requestFocus);
        for (KeyCode leaves : List.of(KeyCode.ESCAPE, KeyCode.F11)) {
            press(KeyCode.F11);
            assertThat(scene.getRoot().getId()).isEqualTo("wall");
            assertThat(app.stage().isFullScreen()).isTrue();
            assertThat(scene.getRoot().getCursor()).isEqualTo(Cursor.NONE);
            press(KeyCode.F1);
            assertThat(scene.getRoot().getId()).isEqualTo("wall");
            press(leaves);
            assertThat(scene.getRoot()).isSameAs(shell);
            assertThat(app.stage().isFullScreen()).isFalse();
            assertThat(scene.getFocusOwner()).isSameAs(filter);
        }
        fx(() -> ((Button) scene.lookup("#wall-button")).fire());
        assertThat(scene.getRoot().getId()).isEqualTo("wall");
    }
}
