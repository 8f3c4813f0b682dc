package dev.tars.console.ui.controls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tars.console.base.ConnectionReport;
import dev.tars.console.base.ConnectionReport.Status;
import dev.tars.console.base.Problem;
import dev.tars.console.connect.Eventually;
import dev.tars.console.ui.Texts;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
@Timeout(60)
class ControlsTest {

    private static final Instant NOW = Instant.parse("2026-08-18T14:32:19Z");

    private LookPane pane;
    private Label content;

    @Start
    void start(Stage stage) {
        pane = new LookPane();
        content = new Label("content");
        pane.setContent(content);
        stage.setScene(new Scene(pane, 400, 300));
        stage.show();
    }

    private void show(PaneLook look) {
        WaitForAsyncUtils.waitForAsyncFx(5_000, () -> pane.show(look));
    }

    private boolean isShown(String text) {
        return pane.lookupAll(".label").stream()
                .anyMatch(node -> node instanceof Label label && label.getText().equals(text) && isVisible(node));
    }

    private static boolean isVisible(Node node) {
        return node.isVisible() && (node.getParent() == null || isVisible(node.getParent()));
    }

    @Test
    void loadingSaysNothingAtFirstGreysTheOldContentAndThenSaysWhatItWaitsFor() throws Exception {
        show(new PaneLook.Loading("Asking Prometheus for 15 objectives", 0.3));
        assertThat(isShown("Asking Prometheus for 15 objectives")).isFalse();
        assertThat(content.isVisible()).isTrue();
        assertThat(pane.getPseudoClassStates()).contains(PseudoClass.getPseudoClass("greyed"));
        long start = System.nanoTime();
        while (!isShown("Asking Prometheus for 16 objectives")) {
            // Progress within the wait does not begin the wait anew.
            show(new PaneLook.Loading("Asking Prometheus for 16 objectives", 0.4));
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
        }
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(300));
        show(new PaneLook.Full());
        assertThat(isShown("Asking Prometheus for 16 objectives")).isFalse();
        assertThat(pane.getPseudoClassStates()).doesNotContain(PseudoClass.getPseudoClass("greyed"));
    }

    @Test
    void aShortWaitIsNeverSeen() throws Exception {
        show(new PaneLook.Loading("Asking", -1));
        show(new PaneLook.Full());
        long start = System.nanoTime();
        Eventually.holds(
                Duration.ofSeconds(5),
                "half a second passes",
                () -> System.nanoTime() - start > Duration.ofMillis(600).toNanos());
        assertThat(isShown("Asking")).isFalse();
    }

    @Test
    void failedTakesTheContentsPlaceAndStaleStandsOverIt() {
        show(new PaneLook.Failed(
                Problem.of("Jaeger did not answer within 10 s.", "http://j", "Go is blocked.", "Is it up?"),
                Optional.of("Next try in 20 s.")));
        assertThat(content.isVisible()).isFalse();
        assertThat(isShown("Jaeger did not answer within 10 s.")).isTrue();
        assertThat(isShown("Is it up? Next try in 20 s.")).isTrue();
        show(new PaneLook.Stale("Everything here is 3 min old."));
        assertThat(content.isVisible()).isTrue();
        assertThat(isShown("Everything here is 3 min old.")).isTrue();
        assertThat(isShown("Jaeger did not answer within 10 s.")).isFalse();
    }

    @Test
    void emptyAndNotAskedSayWhy() {
        show(new PaneLook.Empty("No trace matches.", "412 were there without the tag."));
        assertThat(isShown("412 were there without the tag.")).isTrue();
        show(new PaneLook.NotAsked("No soak has run.", ""));
        assertThat(isShown("No soak has run.")).isTrue();
        assertThat(isShown("412 were there without the tag.")).isFalse();
    }

    @Test
    void anOldValueGoesIntoBracketsAndNoValueDoesNot() {
        assertThat(AgedValue.words("812 MiB", false)).isEqualTo("812 MiB");
        assertThat(AgedValue.words("812 MiB", true)).isEqualTo("(812 MiB)");
        assertThat(AgedValue.words("–", true)).isEqualTo("–");
    }

    @ParameterizedTest
    @CsvSource({
        "NOT_ASKED, Prometheus not asked",
        "ANSWERING, Prometheus 4\u00a0s",
        "PARTIAL, Prometheus partial answer 4\u00a0s",
        "FAILING, Prometheus: no answer 2\u00a0min",
        "OPEN_CIRCUIT, Prometheus: no answer 2\u00a0min"
    })
    void aConnectionSaysHowItStandsAndSinceWhen(Status status, String words) {
        ConnectionReport report = new ConnectionReport(
                "Prometheus",
                "http://mon",
                status,
                NOW.minusSeconds(125),
                Optional.of(NOW.minusSeconds(4)),
                Optional.empty(),
                "",
                "",
                Optional.empty());
        assertThat(ConnectionButton.words(report, NOW, new Texts())).isEqualTo(words);
    }
}
