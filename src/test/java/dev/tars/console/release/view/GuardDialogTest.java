package dev.tars.console.release.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tars.console.app.Theme;
import dev.tars.console.app.settings.Density;
import dev.tars.console.base.Problem;
import dev.tars.console.connect.Eventually;
import dev.tars.console.connect.HandClock;
import dev.tars.console.release.Action;
import dev.tars.console.release.ActionRecord;
import dev.tars.console.release.Approval;
import dev.tars.console.release.ApprovalRequest;
import dev.tars.console.release.ApprovalText;
import dev.tars.console.release.Guard;
import dev.tars.console.release.GuardDesk;
import dev.tars.console.release.Harm;
import dev.tars.console.release.Mode;
import dev.tars.console.release.Outcome;
import dev.tars.console.release.People;
import dev.tars.console.release.Person;
import dev.tars.console.release.Place;
import dev.tars.console.release.Plan;
import dev.tars.console.release.Role;
import dev.tars.console.release.SigningKey;
import dev.tars.console.release.TargetReading;
import dev.tars.console.release.client.KeyRing;
import dev.tars.console.testing.CssLog;
import dev.tars.console.ui.Texts;
import dev.tars.console.ui.background.FxBackground;
import dev.tars.console.ui.background.FxThread;
import dev.tars.console.ui.background.Workers;
import dev.tars.console.ui.controls.EnvironmentSign;
import dev.tars.console.ui.controls.Look;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.kordamp.ikonli.feather.Feather;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The real dialog over the real guard, with real keys in files: what has to be given, and what does not count. */
@ExtendWith(ApplicationExtension.class)
@Timeout(120)
@SuppressWarnings("NullAway.Init") // the window is made on the FX thread, before each test
class GuardDialogTest {

    private static final Duration LONG = Duration.ofSeconds(30);
    private static final String PASSPHRASE = "correct horse battery staple";

    @TempDir
    Path folder;

    private final CssLog css = new CssLog();
    private final HandClock clock = new HandClock();
    private final SimpleObjectProperty<Instant> now = new SimpleObjectProperty<>(clock.instant());
    private final SimpleObjectProperty<GuardHealth> health = new SimpleObjectProperty<>(
            new GuardHealth(Look.MET, "ok", "Now: 12 ok, asked 4 s ago", "Nothing has changed since you opened this"));
    private final Workers workers = new Workers("test", 2);
    private final SigningKey bens = SigningKey.create("Ben");
    private final List<String> recorded = new CopyOnWriteArrayList<>();
    private final List<String> ran = new CopyOnWriteArrayList<>();
    private final List<Outcome> ended = new CopyOnWriteArrayList<>();
    private final AtomicReference<String> command = new AtomicReference<>("helm upgrade tars --version 1.0.1");
    private Optional<Problem> unavailable = Optional.empty();
    private People people = People.NONE;
    private Stage stage;
    private StackPane page;
    private GuardDialog dialog;

    private final class Desk implements GuardDesk {
        @Override
        public Place place() {
            return Place.guarded("production");
        }

        @Override
        public Person person() {
            return people.atDesk("Otto");
        }

        @Override
        public People people() {
            return people;
        }
    }

    private final class Recorded implements ActionRecord {
        @Override
        public Optional<Problem> unavailable() {
            return unavailable;
        }

        @Override
        public String intent(Approval approval) {
            recorded.add("intent, signed by " + approval.seconds());
            return "1";
        }

        @Override
        public void outcome(String intent, String actor, Plan plan, Outcome outcome) {
            recorded.add("outcome " + outcome.ending());
        }
    }

    @Start
    void start(Stage window) {
        stage = window;
        page = new StackPane();
        Scene scene = new Scene(page, 900, 760);
        Theme theme = new Theme();
        theme.use(Boolean.getBoolean("guard.dark"), 100, Density.STANDARD);
        theme.dress(scene);
        stage.setScene(scene);
        stage.show();
    }

    @AfterEach
    void close() {
        fx(() -> {
            dialog.close();
            stage.close();
        });
        workers.close();
        css.close();
        assertThat(css.lines()).isEmpty();
    }

