package dev.tars.console.bench;

import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.stage.Stage;

/** The control for start-up figures: a JavaFX window with seven tabs and nothing behind them. */
public final class BareWindow {

    private BareWindow() {}

    public static void main(String[] args) {
        Application.launch(App.class, args);
    }

    /** The window itself. */
    public static final class App extends Application {
        @Override
        public void start(Stage stage) {
            TabPane tabs = new TabPane();
            for (int i = 1; i <= 7; i++) {
                tabs.getTabs().add(new Tab("Tab " + i, new Label("Nothing here")));
            }
            Scene scene = new Scene(tabs, 1280, 800);
            stage.setScene(scene);
            int[] pulses = {0};
            scene.addPostLayoutPulseListener(() -> {
                if (++pulses[0] == 2) {
                    StartupBench.mark("first frame");
                }
                if (pulses[0] < 3) {
                    javafx.application.Platform.requestNextPulse();
                }
            });
            stage.show();
        }
    }
}
