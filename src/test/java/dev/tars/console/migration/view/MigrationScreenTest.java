package dev.tars.console.migration.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tars.console.app.Theme;
import dev.tars.console.app.settings.Density;
import dev.tars.console.migration.MigrationBoard;
import dev.tars.console.migration.MigrationBoard.Link;
import dev.tars.console.migration.Samples;
import dev.tars.console.migration.StatementRun;
import dev.tars.console.testing.CssLog;
import dev.tars.console.ui.Screen.Badges;
import dev.tars.console.ui.Texts;
import dev.tars.console.ui.background.ManualBackground;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

/** The real FXML over boards of a script. */
@ExtendWith(ApplicationExtension.class)
@Timeout(60)
@SuppressWarnings("NullAway.Init")
class MigrationScreenTest {

    private final CssLog css = new CssLog();
    private final ScriptedMigrationDesk desk = new ScriptedMigrationDesk();
    private final RecordedActs acts = new RecordedActs();
    private final ManualBackground background = new ManualBackground();
    private final SimpleObjectProperty<Instant> tick = new SimpleObjectProperty<>(Samples.AT);
    private Theme theme;
    private MigrationScreen screen;
    private ObservableValue<Badges> badges;
    private Scene scene;

    @Start
    void start(Stage stage) {
        theme = new Theme();
        theme.use(false, 100, Density.STANDARD);
        screen = new MigrationScreen(
                desk, acts, background, Clock.fixed(Samples.AT, ZoneOffset.UTC), tick, ZoneOffset.UTC, new Texts());
        badges = screen.badges();
        scene = new Scene(screen.root(), 1102, 738);
        theme.dress(scene);
        stage.setScene(scene);
        stage.show();
        screen.open();
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

    private void show(FxRobot robot, MigrationBoard board) {
        robot.interact(() -> {
            desk.publish(board);
            background.crank();
            scene.getRoot().applyCss();
            scene.getRoot().layout();
        });
    }

    private <T> T node(Class<T> type, String id) {
        return type.cast(scene.lookup("#" + id));
    }

    private String text(String id) {
        return node(Label.class, id).getText();
    }

    @Test
    void aWaitingBuildShowsItsPhasesAndWhoHoldsIt(FxRobot robot) {
        show(robot, SampleMigrations.waiting());
        assertThat(text("migration-pill")).isEqualTo("2 of 2 waits");
        HBox phases = node(HBox.class, "migration-phases");
        assertThat(phases.getChildren()).hasSize(8);
        assertThat(phases.getChildren().get(7).getPseudoClassStates())
                .contains(PseudoClass.getPseudoClass("waiting"), PseudoClass.getPseudoClass("now"));
        assertThat(phases.getChildren().get(7).getAccessibleText()).isEqualTo("Snapshots, now 2:14, 1 of 2 gone");
        assertThat(phases.getChildren().get(7).lookup(".progress-bar").isVisible())
                .as("a wait has no bar")
                .isFalse();
        robot.interact(() -> node(Button.class, "terminate-18823").fire());
        robot.interact(() -> node(Button.class, "migration-cancel").fire());
        assertThat(acts.asked).containsExactly("terminate 18823", "CANCEL");
        assertThat(node(Button.class, "migration-run").isDisabled()).isTrue();
        assertThat(text("migration-blocked")).isEqualTo("no session waited for a lock of the run");
    }

    @Test
    void theProofShowsBothPlansAndWhatBecameOfThem(FxRobot robot) {
        show(robot, SampleMigrations.done().with(SampleMigrations.proven()));
        assertThat(text("migration-pill")).isEqualTo("proven");
        assertThat(text("migration-plan-words"))
                .contains("became an index scan using idx_evaluations_agent_created (50 rows, 6 blocks)");
        TableView<?> proofs = node(TableView.class, "migration-proofs");
        assertThat(proofs.getItems()).hasSize(2);
        robot.interact(() -> proofs.getSelectionModel().select(1));
        assertThat(text("migration-query")).isEqualTo("Evaluations by region and status");
        assertThat(node(TextArea.class, "migration-plan-after").getText())
                .contains("Index Scan using idx_evaluations_region_status");
        assertThat(badges.getValue()).isEqualTo(Badges.NONE);
    }

    @Test
    void theOneNextActIsTheFilledButton(FxRobot robot) {
        show(robot, SampleMigrations.ready().with(SampleMigrations.before()));
        assertThat(scene.getRoot().lookupAll(".button.primary"))
                .extracting(javafx.scene.Node::getId)
                .containsExactly("migration-preflight");
        robot.interact(() -> node(Button.class, "migration-preflight").fire());
        assertThat(desk.preflights).isEqualTo(1);
        show(robot, SampleMigrations.ready().with(SampleMigrations.before()).with(SampleMigrations.clear()));
        assertThat(scene.getRoot().lookupAll(".button.primary"))
                .extracting(javafx.scene.Node::getId)
                .containsExactly("migration-run");
        assertThat(text("migration-preflight-age")).isEqualTo("0\u00a0s old");
    }

    @Test
    void aLostLineGreysNothingOutAndSaysHowOldItIs(FxRobot robot) {
        show(robot, SampleMigrations.waiting().with(Link.LOST, Optional.of(Samples.AT.minusSeconds(190))));
        assertThat(text("migration-pill")).isEqualTo("line lost");
        assertThat(scene.lookup(".stale-band").isVisible()).isTrue();
        assertThat(badges.getValue()).isEqualTo(new Badges(0, 1));
        ListView<?> statements = node(ListView.class, "migration-statements");
        assertThat(statements.getItems()).hasSize(2).allMatch(StatementRun.class::isInstance);
    }

    @Test
    void withoutADatabaseItSaysHowToSetOne(FxRobot robot) {
        show(robot, MigrationBoard.EMPTY.with(Link.NONE, Optional.empty()));
        assertThat(scene.lookup("#migration-look").lookupAll(".label"))
                .extracting(n -> ((Label) n).getText())
                .anyMatch(t -> t.contains("environments.yaml") && t.contains("postgres: {url:"));
        assertThat(node(Button.class, "migration-benchmark").isDisabled()).isTrue();
    }
}