    /** Opens the dialog for what cannot be taken back; it is armed. */
    private void open() throws Exception {
        KeyRing keys = new KeyRing(folder.resolve("keys"));
        Person otto = new Person("Otto", Role.OPERATOR, Optional.of(keys.create("Otto", PASSPHRASE.toCharArray())));
        people = new People(List.of(otto, new Person("Ben", Role.APPROVER, Optional.of(bens.publicKey()))), true);
        Guard guard = new Guard(
                new Mode(false),
                new Desk(),
                environment -> new TargetReading(
                        clock.instant(),
                        List.of(new TargetReading.Line("cluster", TargetReading.Match.SAME, "prod-eu-1"))),
                new Recorded(),
                clock);
        Action action = new Action(
                "upgrade.roll",
                "Roll us-east-1",
                Harm.IRREVERSIBLE,
                "The schema cannot be taken back.",
                Action.Reach.TARGET,
                "production",
                () -> List.of(command.get()),
                approval -> {
                    ran.addAll(approval.plan().steps());
                    return Outcome.done("Rolled.");
                });
        fx(() -> {
            dialog = new GuardDialog(
                    guard,
                    keys,
                    new FxBackground(workers.pool(), FxThread.real()),
                    now,
                    health,
                    new EnvironmentSign(Feather.SHIELD, "PRODUCTION", "cluster prod-eu-1, protected", "env-ink"),
                    action,
                    ended::add,
                    new Texts());
            page.getChildren().setAll(dialog.root());
            page.applyCss();
            page.layout();
            dialog.open(() -> page.getChildren().clear());
        });
        eventually("it is armed", () -> node(Node.class, "armed").isVisible());
    }

    private static void fx(Runnable run) {
        WaitForAsyncUtils.waitForAsyncFx(30_000, run);
    }

    private static void eventually(String claim, Callable<Boolean> check) throws Exception {
        Eventually.holds(LONG, claim, check);
    }

    private <T extends Node> T node(Class<T> type, String id) {
        AtomicReference<Node> found = new AtomicReference<>();
        fx(() -> found.set(page.lookup("#" + id)));
        return type.cast(Objects.requireNonNull(found.get(), id));
    }

    private boolean mayConfirm() {
        return !node(Button.class, "confirm").isDisabled();
    }

    private String missing() {
        return node(Label.class, "reason").getText();
    }

    private List<String> signed() {
        List<String> words = new ArrayList<>();
        fx(() -> page.lookup("#signed").lookupAll(".pill").forEach(pill -> words.add(((Labeled) pill).getText())));
        return words;
    }

    private void type(String name) {
        fx(() -> node(TextField.class, "name").setText(name));
    }

    /** With the key in the file, as at the desk. */
    @SuppressWarnings("unchecked")
    private void signAtTheDesk() throws Exception {
        fx(() -> {
            assertThat(node(ComboBox.class, "signer").getValue()).isEqualTo("Otto");
            node(PasswordField.class, "passphrase").setText(PASSPHRASE);
            node(Button.class, "sign").fire();
        });
        assertThat(node(PasswordField.class, "passphrase").getText()).isEmpty();
        eventually(
                "Otto has signed",
                () -> !node(Button.class, "sign").isDisabled() && signed().contains("Otto signed this plan"));
    }

    private ApprovalRequest copied() {
        AtomicReference<String> text = new AtomicReference<>("");
        fx(() -> {
            node(Button.class, "copyRequest").fire();
            text.set(Clipboard.getSystemClipboard().getString());
        });
        try {
            return ApprovalText.readRequest(Objects.requireNonNull(text.get()));
        } catch (ApprovalText.Unreadable e) {
            throw new AssertionError(text.get(), e);
        }
    }

