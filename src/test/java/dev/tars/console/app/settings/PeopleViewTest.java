package dev.tars.console.app.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tars.console.app.guard.Desk;
import dev.tars.console.app.guard.PeopleDesk;
import dev.tars.console.app.guard.PeopleFolder;
import dev.tars.console.connect.Eventually;
import dev.tars.console.release.Action;
import dev.tars.console.release.ApprovalRequest;
import dev.tars.console.release.ApprovalText;
import dev.tars.console.release.Consent;
import dev.tars.console.release.Harm;
import dev.tars.console.release.Mode;
import dev.tars.console.release.Place;
import dev.tars.console.release.Plan;
import dev.tars.console.release.client.KeyRing;
import dev.tars.console.testing.CssLog;
import dev.tars.console.ui.FxmlViews;
import dev.tars.console.ui.Texts;
import dev.tars.console.ui.background.FxBackground;
import dev.tars.console.ui.background.FxThread;
import dev.tars.console.ui.background.Workers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The people of the settings: keys in real files, one person more, a signature for another desk. */
@ExtendWith(ApplicationExtension.class)
@Timeout(120)
@SuppressWarnings("NullAway.Init") // the page is made on the FX thread, before each test
class PeopleViewTest {

    private static final Duration LONG = Duration.ofSeconds(30);
    private static final String PASSPHRASE = "correct horse battery staple";
    private static final Plan PLAN =
            new Plan("upgrade.roll", "Roll us-east-1", Harm.IRREVERSIBLE, "production", List.of("helm upgrade tars"));

    @TempDir
    Path folder;

    private final CssLog css = new CssLog();
    private final Workers workers = new Workers("test", 1);
    private final Desk desk = new Desk(Place.open("practice"), "Otto");
    private final Mode mode = new Mode(false);
    private final List<Action> asked = new ArrayList<>();
    private PeopleDesk people;
    private Stage stage;
    private Parent page;

    private final class Around implements PeopleDesk.Around {
        @Override
        public void sits(String name) {
            desk.sits(name);
        }

        @Override
        public void readAgain() {
            PeopleFolder.Read read = PeopleFolder.read(folder.resolve("people.yaml"));
            desk.count(read.people());
            people.show(read);
        }

        @Override
        public void ask(Action action) {
            asked.add(action);
        }
    }

    @Start
    void start(Stage window) {
        stage = window;
        people = new PeopleDesk(
                PeopleFolder.read(folder.resolve("people.yaml")),
                desk,
                mode,
                new KeyRing(folder.resolve("keys")),
                new FxBackground(workers.pool(), FxThread.real()),
                new Around(),
                new Texts());
        page = new FxmlViews(new Texts())
                .load(
                        "shell-people",
                        PeopleView.class,
                        Map.of(PeopleView.class, () -> new PeopleView(people, new Texts())))
                .root();
        stage.setScene(new Scene(page, 900, 700));
        stage.show();
    }

    @AfterEach
    void close() {
        fx(stage::close);
        workers.close();
        css.close();
        assertThat(css.lines()).isEmpty();
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

    private void fire(String id) {
        fx(() -> node(Button.class, id).fire());
    }

    private String said() {
        return node(Labeled.class, "said").isVisible()
                ? node(Labeled.class, "said").getText()
                : "";
    }

    private boolean failed() {
        return node(Node.class, "problem").isVisible();
    }

    private void makeKey() throws Exception {
        fx(() -> {
            node(TextField.class, "keyName").setText("Ben");
            node(PasswordField.class, "keyPassphrase").setText(PASSPHRASE);
            node(PasswordField.class, "keyPassphraseAgain").setText(PASSPHRASE);
        });
        fire("createKey");
        eventually("the key is made", () -> !said().isEmpty());
    }

    private List<String> keyFiles() throws Exception {
        if (!Files.exists(folder.resolve("keys"))) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder.resolve("keys"))) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    @Test
    void twoDifferentPassphrasesMakeNoKey() throws Exception {
        fx(() -> {
            node(TextField.class, "keyName").setText("Ben");
            node(PasswordField.class, "keyPassphrase").setText(PASSPHRASE);
            node(PasswordField.class, "keyPassphraseAgain").setText(PASSPHRASE + "r");
        });
        fire("createKey");
        assertThat(failed()).isTrue();
        assertThat(keyFiles()).isEmpty();
    }

