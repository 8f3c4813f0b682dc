package dev.tars.console.app.settings;

import dev.tars.console.app.environments.Environment;
import dev.tars.console.ui.FxmlViews;
import dev.tars.console.ui.Screen;
import dev.tars.console.ui.Texts;
import dev.tars.console.ui.UiAction;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Parent;

/** The page "Settings". */
public final class SettingsScreen implements Screen {

    private final Parent root;
    private final SettingsView view;

    /**
     * Makes the page; on the FX thread.
     *
     * @param activate opens another environment
     * @param readAgain reads the environments' file again
     */
    public SettingsScreen(
            SettingsStore store,
            ObservableValue<SettingsFacts> facts,
            List<Integer> scales,
            Consumer<Environment> activate,
            Runnable readAgain,
            Texts texts) {
        FxmlViews.Loaded<SettingsView> loaded = new FxmlViews(texts)
                .load(
                        "shell-settings",
                        SettingsView.class,
                        Map.of(
                                SettingsView.class,
                                () -> new SettingsView(store, facts, scales, activate, readAgain, texts)));
        root = loaded.root();
        view = loaded.controller();
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public Node initialFocus() {
        return view.first();
    }

    @Override
    public void open() {}

    @Override
    public void close() {}

    @Override
    public ObservableValue<Badges> badges() {
        return new ReadOnlyObjectWrapper<>(Badges.NONE);
    }

    @Override
    public List<UiAction> actions() {
        return List.of();
    }
}
