package dev.tars.console.release.view;

import dev.tars.console.base.Background;
import dev.tars.console.release.Action;
import dev.tars.console.release.Guard;
import dev.tars.console.release.Keys;
import dev.tars.console.release.Outcome;
import dev.tars.console.ui.FxmlViews;
import dev.tars.console.ui.Texts;
import java.time.Instant;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.Parent;
import javafx.util.Subscription;

/** One action before a person. Made for each, shown over the page, closed once. */
public final class GuardDialog {

    private final GuardViewModel model;
    private final GuardView view;
    private final Parent root;
    private final ObservableValue<Instant> now;
    private Subscription ticking = Subscription.EMPTY;

    /**
     * @param now changes about once a second, on the FX thread
     * @param whenEnded told how the action ended, even after the dialog was closed
     */
    public GuardDialog(
            Guard guard,
            Keys keys,
            Background background,
            ObservableValue<Instant> now,
            GuardPlace place,
            Action action,
            Consumer<Outcome> whenEnded,
            Texts texts) {
        this.now = now;
        model = new GuardViewModel(guard, keys, background, action, whenEnded);
        FxmlViews.Loaded<GuardView> loaded = new FxmlViews(texts)
                .load(
                        "guard-dialog",
                        GuardView.class,
                        Map.of(
                                GuardView.class, () -> new GuardView(model, now, place, texts),
                                GuardSignaturesView.class, () -> new GuardSignaturesView(model, texts)));
        view = loaded.controller();
        root = loaded.root();
    }

    public Parent root() {
        return root;
    }

    /** Asks the guard and takes the focus. @param hide takes the dialog away */
    public void open(Runnable hide) {
        view.onClose(hide);
        ticking = now.subscribe(model::tick);
        model.open();
        view.focusFirst();
    }

    /** It is no longer shown; an action that runs goes on. */
    public void close() {
        ticking.unsubscribe();
        model.close();
    }
}
