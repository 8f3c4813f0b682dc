package dev.tars.console.app.settings;

import dev.tars.console.app.environments.Environment;
import dev.tars.console.ui.FxmlViews;
import dev.tars.console.ui.Screen;
import dev.tars.console.ui.Texts;
import dev.tars.console.ui.UiAction;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Parent;

/** The page "Settings". */
public final class SettingsScreen implements Screen {

    private final Supplier<FxmlViews.Loaded<SettingsView>> maker;
    private Optional<FxmlViews.Loaded<SettingsView>> made = Optional.empty();

    /**
     * The page is made when it is shown first, so that it costs the start nothing.
     *
     * @param activate opens another environment
     * @param readAgain reads the environments' file again
     * @param people who sits here, who counts
     */
    public SettingsScreen(
            SettingsStore store,
            ObservableValue<SettingsFacts> facts,
            List<Integer> scales,
            Consumer<Environment> activate,
            Runnable readAgain,
            PeopleSettings people,
            Texts texts) {
        maker = () -> new FxmlViews(texts)
                .load(
                        "shell-settings",
                        SettingsView.class,
                        Map.of(
                                PeopleView.class,
                                () -> new PeopleView(people, texts),
                                SettingsView.class,
                                () -> new SettingsView(store, facts, scales, activate, readAgain, texts)));
    }

    private FxmlViews.Loaded<SettingsView> view() {
        FxmlViews.Loaded<SettingsView> view = made.orElseGet(maker);
        made = Optional.of(view);
        return view;
    }

    @Override
    public Parent root() {
        return view().root();
    }

    @Override
    public Node initialFocus() {
        return view().controller().first();
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
