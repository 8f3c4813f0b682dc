package dev.tars.console.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tars.console.app.settings.UserFolders;
import dev.tars.console.base.Ticker;
import dev.tars.console.connect.Eventually;
import dev.tars.console.testing.CssLog;
import dev.tars.console.ui.UiAction;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.testfx.util.WaitForAsyncUtils;

/** A real console in a window, used as a person does: by its entries, its dialogs, its settings. */
final class GuardedWindow implements AutoCloseable {

    private static final Duration LONG = Duration.ofSeconds(30);

    private final CssLog css = new CssLog();
    private final Path folder;
    private final ConsoleApp app;

    GuardedWindow(Path folder, Map<String, String> variables, String... arguments) {
        this.folder = folder;
        Options options = new Options();
        Options.reader(options).parseArgs(arguments);
        Wiring wiring = new Wiring(
                options, new UserFolders(folder, folder), variables, "Linux", Clock.systemUTC(), Ticker.system());
        app = get(() -> {
            ConsoleApp made = new ConsoleApp(wiring, Beginning.read(wiring), new Stage());
            made.show();
            // What is not painted costs nothing.
            made.stage().setWidth(480);
            made.stage().setHeight(320);
            return made;
        });
    }

    static void fx(Runnable run) {
        WaitForAsyncUtils.waitForAsyncFx(30_000, run);
    }

    static <T> T get(Supplier<T> make) {
        AtomicReference<T> made = new AtomicReference<>();
        fx(() -> made.set(make.get()));
        return Objects.requireNonNull(made.get());
    }

    static void eventually(String claim, Callable<Boolean> check) throws Exception {
        Eventually.holds(LONG, claim, check);
    }

    ConsoleApp app() {
        return app;
    }

    /** The actions of window and page. */
    List<UiAction> actions() {
        return get(() -> app.shell().actions());
    }

    Optional<UiAction> action(String id) {
        return actions().stream().filter(action -> action.id().equals(id)).findFirst();
    }

    /** Why it cannot be done; empty text where it can. */
    String reason(String id) {
        UiAction action = action(id).orElseThrow();
        return get(() -> action.unavailable().getValue());
    }

    <T extends Node> Optional<T> find(Class<T> type, String selector) {
        return get(() -> app.stage().getScene().getRoot().lookupAll(selector).stream()
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst());
    }

    /** Something of the dialog that is shown over the page; empty where there is none. */
    private <T extends Node> Optional<T> inDialog(Class<T> type, String selector) {
        return get(() -> Optional.ofNullable(app.stage().getScene().lookup("#modal"))
                .filter(Node::isVisible)
                .map(modal -> modal.lookup(".guard-dialog"))
                .map(dialog -> dialog.lookup(selector))
                .map(type::cast));
    }

    <T extends Node> T there(Class<T> type, String selector) throws Exception {
        eventually("there is " + selector, () -> find(type, selector).isPresent());
        return find(type, selector).orElseThrow();
    }

    void show(String page) {
        fx(() -> {
            boolean there = app.pages()
                    .viewProperty()
                    .get()
                    .current()
                    .filter(p -> p.id().equals(page))
                    .isPresent();
            if (there) {
                return;
            }
            app.pages().show(page);
            app.stage().getScene().getRoot().applyCss();
            app.stage().getScene().getRoot().layout();
        });
    }

    /** Opens an environment by its button in the settings. */
    void open(String environment) throws Exception {
        if (get(() -> app.model().getState().environment()).name().equals(environment)) {
            return;
        }
        show("settings");
        Button button = there(Button.class, "#open-" + environment);
        fx(button::fire);
        eventually(
                environment + " is open",
                () -> get(() -> app.model().getState().environment()).name().equals(environment));
    }

    /** Another person is at the desk. */
    @SuppressWarnings("unchecked")
    void sits(String person) throws Exception {
        show("settings");
        ComboBox<String> desk = there(ComboBox.class, "#desk");
        fx(() -> desk.setValue(person));
        eventually(
                person + " is at the desk",
                () -> get(() -> app.model().deskProperty().get()).person().equals(person));
    }

