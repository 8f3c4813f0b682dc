package dev.tars.console.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tars.console.app.environments.Environment;
import dev.tars.console.app.settings.Density;
import dev.tars.console.base.Background;
import dev.tars.console.base.Ticker;
import dev.tars.console.connect.Eventually;
import dev.tars.console.journal.Journal;
import dev.tars.console.journal.client.Journals;
import dev.tars.console.migration.Blocker;
import dev.tars.console.migration.client.PracticeDatabase;
import dev.tars.console.migration.view.MigrationActs;
import dev.tars.console.migration.view.MigrationScreen;
import dev.tars.console.release.Action;
import dev.tars.console.release.Confirmation;
import dev.tars.console.release.Guard;
import dev.tars.console.release.Harm;
import dev.tars.console.release.JournalRecord;
import dev.tars.console.release.Mode;
import dev.tars.console.release.Outcome;
import dev.tars.console.release.People;
import dev.tars.console.release.Refused;
import dev.tars.console.release.ReleaseFiles;
import dev.tars.console.release.TargetReading;
import dev.tars.console.testing.CssLog;
import dev.tars.console.ui.Texts;
import dev.tars.console.ui.background.FxBackground;
import dev.tars.console.ui.background.FxThread;
import dev.tars.console.ui.background.Workers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

/** The page over a real database: measure, look, run, a wait with its holder, the proof. */
@ExtendWith(ApplicationExtension.class)
@Timeout(120)
@SuppressWarnings("NullAway.Init")
class MigrationPageTest {

    private static final Duration PATIENCE = Duration.ofSeconds(40);
    /** So many that what an index saves is far more than what a busy machine adds. */
    private static final int ROWS = 200_000;

    private final CssLog css = new CssLog();
    private final Clock clock = Clock.systemUTC();
    private final SimpleObjectProperty<Instant> tick = new SimpleObjectProperty<>(Instant.now());
    private PracticeDatabase database;
    private Workers workers;
    private FxBackground background;
    private Journal journal;
    private ReleaseFiles files;
    private MigrationSession session;
    private MigrationScreen screen;
    private Theme theme;
    private Scene scene;
    private Path folder;

    @Start
    void start(Stage stage) throws Exception {
        folder = Files.createTempDirectory("migration-page");
        database = PracticeDatabase.withRows(ROWS);
        workers = new Workers("test", 3);
        background = new FxBackground(workers.pool(), FxThread.real());
        journal = Journal.open(
                Journals.sqlite(folder.resolve("journal.db"), Ticker.system()), clock, workers.scheduler());
        files = ReleaseFiles.builtIn();
        Environment practice = Environment.practice("here");
        session = new MigrationSession(
                practice,
                Optional.of(MigrationSession.endpoint(database.url())),
                files,
                () -> journal,
                clock,
                Ticker.system());
        screen = new MigrationScreen(
                session.centre(), new Confirming(practice), background, clock, tick, ZoneOffset.UTC, new Texts());
        theme = new Theme();
        theme.use(false, 100, Density.STANDARD);
        scene = new Scene(screen.root(), 1102, 738);
        theme.dress(scene);
        stage.setScene(scene);
        stage.show();
        screen.open();
    }

    @Stop
    void stop() throws Exception {
        screen.dispose();
        session.close();
        journal.close();
        background.close();
        workers.close();
        files.close();
        theme.release(scene);
        css.close();
        try (var all = Files.walk(folder)) {
            for (Path each : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }

    /** A person who clicks every question of the real guard away. */
    private final class Confirming implements MigrationActs {
        private final MigrationDoing doing = new MigrationDoing(session, new Texts(), false);
        private final Guard guard;

        Confirming(Environment place) {
            dev.tars.console.app.guard.Desk desk = new dev.tars.console.app.guard.Desk(place.place(), "otto");
            desk.count(People.NONE);
            guard = new Guard(
                    new Mode(false),
                    desk,
                    environment -> new TargetReading(clock.instant(), List.of()),
                    new JournalRecord(() -> Optional.of(journal)),
                    clock);
        }

        @Override
        public String unavailable() {
            return guard.standing(Harm.REVERSIBLE, Environment.PRACTICE)
                    .map(problem -> problem.what())
                    .orElse("");
        }

        @Override
        public void ask(Act act) {
            doing.of(act).ifPresent(this::confirm);
        }

        @Override
        public void ask(Blocker blocker, boolean terminate) {
            confirm(doing.of(blocker, terminate));
        }

        private void confirm(Action action) {
            Background.Work<Outcome> work = progress -> run(action);
            background.run(action.title(), work, outcome -> {}, problem -> {
                throw new AssertionError(problem.what());
            });
        }

        private Outcome run(Action action) throws Refused, InterruptedException {
            return guard.run(guard.arm(action), new Confirmation(true, Environment.PRACTICE, List.of()));
        }
    }

    private <T> T node(Class<T> type, String id) {
        return type.cast(scene.lookup("#" + id));
    }

    private void fire(FxRobot robot, String id) throws Exception {
        Eventually.holds(
                PATIENCE, id + " can be clicked", () -> !node(Button.class, id).isDisabled());
        robot.interact(() -> node(Button.class, id).fire());
    }

    private void reads(String pill) throws Exception {
        Eventually.holds(
                PATIENCE,
                "the pill reads " + pill,
                () -> node(Label.class, "migration-pill").getText().equals(pill));
    }

    @Test
    void fromTheFirstLookToTheProof(FxRobot robot) throws Exception {
        reads("not run");
        fire(robot, "migration-benchmark");
        Eventually.holds(
                PATIENCE,
                "measured before",
                () -> node(Label.class, "migration-sentence").getText().contains("Before and after will be compared"));
        fire(robot, "migration-preflight");
        Eventually.holds(
                PATIENCE,
                "looked",
                () -> !node(javafx.scene.layout.VBox.class, "migration-findings")
                        .getChildren()
                        .isEmpty());
        try (Connection report = database.connect();
                Statement statement = report.createStatement()) {
            report.setAutoCommit(false);
            report.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            statement.execute("SELECT count(*) FROM agents");
            fire(robot, "migration-run");
            reads("1 of 8 waits");
            Eventually.holds(
                    PATIENCE,
                    "the holder is named",
                    () -> !node(javafx.scene.layout.VBox.class, "migration-holders")
                            .getChildren()
                            .isEmpty());
            assertThat(node(Label.class, "migration-sentence").getText()).contains("waits for one session");
            Button terminate = (Button) scene.lookup("#migration-holders").lookupAll(".button").stream()
                    .filter(button -> String.valueOf(button.getId()).startsWith("terminate-"))
                    .findFirst()
                    .orElseThrow();
            robot.interact(terminate::fire);
            reads("not proven");
            assertThat(report.isValid(1)).as("its session was ended").isFalse();
        }
        assertThat(database.indexes())
                .isEqualTo(
                        "idx_agents_type_active=t, idx_evaluations_agent_created=t, idx_evaluations_region_status=t");
        fire(robot, "migration-benchmark");
        reads("proven");
        ListView<?> statements = node(ListView.class, "migration-statements");
        assertThat(statements.getItems()).hasSize(8);
        assertThat(node(Label.class, "migration-plan-words").getText()).contains("using idx_evaluations_agent_created");
        assertThat(css.lines()).isEmpty();
    }
}
