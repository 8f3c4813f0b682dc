package dev.tars.console.app;

import dev.tars.console.app.settings.SettingsStore;
import dev.tars.console.app.shell.BandView;
import dev.tars.console.app.shell.Shell;
import dev.tars.console.app.shell.ShellState;
import dev.tars.console.app.shell.ShellViewModel;
import dev.tars.console.slo.SloFeed;
import dev.tars.console.slo.view.WallPlace;
import dev.tars.console.slo.view.WallScreen;
import dev.tars.console.ui.Texts;
import dev.tars.console.ui.background.FxBackground;
import dev.tars.console.ui.background.SecondTick;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/** Shows the wall over the whole screen, and gives page and focus back after it. */
final class WallDesk implements AutoCloseable {

    private final Wiring wiring;
    private final SettingsStore store;
    private final Stage stage;
    private final Shell shell;
    private final PageDesk desk;
    private final ShellViewModel model;
    private final FxBackground background;
    private final SecondTick tick;
    private final Texts texts;
    private Optional<WallScreen> shown = Optional.empty();
    private @Nullable Node focusBefore;
    private boolean wasFullScreen;

    WallDesk(
            Wiring wiring,
            SettingsStore store,
            Stage stage,
            Shell shell,
            PageDesk desk,
            ShellViewModel model,
            FxBackground background,
            SecondTick tick,
            Texts texts) {
        this.wiring = wiring;
        this.store = store;
        this.stage = stage;
        this.shell = shell;
        this.desk = desk;
        this.model = model;
        this.background = background;
        this.tick = tick;
        this.texts = texts;
        // Systems end full screen in ways of their own.
        stage.fullScreenProperty().addListener((o, before, now) -> {
            if (!now) {
                leave();
            }
        });
    }

    /** Shows the wall or leaves it; nothing happens while no environment is open. */
    void toggle() {
        if (shown.isPresent()) {
            leave();
        } else {
            desk.feed().ifPresent(this::enter);
        }
    }

    private void enter(SloFeed feed) {
        WallScreen wall = new WallScreen(
                feed,
                background,
                wiring.clock(),
                wiring.ticker(),
                store.get().zone(),
                tick.nowProperty(),
                model.stateProperty().map(this::place),
                texts);
        wall.onAcknowledge(desk.acknowledging(model.getState().environment()));
        wall.root().addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        focusBefore = shell.scene().getFocusOwner();
        wasFullScreen = stage.isFullScreen();
        shown = Optional.of(wall);
        shell.showInstead(wall.root());
        wall.open();
        wall.root().requestFocus();
        stage.setFullScreenExitKeyCombination(KeyCombination.NO_MATCH);
        stage.setFullScreenExitHint(texts.get("slo.wall.hint"));
        stage.setFullScreen(true);
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE || event.getCode() == KeyCode.F11) {
            event.consume();
            leave();
        }
    }

    private void leave() {
        if (shown.isEmpty()) {
            return;
        }
        shown.get().close();
        shown = Optional.empty();
        shell.showAgain();
        stage.setFullScreen(wasFullScreen);
        Node before = focusBefore;
        focusBefore = null;
        if (before != null) {
            before.requestFocus();
        }
    }

    private WallPlace place(ShellState state) {
        return new WallPlace(
                BandView.icon(state.environment()),
                state.environment().shownName(),
                state.environment().where(),
                state.environment().colour().styleClass(),
                state.release().release().words(),
                state.drill().map(words -> texts.get("shell.drill.on", words)).orElse(""));
    }

    @Override
    public void close() {
        leave();
    }
}
