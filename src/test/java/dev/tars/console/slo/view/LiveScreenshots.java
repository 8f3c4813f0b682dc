package dev.tars.console.slo.view;

import dev.tars.console.app.Theme;
import dev.tars.console.app.settings.Density;
import dev.tars.console.base.Problem;
import dev.tars.console.slo.SloBoard;
import dev.tars.console.slo.SloSource.SourceFailed;
import dev.tars.console.ui.Texts;
import dev.tars.console.ui.background.ManualBackground;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.stage.Stage;

/** Draws the live page in every look, for people to look at: {@code LiveScreenshots FOLDER}. */
public final class LiveScreenshots {

    private final Path folder;
    private final Theme theme = new Theme();
    private final MovedClock clock = new MovedClock(SampleBoards.AT.plusSeconds(4));
    private final SimpleObjectProperty<Instant> tick = new SimpleObjectProperty<>(SampleBoards.AT);
    private final ManualBackground background = new ManualBackground();
    private ScriptedSloFeed feed = new ScriptedSloFeed(SampleBoards.mixed(SampleBoards.AT, 7));

    private LiveScreenshots(Path folder) {
        this.folder = folder;
    }

    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        Platform.startup(() -> {
            try {
                new LiveScreenshots(folder).all();
            } finally {
                Platform.exit();
            }
        });
    }

    private void all() {
        SloBoard mixed = SampleBoards.mixed(SampleBoards.AT, 7);
        shot("full-light", false, 100, 1102, 738, mixed, s -> {});
        shot("full-dark", true, 100, 1102, 738, mixed, s -> {});
        shot("wide-light", false, 100, 1714, 1018, mixed, s -> {});
        shot("wide-dark", true, 100, 1714, 1018, mixed, s -> {});
        shot("scaled-light", false, 200, 1714, 1018, mixed, s -> {});
        shot("small-light", false, 200, 1236, 700, mixed, s -> {});
        shot("small-detail-light", false, 200, 1236, 700, mixed, s -> s.view().openDetail());
        shot("unreachable-light", false, 100, 1102, 738, SampleBoards.unreachable(SampleBoards.AT, 8), s -> {});
        shot("unreachable-dark", true, 100, 1102, 738, SampleBoards.unreachable(SampleBoards.AT, 8), s -> {});
        shot("partial-light", false, 100, 1102, 738, SampleBoards.partial(SampleBoards.AT, 8), s -> {});
        shot("notasked-light", false, 100, 1102, 738, SampleBoards.notAsked(SampleBoards.AT), s -> {});
        shot("silent-light", false, 100, 1102, 738, mixed, s -> pass(Duration.ofSeconds(50)));
        shot("paused-light", false, 100, 1102, 738, mixed, s -> {
            s.model().togglePause();
            pass(Duration.ofSeconds(125));
            feed.publish(SampleBoards.mixed(clock.instant().minusSeconds(3), 16));
            background.deliver();
        });
        shot("paused-dark", true, 100, 1102, 738, mixed, s -> s.model().togglePause());
        shot("filtered-light", false, 100, 1102, 738, mixed, s -> {
            s.model().toggle(StateGroup.UNKNOWN);
            s.model().toggle(StateGroup.BURNING);
        });
        shot("budget-light", false, 100, 1714, 1418, mixed, s -> {
            s.model().select("error-rate");
            background.crank();
        });
        shot("empty-light", false, 100, 1102, 738, mixed, s -> s.model().filter("kafka"));
        shot("nodata-light", false, 100, 1102, 738, mixed, s -> {
            s.model().select("ppo-memory");
            background.crank();
        });
        shot("course-failed-light", false, 100, 1102, 738, mixed, s -> {
            feed.answerCourses((slo, from, to, step) -> {
                throw new SourceFailed(
                        Problem.of(
                                "Prometheus answered 503: too many queries.",
                                "http://prometheus.tars:9090/api/v1/query_range",
                                "The course is unknown; the table is not touched by this.",
                                "Ask again in a minute, or choose a shorter range."),
                        Optional.empty(),
                        new java.io.IOException("503"));
            });
            s.model().select("redis-hits");
            background.crank();
        });
        shot("course-loading-light", false, 100, 1102, 738, mixed, s -> {
            s.model().showRange(new ChartRange.Last(Duration.ofDays(7)));
            pass(Duration.ofMillis(1200));
        });
        shot("tiny-light", false, 100, 640, 344, mixed, s -> {});
        shot(
                "custom-light",
                false,
                100,
                1102,
                738,
                mixed,
                s -> ((javafx.scene.control.ToggleButton) s.root().lookup("#custom-range")).fire());
        shot("picture-light", false, 100, 1102, 738, mixed, s -> {
            s.view().setPlace((kind, name) -> Optional.of(folder.resolve("export-" + name)));
            s.view().exportChart();
            s.view().exportPanel();
            background.crank();
        });
        shot("five-lines-light", false, 100, 1714, 1018, mixed, s -> {
            feed.answerCourses((slo, from, to, step) -> SampleBoards.courses(slo, from, to, step, 6));
            s.model().showRange(new ChartRange.Last(Duration.ofDays(7)));
            background.crank();
        });
    }

    private void pass(Duration time) {
        clock.move(time);
        tick.set(clock.instant());
    }

    private void shot(
            String name, boolean dark, int scale, int width, int height, SloBoard board, Consumer<LiveScreen> then) {
        theme.use(dark, scale, Density.STANDARD);
        clock.move(Duration.between(clock.instant(), SampleBoards.AT.plusSeconds(4)));
        feed = new ScriptedSloFeed(board);
        feed.answerCourses((slo, from, to, step) -> SampleBoards.courses(slo, from, to, step, 1));
        LiveScreen screen = new LiveScreen(
                feed,
                background,
                clock,
                ZoneOffset.UTC,
                tick,
                new KeptInMemory(),
                () -> new EnvironmentMark("practice", true),
                board2 -> "",
                new Texts());
        Scene scene = new Scene(screen.root(), width, height);
        theme.dress(scene);
        Stage stage = new Stage();
        stage.setScene(scene);
        stage.show();
        screen.open();
        background.crank();
        scene.getRoot().applyCss();
        scene.getRoot().layout();
        then.accept(screen);
        screen.initialFocus().requestFocus();
        scene.getRoot().applyCss();
        scene.getRoot().layout();
        scene.getRoot().layout();
        try {
            Files.write(folder.resolve(name + ".png"), PanelPicture.png(scene.snapshot(null)));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        stage.hide();
        theme.release(scene);
        screen.dispose();
    }
}
