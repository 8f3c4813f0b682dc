package dev.tars.console.app.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tars.console.app.Theme;
import dev.tars.console.app.environments.Environment;
import dev.tars.console.app.settings.Density;
import dev.tars.console.app.shell.Pages;
import dev.tars.console.app.shell.Shell;
import dev.tars.console.app.shell.ShellMenus;
import dev.tars.console.app.shell.ShellViewModel;
import dev.tars.console.base.Ticker;
import dev.tars.console.connect.Eventually;
import dev.tars.console.journal.client.Journals;
import dev.tars.console.release.Action;
import dev.tars.console.release.Guard;
import dev.tars.console.release.Harm;
import dev.tars.console.release.JournalRecord;
import dev.tars.console.release.Mode;
import dev.tars.console.release.Outcome;
import dev.tars.console.release.People;
import dev.tars.console.release.Place;
import dev.tars.console.release.client.KeyRing;
import dev.tars.console.release.view.GuardHealth;
import dev.tars.console.testing.CssLog;
import dev.tars.console.ui.Texts;
import dev.tars.console.ui.UiAction;
import dev.tars.console.ui.background.FxBackground;
import dev.tars.console.ui.background.FxThread;
import dev.tars.console.ui.background.Workers;
import dev.tars.console.ui.controls.Look;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Whichever way a person comes, the guard stands there: by button, key and palette, for each harm, mode and role. */
@ExtendWith(ApplicationExtension.class)
@Timeout(60)
@SuppressWarnings("NullAway.Init") // the window is made on the FX thread, before each test
class GuardEntryPointsTest {

    private static final Duration LONG = Duration.ofSeconds(20);

    private enum Entry {
        BUTTON,
        KEY,
        PALETTE
    }

    @TempDir
    Path folder;

    private final SimpleObjectProperty<Instant> now = new SimpleObjectProperty<>(Instant.now());
    private final ShellViewModel model =
            new ShellViewModel(Environment.practice("Embedded"), now, new SimpleObjectProperty<>(ZoneId.of("UTC")));
    private final Desk desk = new Desk(Place.open("practice"), "Otto");
    private final Workers workers = new Workers("test", 1);
    private final AtomicInteger effects = new AtomicInteger();
    private final List<UiAction> actions = new ArrayList<>();
    private final CssLog css = new CssLog();
    private JournalDesk journal;
    private Stage stage;
    private Shell shell;

    @Start
    void open(Stage window) {
        stage = window;
        shell = new Shell(
                model,
                new Pages(),
                new ShellMenus(() -> actions, List::of, () -> {}),
                new Theme().scaleProperty(),
                () -> actions,
                new Texts());
        Theme theme = new Theme();
        theme.use(false, 100, Density.STANDARD);
        theme.dress(shell.scene());
        stage.setScene(shell.scene());
        stage.setWidth(1280);
        stage.setHeight(800);
        stage.show();
    }

    @AfterEach
    void close() {
        fx(stage::close);
        workers.close();
        css.close();
        assertThat(css.lines()).isEmpty();
    }

    /** One window for all cells: it costs more than they do. What is reversible is in the table of the real actions. */
    @Test
    void nothingPassesTheGuard() throws Exception {
        int cells = 0;
        for (Entry entry : Entry.values()) {
            for (Harm harm : List.of(Harm.READ, Harm.IRREVERSIBLE)) {
                for (String hindrance : List.of("", "read-only", "viewer")) {
                    cell(entry, harm, hindrance.equals("read-only"), hindrance.equals("viewer"), cells++);
                    fx(shell::hidePopups);
                    journal.close();
                }
            }
        }
        assertThat(cells).isEqualTo(18);
    }

