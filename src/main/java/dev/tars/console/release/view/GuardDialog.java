package dev.tars.console.release.view;

import dev.tars.console.base.Background;
import dev.tars.console.release.Action;
import dev.tars.console.release.Guard;
import dev.tars.console.release.Harm;
import dev.tars.console.release.Keys;
import dev.tars.console.release.Outcome;
import dev.tars.console.ui.FxmlViews;
import dev.tars.console.ui.Texts;
import dev.tars.console.ui.controls.EnvironmentSign;
import dev.tars.console.ui.controls.Look;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Parent;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;

/** One action before a person. Made for each, shown over the page, closed once. */
public final class GuardDialog {

    private final GuardViewModel model;
    private final GuardView view;
    private final Parent root;
    private final ObservableValue<Instant> now;
    private Subscription ticking = Subscription.EMPTY;

    /**
     * @param now changes about once a second, on the FX thread
     * @param health how the environment is, and what has changed since this dialog was asked for
     * @param whenEnded told how the action ended, even after the dialog was closed
     */
    public GuardDialog(
            Guard guard,
            Keys keys,
            Background background,
            ObservableValue<Instant> now,
            ObservableValue<GuardHealth> health,
            EnvironmentSign place,
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
                                GuardView.class, () -> new GuardView(model, now, health, place, texts),
                                GuardSignaturesView.class, () -> new GuardSignaturesView(model, texts)));
        view = loaded.controller();
        root = loaded.root();
    }

    /**
     * Makes one dialog for nothing, so that the first that a person asks for is there quickly: what it is made of is read
     * and loaded. On a worker; nothing of it is shown.
     */
    public static void prepare(Guard guard, Keys keys, Background background, Texts texts) {
        Action nothing = new Action(
                "guard.prepare",
                "",
                Harm.READ,
                "",
                Action.Reach.CONSOLE,
                "",
                List::of,
                approval -> Outcome.failed("This is never asked for."));
        ObservableValue<Instant> still = new ReadOnlyObjectWrapper<>(Instant.EPOCH);
        ObservableValue<GuardHealth> known = new ReadOnlyObjectWrapper<>(new GuardHealth(Look.MET, "", "", ""));
        EnvironmentSign place = new EnvironmentSign(Feather.REPEAT, "", "", "env-practice");
        GuardDialog dialog =
                new GuardDialog(guard, keys, background, still, known, place, nothing, outcome -> {}, texts);
        dialog.close();
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
        view.release();
        model.close();
    }
}
