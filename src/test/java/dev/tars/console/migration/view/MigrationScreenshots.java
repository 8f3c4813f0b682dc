package dev.tars.console.migration.view;

import dev.tars.console.app.Theme;
import dev.tars.console.app.settings.Density;
import dev.tars.console.base.Problem;
import dev.tars.console.migration.Finding;
import dev.tars.console.migration.MigrationBoard;
import dev.tars.console.migration.MigrationBoard.Busy;
import dev.tars.console.migration.MigrationBoard.Link;
import dev.tars.console.migration.MigrationBoard.Part;
import dev.tars.console.migration.MigrationRun;
import dev.tars.console.migration.Samples;
import dev.tars.console.migration.StatementState;
import dev.tars.console.ui.Texts;
import dev.tars.console.ui.background.ManualBackground;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import javafx.beans.property.SimpleObjectProperty;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javax.imageio.ImageIO;

/** Draws the migration page in every look, for people to look at: {@code MigrationScreenshots FOLDER}. */
public final class MigrationScreenshots {

    private final Path folder;
    private final Theme theme = new Theme();
    private final ManualBackground background = new ManualBackground();

    private MigrationScreenshots(Path folder) {
        this.folder = folder;
    }

    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        Platform.startup(() -> {
            try {
                new MigrationScreenshots(folder).all();
            } finally {
                Platform.exit();
            }
        });
    }

    private void all() {
        MigrationBoard waiting = SampleMigrations.waiting();
        shot("waiting-light", false, 100, 1102, 738, waiting);
        shot("waiting-dark", true, 100, 1102, 738, waiting);
        shot("waiting-wide-light", false, 100, 1714, 1018, waiting);
        shot("proven-light", false, 100, 1102, 738, SampleMigrations.done().with(SampleMigrations.proven()));
        shot("proven-wide-dark", true, 100, 1714, 1018, SampleMigrations.done().with(SampleMigrations.proven()));
        shot(
                "slower-light",
                false,
                100,
                1102,
                738,
                SampleMigrations.done()
                        .with(SampleMigrations.before()
                                .with(Samples.before(Samples.OF_AGENT, Samples.profile(20, 200)))
                                .with(Samples.after(Samples.OF_AGENT, Samples.profile(60, 200)))));
        shot("ready-light", false, 100, 1102, 738, SampleMigrations.ready().with(SampleMigrations.clear()));
        shot("blocked-light", false, 100, 1102, 738, SampleMigrations.ready().with(SampleMigrations.blocked()));
        shot(
                "lint-light",
                false,
                100,
                1102,
                738,
                SampleMigrations.ready()
                        .with(
                                Optional.of(SampleMigrations.MIGRATION),
                                List.of(new Finding(
                                        Finding.Weight.BLOCKS,
                                        "concurrently-in-transaction",
                                        "V1.0.1__add_indexes.sql:12",
                                        "CREATE INDEX CONCURRENTLY stands between BEGIN and COMMIT, so the server refuses it.",
                                        "Take BEGIN and COMMIT out: each statement is sent by itself."))));
        shot("stale-light", false, 100, 1102, 738, waiting.with(Link.LOST, Optional.of(Samples.AT.minusSeconds(190))));
        shot("stale-dark", true, 100, 1102, 738, waiting.with(Link.LOST, Optional.of(Samples.AT.minusSeconds(190))));
        shot(
                "invalid-light",
                false,
                100,
                1102,
                738,
                SampleMigrations.ready()
                        .with(SampleMigrations.run(
                                MigrationRun.State.FAILED,
                                "",
                                SampleMigrations.statement(
                                        1,
                                        StatementState.INVALID_LEFT,
                                        "Two rows have the key (agent_1): a unique index cannot hold both."),
                                SampleMigrations.statement(2, StatementState.PENDING, ""))));
        shot("none-light", false, 100, 1102, 738, MigrationBoard.EMPTY.with(Link.NONE, Optional.empty()));
        shot("notasked-light", false, 100, 1102, 738, MigrationBoard.EMPTY);
        shot(
                "benchmark-light",
                false,
                100,
                1102,
                738,
                SampleMigrations.ready()
                        .busy(Optional.of(
                                new Busy(Part.BENCHMARK, 0.4, "Measuring: Evaluations of one agent, newest 50"))));
        shot(
                "failed-light",
                false,
                100,
                1102,
                738,
                MigrationBoard.EMPTY.problem(
                        Part.FILES,
                        Optional.of(Problem.of(
                                "A quote opens and never closes.",
                                "V1.0.1__add_indexes.sql:7",
                                "Nothing of the migration can run.",
                                "Close the quote."))));
        shot("scaled-light", false, 200, 1714, 1018, waiting);
    }

    private void shot(String name, boolean dark, int scale, int width, int height, MigrationBoard board) {
        theme.use(dark, scale, Density.STANDARD);
        ScriptedMigrationDesk desk = new ScriptedMigrationDesk();
        desk.publish(board);
        MigrationScreen screen = new MigrationScreen(
                desk,
                new RecordedActs(),
                background,
                Clock.fixed(Samples.AT, ZoneOffset.UTC),
                new SimpleObjectProperty<Instant>(Samples.AT),
                ZoneOffset.UTC,
                new Texts());
        Scene scene = new Scene(screen.root(), width, height);
        theme.dress(scene);
        Stage stage = new Stage();
        stage.setScene(scene);
        stage.show();
        screen.open();
        background.crank();
        screen.initialFocus().requestFocus();
        for (int i = 0; i < 3; i++) {
            scene.getRoot().applyCss();
            scene.getRoot().layout();
        }
        try {
            ImageIO.write(
                    SwingFXUtils.fromFXImage(scene.snapshot(null), null),
                    "png",
                    folder.resolve(name + ".png").toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        stage.hide();
        theme.release(scene);
        screen.dispose();
    }
}