    private void cell(Entry entry, Harm harm, boolean readOnly, boolean viewer, int number) throws Exception {
        make(harm, readOnly, viewer, number);
        fx(() -> enter(entry));
        if (harm == Harm.READ) {
            assertThat(effects).hasValue(1);
            assertThat(find("confirm")).isEmpty();
            return;
        }
        if (readOnly || viewer) {
            assertThat(actions.get(0).unavailable().getValue()).isNotBlank();
            assertThat(find("confirm")).isEmpty();
            fx(() -> actions.get(0).run().run());
            WaitForAsyncUtils.waitForFxEvents();
            // Even past the entry that is shut, the guard refuses.
            Eventually.holds(
                    LONG,
                    "it is refused",
                    () -> find("confirm").filter(Node::isVisible).isEmpty());
            assertThat(effects).hasValue(0);
            return;
        }
        Eventually.holds(
                LONG,
                "the guard has answered",
                () -> find("steps").isPresent()
                        && find("steps").get().isVisible()
                        && find("armed").get().isVisible());
        assertThat(effects).hasValue(0);
        assertThat(stage.getScene().getFocusOwner())
                .isNotEqualTo(find("confirm").orElseThrow());
        if (harm == Harm.IRREVERSIBLE) {
            assertThat(find("confirm").orElseThrow().isDisabled()).isTrue();
            fx(() -> name().setText("production"));
            assertThat(find("confirm").orElseThrow().isDisabled()).isTrue();
            fx(() -> name().paste());
            fx(() -> name().setText("practice"));
        }
        fx(() -> ((Button) find("confirm").orElseThrow()).fire());
        Eventually.holds(LONG, "it runs once", () -> effects.get() == 1);
        Eventually.holds(LONG, "the dialog is gone", () -> find("confirm").isEmpty());
        assertThat(journal.open().read(1, 10))
                .extracting(e -> e.kind())
                .containsExactly("action.intent", "action.outcome");
    }

    private TextField name() {
        return (TextField) find("name").orElseThrow();
    }

    private void make(Harm harm, boolean readOnly, boolean viewer, int number) throws IOException {
        effects.set(0);
        actions.clear();
        desk.count(People.NONE);
        Path file = folder.resolve("journal-" + number + ".db");
        journal = new JournalDesk(() -> Journals.sqlite(file, Ticker.system()), Clock.systemUTC());
        var unused = journal.open();
        if (viewer) {
            desk.count(new People(List.of(), true));
        }
        Guard guard = new Guard(
                new Mode(readOnly),
                desk,
                new LabelCheck(
                        () -> Optional.of(new LabelCheck.Target("practice", Map.of(), () -> "")), Clock.systemUTC()),
                new JournalRecord(journal::journal),
                Clock.systemUTC());
        GuardRoom room = new GuardRoom(
                guard,
                new KeyRing(folder.resolve("keys")),
                new FxBackground(workers.pool(), FxThread.real()),
                now,
                model,
                new Texts());
        room.attach(shell, () -> new SimpleObjectProperty<>(new GuardHealth(Look.MET, "ok", "Now: 3 ok", "")));
        Action action = new Action(
                "test.act", "Act", harm, "", Action.Reach.TARGET, "practice", () -> List.of("act --now"), approval -> {
                    effects.incrementAndGet();
                    return Outcome.done("Done.");
                });
        actions.add(room.action(
                "test.act",
                "Act now",
                harm,
                "practice",
                Optional.of(KeyCombination.valueOf("F8")),
                new SimpleStringProperty(""),
                () -> Optional.of(action)));
    }

    private void enter(Entry entry) {
        switch (entry) {
            case BUTTON -> {
                MenuButton menu = (MenuButton) stage.getScene().lookup("#environments");
                menu.getOnShowing().handle(new Event(MenuButton.ON_SHOWING));
                if (!menu.getItems().get(0).isDisable()) {
                    menu.getItems().get(0).fire();
                }
            }
            case KEY -> press(stage.getScene().getRoot(), KeyCode.F8);
            case PALETTE -> {
                shell.openPalette();
                TextField query = (TextField) stage.getScene().lookup("#query");
                query.setText("Act now");
                press(query, KeyCode.ENTER);
            }
        }
    }

    private static void press(Node target, KeyCode code) {
        Event.fireEvent(target, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
    }

    private Optional<Node> find(String id) {
        List<Node> found = new ArrayList<>();
        fx(() -> {
            Node node = stage.getScene().lookup("#" + id);
            if (node != null) {
                found.add(node);
            }
        });
        return found.stream().findFirst();
    }

    private static void fx(Runnable run) {
        WaitForAsyncUtils.waitForAsyncFx(20_000, run);
    }
}
