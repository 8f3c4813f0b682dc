package dev.tars.console.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tars.console.app.settings.Density;
import dev.tars.console.testing.CssLog;
import dev.tars.console.ui.controls.Look;
import dev.tars.console.ui.controls.StatusPill;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.stage.Stage;
import org.controlsfx.control.RangeSlider;
import org.controlsfx.control.SegmentedButton;
import org.controlsfx.control.ToggleSwitch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
@Timeout(60)
class ThemeTest {

    private final Theme theme = new Theme();
    private final VBox gallery = new VBox();

    @Start
    void open(Stage stage) {
        TableView<String> table = new TableView<>();
        table.getColumns().add(new TableColumn<>("Objective"));
        table.getItems().add("row");
        ListView<String> list = new ListView<>();
        list.getItems().add("row");
        for (Look look : Look.values()) {
            gallery.getChildren().add(new StatusPill(look, look.name()));
        }
        gallery.getChildren()
                .addAll(
                        new Button("b"),
                        new ToggleButton("t"),
                        new MenuButton("m"),
                        new TextField("f"),
                        new TextArea("a"),
                        new ComboBox<String>(),
                        new ProgressBar(0.5),
                        new ScrollPane(new Label("s")),
                        new SplitPane(new Label("l"), new Label("r")),
                        new ToggleSwitch("ts"),
                        new RangeSlider(0, 1, 0.2, 0.8),
                        new SegmentedButton(new ToggleButton("1"), new ToggleButton("2")),
                        table,
                        list);
        for (String env : List.of("practice", "teal", "ink", "indigo", "magenta", "brown")) {
            Label label = new Label(env);
            label.getStyleClass().addAll("env-" + env, "band");
            gallery.getChildren().add(label);
        }
        stage.setScene(new Scene(gallery, 900, 900));
        theme.dress(stage.getScene());
        theme.use(false, 100, Density.STANDARD);
        stage.show();
    }

    private void use(boolean dark, int scale, Density density) {
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> {
            theme.use(dark, scale, density);
            gallery.applyCss();
            gallery.layout();
        });
    }

    @Test
    void bothThemesLoadInEveryScaleAndDensityWithoutALineOnTheCssLog() throws InterruptedException {
        try (CssLog log = new CssLog()) {
            for (boolean dark : new boolean[] {true, false}) {
                for (int scale : Theme.SCALES) {
                    for (Density density : Density.values()) {
                        use(dark, scale, density);
                    }
                }
            }
            assertThat(log.lines()).isEmpty();
        }
    }

    @Test
    void theScaleIsTheSizeOfTheRoot() {
        use(false, 200, Density.STANDARD);
        Label label = (Label) gallery.lookup(".band");
        assertThat(label.getFont().getSize()).isEqualTo(26);
        assertThat(label.getFont().getFamily()).isEqualTo("Roboto");
        use(false, 100, Density.STANDARD);
        assertThat(label.getFont().getSize()).isEqualTo(13);
    }

    @Test
    void anOddScaleBecomesTheNearestOne() {
        assertThat(Theme.nearestScale(130)).isEqualTo(125);
        assertThat(Theme.nearestScale(20)).isEqualTo(100);
        assertThat(Theme.nearestScale(900)).isEqualTo(200);
    }

    @Test
    void aLoudPillIsWhiteOnTheHueOfItsStateInBothThemes() {
        StatusPill missed = (StatusPill) gallery.getChildren().get(Look.MISSED.ordinal());
        use(false, 100, Density.STANDARD);
        assertThat(missed.getTextFill()).isEqualTo(Color.WHITE);
        assertThat(missed.getBackground().getFills().get(0).getFill()).isEqualTo(Color.web("#cf222e"));
        use(true, 100, Density.STANDARD);
        assertThat(missed.getBackground().getFills().get(0).getFill()).isEqualTo(Color.web("#da3633"));
    }

    @Test
    void figuresDoNotJitterBecauseAllDigitsAreEquallyWide() {
        Font font = Font.font("Roboto", 13);
        assertThat(font.getFamily()).isEqualTo("Roboto");
        double one = width("1", font);
        for (char digit = '0'; digit <= '9'; digit++) {
            assertThat(width(String.valueOf(digit), font)).isEqualTo(one);
        }
    }

    private static double width(String text, Font font) {
        javafx.scene.text.Text node = new javafx.scene.text.Text(text.repeat(100));
        node.setFont(font);
        return node.getLayoutBounds().getWidth();
    }
}