    void readOnly(boolean on) throws Exception {
        show("settings");
        javafx.scene.control.CheckBox box = there(javafx.scene.control.CheckBox.class, "#readOnly");
        fx(() -> {
            if (box.isSelected() != on) {
                box.fire();
            }
        });
        assertThat(get(() -> app.model().deskProperty().get()).readOnly()).isEqualTo(on);
    }

    /** Chooses a row of the live page that can be acknowledged. */
    void chooseObjective() throws Exception {
        show("live");
        eventually(
                "the live page has its actions", () -> action("slo.acknowledge").isPresent());
        if (!reason("slo.acknowledge").contains("chosen")) {
            return;
        }
        TableView<?> table = there(TableView.class, "#objectives");
        eventually(
                "an objective is there",
                () -> get(() -> {
                    for (int i = 0; i < table.getItems().size(); i++) {
                        table.getSelectionModel().select(i);
                        if (table.getSelectionModel().getSelectedItem() != null
                                && !app.shell().actions().stream()
                                        .filter(a -> a.id().equals("slo.acknowledge"))
                                        .map(a -> a.unavailable().getValue())
                                        .findFirst()
                                        .orElseThrow()
                                        .contains("chosen")) {
                            table.requestFocus();
                            return true;
                        }
                    }
                    return false;
                }));
    }

    /** Gives a reason where an acknowledgement asks for it, and goes on to the guard. */
    void giveReason(String words) {
        if (inDialog(Node.class, "#length").isPresent()) {
            TextField reason = inDialog(TextField.class, "#reason").orElseThrow();
            Button next = inDialog(Button.class, "#next").orElseThrow();
            fx(() -> {
                reason.setText(words);
                next.fire();
            });
        }
    }

    /** Searches the palette for the action's name and presses Enter. */
    void palette(String name) {
        fx(() -> app.shell().openPalette());
        TextField query = find(TextField.class, "#query").orElseThrow();
        fx(() -> {
            query.setText(name);
            press(query, KeyCode.ENTER);
        });
    }

    void key(KeyCode code) {
        fx(() -> {
            Node owner = app.stage().getScene().getFocusOwner();
            press(owner == null ? app.stage().getScene().getRoot() : owner, code);
        });
    }

    static void press(Node target, KeyCode code) {
        Event.fireEvent(target, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
    }

    /** Opens a menu of the band and chooses an item, where it can be chosen. */
    void menu(String id, String name) {
        MenuButton menu = find(MenuButton.class, "#" + id).orElseThrow();
        fx(() -> {
            menu.getOnShowing().handle(new Event(MenuButton.ON_SHOWING));
            menu.getItems().stream()
                    .filter(item -> item.getText().equals(name) && !item.isDisable())
                    .forEach(item -> item.fire());
        });
    }

    void fire(String selector) throws Exception {
        Button button = there(Button.class, selector);
        fx(button::fire);
    }

    /** Whether a dialog is there whose plan can be read. */
    boolean isArmed() {
        return inDialog(Node.class, "#armed").filter(Node::isVisible).isPresent();
    }

    /** Whether a dialog is there that says why it cannot be done. */
    boolean isRefused() {
        return inDialog(Node.class, "#problem").filter(Node::isVisible).isPresent() && !isArmed();
    }

    boolean isCovered() {
        return inDialog(Node.class, ".guard-dialog").isPresent();
    }

    Button confirm() {
        return inDialog(Button.class, "#confirm").orElseThrow();
    }

    String missing() {
        return inDialog(Labeled.class, "#reason").orElseThrow().getText();
    }

    boolean asksForName() {
        return inDialog(Node.class, "#namePart").filter(Node::isVisible).isPresent();
    }

    void type(String name) {
        TextField field = inDialog(TextField.class, "#name").orElseThrow();
        fx(() -> field.setText(name));
    }

    void hide() {
        fx(() -> app.shell().hidePopups());
    }

    /** What kinds of events there are from a place on. */
    List<String> kinds(long after) throws SQLException {
        List<String> kinds = new ArrayList<>();
        try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("journal.db"));
                Statement statement = other.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT kind FROM journal_event WHERE seq > " + after + " ORDER BY seq")) {
            while (row.next()) {
                kinds.add(row.getString(1));
            }
        }
        return kinds;
    }

    @Override
    public void close() {
        fx(app::close);
        css.close();
        assertThat(css.lines()).isEmpty();
    }
}
