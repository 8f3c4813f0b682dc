package dev.tars.console.slo.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tars.console.app.Theme;
import dev.tars.console.app.settings.Density;
import dev.tars.console.testing.CssLog;
import dev.tars.console.ui.Texts;
import java.time.Duration;
import java.time.ZoneOffset;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

@ExtendWith(ApplicationExtension.class)
@Timeout(120)
@SuppressWarnings("NullAway.Init")
class WallScreenTest {

    private final CssLog css = new CssLog();
    private final WallBench bench = new WallBench(WallScreenshots.many(40));
    private Theme theme;
    private WallScreen wall;
    private Scene scene;

    @Start
    void start(Stage stage) {
        theme = new Theme();
        theme.use(true, 100, Density.STANDARD);
        wall = new WallScreen(
                bench.feed,
                bench.background,
                bench.clock,
                () -> bench.ticks,
                ZoneOffset.UTC,
                bench.tick,
                new SimpleObjectProperty<>(WallScreenshots.PRODUCTION),
                new Texts());
        scene = new Scene(wall.root(), 1280, 800);
        theme.dress(scene);
        stage.setScene(scene);
        stage.show();
        wall.open();
        wall.model().painted();
    }

    @Stop
    void stop() {
        wall.close();
        theme.release(scene);
    }

    @AfterEach
    void noLineOnJavafxCss() {
        css.close();
        assertThat(css.lines()).isEmpty();
    }

    private void settle(FxRobot robot, Runnable act) {
        robot.interact(() -> {
            act.run();
            for (int i = 0; i < 2; i++) {
                scene.getRoot().applyCss();
                scene.getRoot().layout();
            }
        });
    }

    private String text(String id) {
        return ((Labeled) scene.lookup("#" + id)).getText();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 50})
    void aPageHoldsNoRowThatIsCutAndTheFooterSaysWhatElseThereIs(long seconds, FxRobot robot) {
        settle(robot, () -> {});
        settle(robot, () -> bench.pass(Duration.ofSeconds(seconds)));
        Node footer = scene.lookup("#wall-elsewhere");
        assertThat(text("wall-elsewhere")).contains(seconds == 1 ? "more ok" : "more unknown");
        assertThat(footer.localToScene(footer.getBoundsInLocal()).getMaxY()).isLessThanOrEqualTo(800);
        for (Node row : scene.getRoot().lookupAll(".wall-row")) {
            assertThat(row.localToScene(row.getBoundsInLocal()).getMaxY())
                    .isLessThanOrEqualTo(
                            footer.localToScene(footer.getBoundsInLocal()).getMinY() + 1);
        }
    }

    @Test
    void silenceCoversTheWallWithOneBandAndTheClockGoesOn(FxRobot robot) {
        settle(robot, () -> {});
        assertThat(scene.lookup("#wall-alarm").isVisible()).isFalse();
        settle(robot, () -> bench.pass(Duration.ofSeconds(45)));
        assertThat(scene.lookup("#wall-alarm").isVisible()).isTrue();
        assertThat(text("wall-alarm-words")).isEqualTo("Nothing new for 45\u00a0s");
        assertThat(text("wall-clock")).isEqualTo("14:33:00");
        assertThat(text("wall-unknown")).isEqualTo("no good answer");
        assertThat(scene.getRoot().lookupAll(".wall-ok")).isEmpty();
    }

    @Test
    void namesStandSevenToOneAgainstTheGroundInBothLooks(FxRobot robot) {
        for (boolean dark : new boolean[] {true, false}) {
            settle(robot, () -> theme.use(dark, 100, Density.STANDARD));
            settle(robot, () -> bench.pass(Duration.ofSeconds(1)));
            Region body = (Region) scene.getRoot().lookup(".wall-body");
            Color ground = (Color) body.getBackground().getFills().get(0).getFill();
            for (Node name : scene.getRoot().lookupAll(".wall-name")) {
                assertThat(contrast((Color) ((Labeled) name).getTextFill(), ground))
                        .isGreaterThanOrEqualTo(7);
            }
            for (Node small : scene.getRoot().lookupAll(".wall-muted")) {
                assertThat(contrast((Color) ((Labeled) small).getTextFill(), ground))
                        .isGreaterThanOrEqualTo(4.5);
            }
        }
    }

    private static double contrast(Color a, Color b) {
        double light = Math.max(luminance(a), luminance(b));
        double dark = Math.min(luminance(a), luminance(b));
        return (light + 0.05) / (dark + 0.05);
    }

    private static double luminance(Color c) {
        return 0.2126 * linear(c.getRed()) + 0.7152 * linear(c.getGreen()) + 0.0722 * linear(c.getBlue());
    }

    private static double linear(double channel) {
        return channel <= 0.03928 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }
}
