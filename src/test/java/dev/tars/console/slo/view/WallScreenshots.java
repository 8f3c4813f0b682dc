package dev.tars.console.slo.view;

import dev.tars.console.app.Theme;
import dev.tars.console.app.settings.Density;
import dev.tars.console.slo.PollHealth;
import dev.tars.console.slo.PollHealth.Outcome;
import dev.tars.console.slo.SloBoard;
import dev.tars.console.ui.Texts;
import dev.tars.console.ui.background.ManualBackground;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javafx.application.Platform;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.kordamp.ikonli.feather.Feather;

/** Draws the wall in every look, for people to look at: {@code WallScreenshots FOLDER}. */
public final class WallScreenshots {

    static final WallPlace PRODUCTION =
            new WallPlace(Feather.SHIELD, "PRODUCTION", "tars-prod, protected", "env-ink", "v1.0.0 \u2192 v1.0.1", "");
    static final WallPlace PRACTICE = new WallPlace(
            Feather.REPEAT,
            "PRACTICE",
            "Embedded T.A.R.S. on this machine",
            "env-practice",
            "v1.0.0 \u2192 v1.0.1",
            "Drill: Redis is full");

    private final Path folder;
    private final Theme theme = new Theme();
    private final ManualBackground background = new ManualBackground();

    private WallScreenshots(Path folder) {
        this.folder = folder;
    }

    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        Platform.startup(() -> {
            try {
                new WallScreenshots(folder).all();
            } finally {
                Platform.exit();
            }
        });
    }

    private void all() {
        SloBoard mixed = polled(SampleBoards.mixed(SampleBoards.AT, 7));
        shot("dark", true, 1920, 1080, mixed, PRODUCTION, Duration.ofSeconds(4));
        shot("light", false, 1920, 1080, mixed, PRODUCTION, Duration.ofSeconds(4));
        shot("small-dark", true, 1280, 800, mixed, PRODUCTION, Duration.ofSeconds(4));
        shot("practice-light", false, 1920, 1080, mixed, PRACTICE, Duration.ofSeconds(4));
        shot("unknown-dark", true, 1920, 1080, mixed, PRODUCTION, Duration.ofSeconds(35));
        shot("stale-dark", true, 1920, 1080, mixed, PRODUCTION, Duration.ofSeconds(50));
        shot("stale-small-light", false, 1280, 800, mixed, PRODUCTION, Duration.ofHours(8));
        shot("many-dark", true, 1920, 1080, many(40), PRODUCTION, Duration.ofSeconds(4));
        shot(
                "unreachable-light",
                false,
                1920,
                1080,
                SampleBoards.unreachable(SampleBoards.AT, 8),
                PRACTICE,
                Duration.ofSeconds(4));
        shot(
                "partial-light",
                false,
                1920,
                1080,
                SampleBoards.partial(SampleBoards.AT, 8),
                PRODUCTION,
                Duration.ofSeconds(4));
        shot(
                "notasked-dark",
                true,
                1920,
                1080,
                SampleBoards.notAsked(SampleBoards.AT),
                PRODUCTION,
                Duration.ofSeconds(4));
    }

    /** A board of many objectives, the same fifteen over and over. */
    static SloBoard many(int count) {
        SloBoard mixed = SampleBoards.mixed(SampleBoards.AT, 7);
        List<dev.tars.console.slo.SloReading> readings = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            var r = mixed.readings().get(i % mixed.readings().size());
            var slo = SampleBoards.slo(
                    r.slo().id() + "-" + i,
                    r.slo().title() + " " + i,
                    r.slo().scope(),
                    r.slo().objective().text(),
                    i + 1);
            readings.add(new dev.tars.console.slo.SloReading(
                    slo,
                    r.state(),
                    r.noData(),
                    r.since(),
                    r.severity(),
                    r.values(),
                    r.valuesAt(),
                    r.bySeries(),
                    r.sentence(),
                    r.lastHour(),
                    r.budget(),
                    r.evidence()));
        }
        return new SloBoard(
                mixed.at(), mixed.tick(), readings, mixed.violations(), mixed.observedSince(), mixed.health());
    }

    /** The same board after 48 polls, one of them missed. */
    static SloBoard polled(SloBoard board) {
        List<Outcome> polls = new ArrayList<>(Collections.nCopies(48, Outcome.ANSWERED));
        polls.set(31, Outcome.FAILED);
        polls.set(20, Outcome.PARTIAL);
        PollHealth h = board.health();
        return new SloBoard(
                board.at(),
                board.tick(),
                board.readings(),
                board.violations(),
                board.observedSince(),
                new PollHealth(h.interval(), h.lastGood(), h.next(), polls, 1, h.skew(), h.warnings(), h.problem()));
    }

    private void shot(
            String name, boolean dark, int width, int height, SloBoard board, WallPlace place, Duration after) {
        theme.use(dark, 100, Density.STANDARD);
        MovedClock clock = new MovedClock(SampleBoards.AT);
        long[] ticks = {0};
        SimpleObjectProperty<Instant> tick = new SimpleObjectProperty<>(SampleBoards.AT);
        WallScreen wall = new WallScreen(
                new ScriptedSloFeed(board),
                background,
                clock,
                () -> ticks[0],
                ZoneOffset.UTC,
                tick,
                new SimpleObjectProperty<>(place),
                new Texts());
        Scene scene = new Scene(wall.root(), width, height);
        theme.dress(scene);
        Stage stage = new Stage();
        stage.setScene(scene);
        stage.show();
        wall.open();
        wall.model().painted();
        clock.move(after);
        ticks[0] += Math.min(after.toNanos(), Duration.ofMinutes(1).toNanos());
        tick.set(clock.instant());
        for (int i = 0; i < 3; i++) {
            scene.getRoot().applyCss();
            scene.getRoot().layout();
        }
        try {
            Files.write(folder.resolve(name + ".png"), PanelPicture.png(scene.snapshot(null)));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        stage.hide();
        theme.release(scene);
        wall.close();
    }
}