    @Test
    void aNewKeyIsOfferedForThePeopleFileAndOnlyTheGuardWritesIt() throws Exception {
        makeKey();
        assertThat(keyFiles()).hasSize(1);
        assertThat(node(PasswordField.class, "keyPassphrase").getText()).isEmpty();
        assertThat(node(TextField.class, "addName").getText()).isEqualTo("Ben");
        String key = node(TextField.class, "addKey").getText();
        fire("add");
        assertThat(folder.resolve("people.yaml")).doesNotExist();
        assertThat(asked).hasSize(1);
        assertThat(asked.get(0).harm()).isEqualTo(Harm.REVERSIBLE);
        assertThat(asked.get(0).steps().now()).anyMatch(step -> step.contains(key));
        fx(() -> node(TextField.class, "addKey").setText("no key"));
        fire("add");
        assertThat(failed()).as("what is no key is not asked for").isTrue();
        assertThat(asked).hasSize(1);
    }

    @Test
    @SuppressWarnings("unchecked")
    void aRequestIsShownBeforeItIsSignedAndTheAnswerIsForThatRequestOnly() throws Exception {
        makeKey();
        Instant opened = Instant.parse("2026-08-18T14:32:19Z");
        ApprovalRequest request = new ApprovalRequest(PLAN, "Otto", "nonce-1", opened, opened.plusSeconds(900));
        fire("sign");
        assertThat(failed()).as("nothing to sign yet").isTrue();
        clipboard("not a request");
        fire("pasteRequest");
        assertThat(failed()).isTrue();
        assertThat(node(TextArea.class, "request").isVisible()).isFalse();

        clipboard(ApprovalText.write(request));
        fire("pasteRequest");
        assertThat(node(TextArea.class, "request").getText())
                .contains("Otto", "Roll us-east-1", "production", "helm upgrade tars", PLAN.shortHash());
        eventually(
                "Ben's key is there",
                () -> node(ComboBox.class, "signer").getItems().contains("Ben"));
        fx(() -> {
            node(ComboBox.class, "signer").setValue("Ben");
            node(PasswordField.class, "signPassphrase").setText("wrong");
        });
        fire("sign");
        eventually("a wrong passphrase signs nothing", this::failed);
        fx(() -> node(PasswordField.class, "signPassphrase").setText(PASSPHRASE));
        fire("sign");
        eventually("it is signed", () -> !said().isEmpty());
        assertThat(node(PasswordField.class, "signPassphrase").getText()).isEmpty();
        Consent answer = ApprovalText.readConsent(clipboard(), request);
        assertThat(answer.signer()).isEqualTo("Ben");
    }

    @Test
    void readOnlyIsTurnedOnHereAndStaysOnWhereTheStartSaidSo() {
        fx(() -> node(CheckBox.class, "readOnly").fire());
        assertThat(mode.isReadOnly()).isTrue();
        fx(() -> node(CheckBox.class, "readOnly").fire());
        assertThat(mode.isReadOnly()).isFalse();
    }

    @Test
    void aFileThatIsRefusedSaysSoAndCountsNobody() throws Exception {
        Files.writeString(folder.resolve("people.yaml"), "version: 1\npeople: {}\n");
        fire("again");
        eventually("it is said", this::failed);
        assertThat(desk.person().role().mayAct()).isFalse();
    }

    private static void clipboard(String text) {
        fx(() -> Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text)));
    }

    private static String clipboard() {
        AtomicReference<String> text = new AtomicReference<>("");
        fx(() -> text.set(Clipboard.getSystemClipboard().getString()));
        return Objects.requireNonNull(text.get());
    }
}
