package dev.tars.console.checklist.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tars.console.app.Theme;
import dev.tars.console.app.settings.Density;
import dev.tars.console.base.Problem;
import dev.tars.console.checklist.Hall;
import dev.tars.console.checklist.Ledger;
import dev.tars.console.testing.CssLog;
import dev.tars.console.ui.Texts;
import dev.tars.console.ui.background.ManualBackground;
import dev.tars.console.ui.controls.Look;
import dev.tars.console.ui.controls.StatusPill;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

@ExtendWith(ApplicationExtension.class)
@Timeout(120)
@SuppressWarnings("NullAway.Init")
class ChecklistScreenTest {

    private final CssLog css = new CssLog();
    private final ManualBackground background = new ManualBackground();
    private final SimpleObjectProperty<Instant> tick = new SimpleObjectProperty<>(Instant.EPOCH);
    private Path folder;
    private Hall hall;
    private Theme theme;
    private ChecklistScreen screen;
    private Scene scene;

    @Start
    void start(Stage stage) throws IOException {
        folder = Files.createTempDirectory("checklist");
        hall = new Hall(folder, SampleList.TEXT);
        hall.verdicts.put("p95", Ledger.MISSED);
        theme = new Theme();
        theme.use(false, 100, Density.STANDARD);
        screen = new ChecklistScreen(hall, hall.desk, background, hall.clock, ZoneOffset.UTC, tick, new Texts());
        scene = new Scene(screen.root(), 1102, 738);
        theme.dress(scene);
        stage.setScene(scene);
        stage.show();
        screen.open();
        hall.publish();
        hall.run(List.of("p95"));
        background.crank();
        screen.initialFocus().requestFocus();
    }

    @Stop
    void stop() throws IOException {
        screen.dispose();
        theme.release(scene);
        hall.close();
        try (var files = Files.walk(folder)) {
            files.sorted(java.util.Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        }
    }

    @AfterEach
    void noLineOnJavafxCss() {
        css.close();
        assertThat(css.lines()).isEmpty();
    }

    private void settle(FxRobot robot, Runnable act) {
        robot.interact(() -> {
            act.run();
            background.crank();
            scene.getRoot().applyCss();
            scene.getRoot().layout();
        });
    }

    private <T extends Node> T find(FxRobot robot, String id, Class<T> type) {
        return robot.lookup("#" + id).queryAs(type);
    }

    private String text(FxRobot robot, String id) {
        return find(robot, id, Label.class).getText();
    }

    @Test
    void theStripSaysWhatStandsBetweenHereAndGo(FxRobot robot) {
        StatusPill verdict = find(robot, "checklist-verdict", StatusPill.class);
        assertThat(verdict.getText()).isEqualTo("No-go");
        assertThat(verdict.getPseudoClassStates()).contains(Look.MISSED.pseudoClass());
        assertThat(text(robot, "checklist-sentence")).isEqualTo("4 of 4 pre-release items stand between here and go.");
        assertThat(text(robot, "checklist-unblocks"))
                .startsWith("Unblocks most: Mend, then run again: API p95 is below 100 ms");
        assertThat(text(robot, "checklist-counts")).isEqualTo("1 not run · 1 missed · 2 to sign");
    }

    @Test
    void theDetailFollowsTheArrowsAndShowsEvidence(FxRobot robot) {
        settle(robot, () -> screen.view().items().getSelectionModel().select(1));

        assertThat(text(robot, "checklist-detail-title")).isEqualTo("API p95 is below 100 ms");
        assertThat(text(robot, "checklist-detail-line")).isEqualTo("187 ms");
        assertThat(robot.lookup("#checklist-evidence .text-area")
                        .queryAs(TextArea.class)
                        .getText())
                .isEqualTo("{\"value\":1}");
        assertThat(robot.lookup("#checklist-history .label")
                        .queryAs(Label.class)
                        .getText())
                .contains("Anna")
                .contains("missed: 187 ms");
    }

    @Test
    void signingHappensInTheDetailAndTheSignedLooksLikeNoMachine(FxRobot robot) {
        settle(robot, () -> {
            screen.view().items().getSelectionModel().select(4);
            screen.actions().stream()
                    .filter(action -> action.id().equals("checklist.say.sign"))
                    .findFirst()
                    .orElseThrow()
                    .run()
                    .run();
        });
        assertThat(find(robot, "checklist-say", Node.class).isVisible()).isTrue();
        assertThat(scene.getFocusOwner()).isInstanceOf(TextArea.class);
        settle(robot, () -> find(robot, "checklist-say-do", Button.class).fire());
        settle(robot, hall::publish);

        StatusPill pill = find(robot, "checklist-detail-state", StatusPill.class);
        assertThat(pill.getText()).isEqualTo("signed");
        assertThat(pill.getPseudoClassStates())
                .contains(Look.SIGNED.pseudoClass())
                .doesNotContain(Look.MET.pseudoClass());
        assertThat(find(robot, "checklist-say", Node.class).isVisible()).isFalse();
    }

    @Test
    void spaceAsksTheSelectedItemAgain(FxRobot robot) {
        settle(robot, () -> {
            screen.view().items().requestFocus();
            screen.view().items().getSelectionModel().select(1);
        });
        hall.asked.clear();
        robot.push(KeyCode.SPACE);

        assertThat(hall.asked).containsExactly("p95");
    }

    @Test
    void theDrawerNamesWhatUnblocksMostFirst(FxRobot robot) {
        settle(robot, () -> find(robot, "checklist-whynot", Button.class).fire());

        assertThat(text(robot, "checklist-whynot-title")).isEqualTo("4 between here and go");
        ListView<?> list = find(robot, "checklist-whynot-list", ListView.class);
        assertThat(list.getItems()).hasSize(4);
        assertThat(robot.lookup("#checklist-whynot-list .row-line")
                        .queryAs(Label.class)
                        .getText())
                .isEqualTo("Mend, then run again · SRE · 1 wait for it");
    }

    @Test
    void aBrokenFileStandsInPlaceOfTheList(FxRobot robot) {
        hall.rewrite("- [ ] **a** {#a}\n\n  ```promql expect=\"all << 2\"\n  a\n  ```\n");
        settle(robot, hall::publish);

        assertThat(screen.view().items().isVisible()
                        && screen.view().items().getScene() != null
                        && robot.lookup(".problem-pane").queryAs(Node.class).isVisible())
                .isTrue();
        assertThat(robot.lookup(".problem-pane .mono").queryAs(Label.class).getText())
                .startsWith("validation-v1.0.1.md:3:");
        assertThat(find(robot, "checklist-verdict", StatusPill.class).getText()).isEqualTo("No-go");
    }

    @Test
    void aStoppedJournalMakesEverythingOld(FxRobot robot) {
        hall.trouble(Problem.of("The disk is full.", "", "", ""));
        settle(robot, hall::publish);

        assertThat(robot.lookup(".stale-band").queryAs(Node.class).isVisible()).isTrue();
        assertThat(text(robot, "checklist-sentence")).isEqualTo("The disk is full.");
    }

    @Test
    void darkHasTheSameSheetsWithoutAComplaint(FxRobot robot) {
        settle(robot, () -> theme.use(true, 125, Density.COMFORTABLE));

        assertThat(text(robot, "checklist-sentence")).isNotEmpty();
    }
}