    private void paste(String answer) {
        fx(() -> {
            Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, answer));
            node(Button.class, "pasteAnswer").fire();
        });
    }

    private void confirm() {
        fx(() -> node(Button.class, "confirm").fire());
    }

    private void giveAll() throws Exception {
        type("production");
        signAtTheDesk();
        ApprovalRequest request = copied();
        paste(ApprovalText.write(bens.sign(request), request));
    }

    @Test
    void theNameAndTwoPeopleAndItRunsOnce() throws Exception {
        open();
        assertThat(node(TextArea.class, "steps").getText()).isEqualTo("helm upgrade tars --version 1.0.1");
        assertThat(missing()).isEqualTo("The name is not complete.");
        type("Production");
        assertThat(missing()).isEqualTo("\"Production\" is not the name of this environment.");
        fx(() -> node(TextField.class, "name").paste());
        assertThat(node(Label.class, "nameHint").getText()).isEqualTo("The name is typed, not pasted.");
        type("production");
        assertThat(missing()).isEqualTo("Otto has not signed the request yet.");
        signAtTheDesk();
        assertThat(missing()).startsWith("Another person has not signed yet.");
        signAtTheDesk();
        assertThat(signed()).as("the same person twice is one").containsExactly("Otto signed this plan");
        assertThat(mayConfirm()).isFalse();

        ApprovalRequest request = copied();
        assertThat(request.plan().steps()).containsExactly("helm upgrade tars --version 1.0.1");
        paste(ApprovalText.write(bens.sign(request), request));
        assertThat(signed()).containsExactly("Otto signed this plan", "Ben signed this plan");
        assertThat(mayConfirm()).isTrue();
        assertThat(ran).isEmpty();
        confirm();
        confirm();
        eventually("it ran", () -> ended.size() == 1);
        assertThat(ran).containsExactly("helm upgrade tars --version 1.0.1");
        assertThat(recorded).containsExactly("intent, signed by [Ben]", "outcome DONE");
        eventually("the dialog is gone", () -> page.getChildren().isEmpty());
    }

    @Test
    void oneByteChangedAfterTheApprovalIsRefused() throws Exception {
        open();
        giveAll();
        assertThat(mayConfirm()).isTrue();
        command.set("helm upgrade tars --version 1.0.2");
        confirm();
        eventually("it is refused", () -> node(Node.class, "problem").isVisible());
        assertThat(node(Labeled.class, "confirm").isVisible()).isFalse();
        assertThat(words()).contains("Since this was asked for, what would run changed.");
        assertThat(ran).isEmpty();
        assertThat(recorded).isEmpty();
    }

    @Test
    void aSignatureUnderAnotherPlanDoesNotCount() throws Exception {
        open();
        type("production");
        signAtTheDesk();
        ApprovalRequest shown = copied();
        Plan other = new Plan(
                shown.plan().action(),
                shown.plan().title(),
                shown.plan().harm(),
                shown.plan().environment(),
                List.of("helm upgrade tars --version 1.0.2"));
        ApprovalRequest changed =
                new ApprovalRequest(other, shown.requester(), shown.nonce(), shown.opened(), shown.expires());
        paste(ApprovalText.write(bens.sign(changed), changed));
        assertThat(node(Node.class, "problem").isVisible()).isTrue();
        assertThat(signed()).containsExactly("Otto signed this plan");
        SigningKey anybody = SigningKey.create("Ben");
        paste(ApprovalText.write(anybody.sign(shown), shown));
        assertThat(node(Node.class, "problem").isVisible())
                .as("another key under Ben's name")
                .isTrue();
        assertThat(signed()).containsExactly("Otto signed this plan");
        assertThat(mayConfirm()).isFalse();
    }

    @Test
    void whatIsArmedExpiresAndAJournalThatStopsShutsIt() throws Exception {
        open();
        giveAll();
        assertThat(mayConfirm()).isTrue();
        unavailable = Optional.of(Problem.of("The disk of the journal is full.", "/var", "", "Free some room."));
        move(Duration.ofSeconds(1));
        assertThat(mayConfirm()).isFalse();
        assertThat(missing()).isEqualTo("What cannot be recorded does not run. The disk of the journal is full.");
        unavailable = Optional.empty();
        move(Duration.ofSeconds(1));
        assertThat(mayConfirm()).isTrue();
        move(Guard.ARMED_FOR_SECONDS);
        assertThat(mayConfirm()).isFalse();
        assertThat(missing()).startsWith("The request expired at ");
        assertThat(node(Label.class, "expires").getText()).isEqualTo("expired");
        confirm();
        assertThat(ran).isEmpty();
    }

    private void move(Duration by) {
        clock.move(by);
        fx(() -> now.set(clock.instant()));
    }

    @Test
    void howTheEnvironmentIsGoesOnWhileAPersonDecides() throws Exception {
        open();
        assertThat(node(Label.class, "healthNow").getText()).isEqualTo("Now: 12 ok, asked 4 s ago");
        fx(() -> health.set(new GuardHealth(
                Look.MISSED,
                "missed",
                "Now: 1 missed, 11 ok, asked 2 s ago",
                "Since you opened this: API p95 latency from ok to missed")));
        assertThat(node(Label.class, "healthSince").getText()).contains("from ok to missed");
        assertThat(node(Labeled.class, "healthPill").getText()).isEqualTo("missed");
        fx(dialog::close);
        fx(() -> health.set(new GuardHealth(Look.MET, "ok", "later", "")));
        assertThat(node(Label.class, "healthNow").getText())
                .as("a dialog that is gone")
                .doesNotContain("later");
    }

    private String words() {
        StringBuilder words = new StringBuilder();
        fx(() -> page.lookup("#problem").lookupAll(".label").stream()
                .map(Labeled.class::cast)
                .forEach(label -> words.append(label.getText()).append('\n')));
        return words.toString();
    }
}
