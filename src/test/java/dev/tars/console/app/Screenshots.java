package dev.tars.console.app;

import dev.tars.console.app.settings.UserFolders;
import dev.tars.console.app.shell.Notice;
import dev.tars.console.base.Problem;
import dev.tars.console.base.Ticker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.util.Duration;
import javax.imageio.ImageIO;

/**
 * Pictures of the running console on practice, for people to look at and for the README.
 *
 * <p>{@code Screenshots FOLDER [THEME WIDTH HEIGHT SCALE NAME]...}: each five arguments are one picture; without any, the
 * usual ones. Needs no display with the Monocle properties of the build.
 */
public final class Screenshots {

    private static final Duration LONGEST = Duration.seconds(90);

    private record Shot(String theme, double width, double height, String scale, String name) {}

    private static final Problem PICTURED = Problem.of(
            "The environments file is refused: colour is \"red\", which is the colour of a missed objective.",
            "/home/ops/.config/tars-console/environments.yaml:7",
            "",
            "Choose teal, ink, indigo, magenta or brown.");

    private static final List<Shot> USUAL = List.of(
            new Shot("light", 1280, 800, "100", "live-light"),
            new Shot("dark", 1280, 800, "100", "live-dark"),
            new Shot("light", 1920, 1080, "100", "live-wide"),
            new Shot("light", 1280, 800, "200", "live-200"));

    private Screenshots() {}

    public static void main(String[] args) throws IOException {
        Path folder = Files.createDirectories(Path.of(args[0]));
        List<Shot> shots = new java.util.ArrayList<>();
        for (int i = 1; i + 4 < args.length; i += 5) {
            shots.add(new Shot(
                    args[i],
                    Double.parseDouble(args[i + 1]),
                    Double.parseDouble(args[i + 2]),
                    args[i + 3],
                    args[i + 4]));
        }
        Path home = Files.createTempDirectory("console-pictures");
        Platform.startup(() -> start(folder, shots.isEmpty() ? USUAL : shots, home));
    }

    private static void start(Path folder, List<Shot> shots, Path home) {
        Options options = new Options();
        Options.reader(options).parseArgs("--practice", "--theme", "light");
        Wiring wiring = new Wiring(
                options,
                new UserFolders(home, home),
                Map.of("PATH", System.getenv().getOrDefault("PATH", "")),
                "Linux",
                Clock.systemUTC(),
                Ticker.system());
        Stage stage = new Stage();
        ConsoleApp app = new ConsoleApp(wiring, Beginning.read(wiring), stage);
        app.show();
        whenLive(app, live -> take(app, folder, shots, 0));
    }

    private static void whenLive(ConsoleApp app, Consumer<Boolean> then) {
        Timeline[] wait = new Timeline[1];
        long[] left = {(long) LONGEST.toSeconds() * 4};
        wait[0] = new Timeline(new KeyFrame(Duration.millis(250), e -> {
            boolean live = app.model()
                    .getState()
                    .poll()
                    .filter(p -> !p.recent().isEmpty())
                    .isPresent();
            if (live || left[0]-- < 0) {
                wait[0].stop();
                later(1500, () -> then.accept(live));
            }
        }));
        wait[0].setCycleCount(Animation.INDEFINITE);
        wait[0].play();
    }

    private static void later(double millis, Runnable run) {
        new Timeline(new KeyFrame(Duration.millis(millis), e -> run.run())).play();
    }

    private static void take(ConsoleApp app, Path folder, List<Shot> shots, int index) {
        if (index == shots.size()) {
            app.close();
            Platform.exit();
            return;
        }
        Shot shot = shots.get(index);
        app.settings(s -> s.withAppearance(dev.tars.console.app.settings.Appearance.valueOf(
                        shot.theme().toUpperCase(java.util.Locale.ROOT)))
                .withScale(Integer.parseInt(shot.scale())));
        app.stage().setWidth(shot.width());
        app.stage().setHeight(shot.height());
        later(600, () -> prepare(app, shot.name()));
        later(1800, () -> {
            save(app.stage().getScene(), folder.resolve(shot.name() + ".png"));
            Window.getWindows().stream()
                    .filter(w -> w != app.stage())
                    .forEach(w -> save(w.getScene(), folder.resolve(shot.name() + "-popup.png")));
            app.shell().hidePopups();
            take(app, folder, shots, index + 1);
        });
    }

    private static void prepare(ConsoleApp app, String name) {
        if (name.contains("settings")) {
            app.pages().show("settings");
        } else {
            app.pages().show("live");
        }
        if (name.contains("notices")) {
            for (int i = 1; i <= 5; i++) {
                app.model().tell(new Notice("picture-" + i, PICTURED));
            }
        }
        if (name.contains("drill")) {
            app.shell().actions().stream()
                    .filter(a -> a.id().equals("drill.LATENCY_UP"))
                    .forEach(a -> a.run().run());
        }
        if (name.contains("keys")) {
            app.shell().actions().stream()
                    .filter(a -> a.id().equals("keys"))
                    .forEach(a -> a.run().run());
        }
        for (String button : List.of("poll", "stalls", "files", "connection-0")) {
            if (name.contains(button)) {
                ((Button) app.stage().getScene().lookup("#" + button)).fire();
            }
        }
        if (name.contains("palette")) {
            app.shell().openPalette();
        }
    }

    private static void save(Scene scene, Path file) {
        try {
            ImageIO.write(SwingFXUtils.fromFXImage(scene.snapshot(null), null), "png", file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
