package dev.tars.console.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tars.console.app.settings.UserFolders;
import dev.tars.console.app.shell.ShellState;
import dev.tars.console.base.ConnectionReport;
import dev.tars.console.base.ConnectionReport.Status;
import dev.tars.console.base.Problem;
import dev.tars.console.base.Ticker;
import dev.tars.console.connect.Eventually;
import dev.tars.console.testing.CssLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/** A window whose journal takes nothing says so at once, refuses what must be recorded, and goes on watching. */
@ExtendWith(ApplicationExtension.class)
@Timeout(120)
@SuppressWarnings("NullAway.Init") // the window is opened by each test
class WindowJournalTest {

    private static final Duration LONG = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    private final CssLog css = new CssLog();
    private StubPrometheus lab;
    private ConsoleApp app;

    @BeforeEach
    void serve() throws IOException {
        lab = new StubPrometheus();
        Files.writeString(
                folder.resolve("environments.yaml"),
                "version: 1\nenvironments:\n  - name: lab\n    prometheus: {url: '" + lab.url() + "'}\n");
    }

    @AfterEach
    void close() throws IOException {
        fx(app::close);
        lab.close();
        css.close();
        assertThat(css.lines()).isEmpty();
    }

    private static void fx(Runnable run) {
        WaitForAsyncUtils.waitForAsyncFx(30_000, run);
    }

    private static void eventually(String claim, Callable<Boolean> check) throws Exception {
        Eventually.holds(LONG, claim, check);
    }

    private void open(Map<String, String> variables, String... arguments) {
        Options options = new Options();
        Options.reader(options).parseArgs(arguments);
        Wiring wiring = new Wiring(
                options, new UserFolders(folder, folder), variables, "Linux", Clock.systemUTC(), Ticker.system());
        fx(() -> {
            app = new ConsoleApp(wiring, Beginning.read(wiring), new Stage());
            app.show();
        });
    }

    private ShellState state() {
        return app.model().getState();
    }

    private Optional<Status> journal() {
        return state().journal().map(ConnectionReport::status);
    }

    private boolean isShown(String id) {
        Node node = app.stage().getScene().lookup("#" + id);
        return node != null && node.isVisible();
    }

    private boolean statusBarSays(String words) {
        return app.stage().getScene().getRoot().lookupAll(".connection").stream()
                .anyMatch(node -> ((Labeled) node).getText().startsWith(words));
    }

    /** Why the palette cannot mark the release's start; empty where it can. */
    private String reason() {
        StringBuilder reason = new StringBuilder();
        fx(() -> app.shell().actions().stream()
                .filter(action -> action.id().equals("release.mark"))
                .forEach(action -> reason.append(action.unavailable().getValue())));
        return reason.toString();
    }

    private void press(String action) {
        fx(() -> app.shell().actions().stream()
                .filter(each -> each.id().equals(action))
                .forEach(each -> each.run().run()));
    }

    @Test
    void aServerThatIsNotThereIsSaidAndTheConsoleGoesOnWatching() throws Exception {
        open(Map.of("TARS_CONSOLE_JOURNAL", "jdbc:postgresql://127.0.0.1:1/none?user=anna"), "--environment", "lab");
        eventually("it is said in the status bar", () -> statusBarSays("Journal: no answer"));
        eventually("and in the band", () -> isShown("notRecording"));
        assertThat(state().notices()).anyMatch(n -> n.problem().what().equals("The journal's server does not answer."));
        assertThat(state().journal().map(ConnectionReport::address)).contains("jdbc:postgresql://127.0.0.1:1/none");
        assertThat(reason()).isEqualTo("What cannot be recorded does not run. The journal's server does not answer.");
        eventually("the environment is watched", () -> lab.questions() > 10);
        assertThat(folder.resolve("journal.db"))
                .as("it does not go on in a journal of its own")
                .doesNotExist();
    }

    @Test
    void aWrongAddressIsRefusedWithoutItsPassword() throws Exception {
        open(
                Map.of(),
                "--environment",
                "lab",
                "--journal",
                "jdbc:postgresql://127.0.0.1/shared?user=anna&password=planted-77aa");
        eventually("it is said", () -> journal().equals(Optional.of(Status.STOPPED)));
        assertThat(state().toString()).doesNotContain("planted-77aa").contains("a secret is written down");
        eventually("and in the band", () -> isShown("notRecording"));
        assertThat(reason()).startsWith("What cannot be recorded does not run.");
    }

    @Test
    void aJournalThatStopsWhileTheWindowIsOpenIsAStateAndIsReopenedByAPerson() throws Exception {
        Path file = folder.resolve("own.db");
        open(Map.of(), "--environment", "lab", "--journal", file.toString());
        eventually("the environment is open", () -> lab.questions() > 10);
        eventually("the journal is open", () -> journal().equals(Optional.of(Status.ANSWERING)));
        assertThat(reason()).isEmpty();
        assertThat(isShown("notRecording")).isFalse();
        sql(file, "ALTER TABLE journal_head RENAME TO taken_away");
        // The opening of an environment is noted.
        press("environment.again");
        eventually("it is said in the status bar", () -> statusBarSays("Journal: stopped"));
        assertThat(isShown("notRecording")).isTrue();
        assertThat(state().journal().flatMap(ConnectionReport::problem).map(Problem::what))
                .contains("The journal cannot be used.");
        assertThat(reason()).isEqualTo("What cannot be recorded does not run. The journal cannot be used.");
        sql(file, "ALTER TABLE taken_away RENAME TO journal_head");
        assertThat(journal()).as("what is there again proves nothing yet").contains(Status.STOPPED);
        press("journal.reopen");
        eventually("it is whole, and opens", () -> journal().equals(Optional.of(Status.ANSWERING)));
        assertThat(isShown("notRecording")).isFalse();
    }

    private static void sql(Path file, String statement) throws SQLException {
        try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement execute = other.createStatement()) {
            execute.execute(statement);
        }
    }
}
