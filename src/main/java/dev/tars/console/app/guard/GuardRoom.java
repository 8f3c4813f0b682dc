package dev.tars.console.app.guard;

import dev.tars.console.app.environments.Environment;
import dev.tars.console.app.shell.BandView;
import dev.tars.console.app.shell.Notice;
import dev.tars.console.app.shell.Shell;
import dev.tars.console.app.shell.ShellViewModel;
import dev.tars.console.base.Background;
import dev.tars.console.base.Problem;
import dev.tars.console.release.Action;
import dev.tars.console.release.Confirmation;
import dev.tars.console.release.Guard;
import dev.tars.console.release.Harm;
import dev.tars.console.release.Keys;
import dev.tars.console.release.Outcome;
import dev.tars.console.release.Refused;
import dev.tars.console.release.view.GuardDialog;
import dev.tars.console.release.view.GuardHealth;
import dev.tars.console.ui.Texts;
import dev.tars.console.ui.UiAction;
import dev.tars.console.ui.controls.EnvironmentSign;
import dev.tars.console.ui.controls.Look;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.input.KeyCombination;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the actions of this window come before the guard: a button, a key and the palette all end in {@link #ask}.
 * Belongs to the FX thread.
 */
public final class GuardRoom {

    private static final Logger LOG = LoggerFactory.getLogger(GuardRoom.class);

    private final Guard guard;
    private final Keys keys;
    private final Background background;
    private final ObservableValue<Instant> now;
    private final ShellViewModel model;
    private final Texts texts;
    private Optional<Shell> shell = Optional.empty();
    private Supplier<ObservableValue<GuardHealth>> health =
            () -> new ReadOnlyObjectWrapper<>(new GuardHealth(Look.UNKNOWN, "", "", ""));

    /** @param now changes about once a second */
    public GuardRoom(
            Guard guard,
            Keys keys,
            Background background,
            ObservableValue<Instant> now,
            ShellViewModel model,
            Texts texts) {
        this.guard = guard;
        this.keys = keys;
        this.background = background;
        this.now = now;
        this.model = model;
        this.texts = texts;
    }

    /**
     * Dialogs are shown over this window from now on.
     *
     * @param since gives how the environment is and what has changed since it was asked for
     */
    public void attach(Shell window, Supplier<ObservableValue<GuardHealth>> since) {
        shell = Optional.of(window);
        health = since;
    }

    /** Makes what the first dialog needs; called while nobody asks for anything. */
    public void prepare() {
        Background.Work<Boolean> work = progress -> {
            GuardDialog.prepare(guard, keys, background, texts);
            return true;
        };
        background.run(
                "Preparing the guard's dialog",
                work,
                done -> {},
                problem -> LOG.warn("the first dialog of the guard will take its time: {}", problem.what()));
    }

    /** The window dialogs are shown over. */
    public Shell window() {
        return shell.orElseThrow(() -> new IllegalStateException("no window yet"));
    }

    /**
     * An action as buttons, keys and the palette show it. Where the guard would refuse it at once, it stands there with
     * the reason.
     *
     * @param made asked for the action when a person asks for it
     * @param unavailable a reason of the action's own; empty text where there is none
     */
    public UiAction action(
            String id,
            String name,
            Harm harm,
            String environment,
            Optional<KeyCombination> key,
            ObservableValue<String> unavailable,
            Supplier<Optional<Action>> made) {
        ObservableValue<String> reason = Bindings.createStringBinding(
                () -> unavailable.getValue().isEmpty() ? standing(harm, environment) : unavailable.getValue(),
                unavailable,
                now);
        return new UiAction(
                id,
                name,
                UiAction.Harm.valueOf(harm.name()),
                key,
                reason,
                () -> made.get().ifPresent(this::ask));
    }

    private String standing(Harm harm, String environment) {
        return guard.standing(harm, environment).map(Problem::what).orElse("");
    }

    /** Brings an action before the guard: a look runs at once, anything else gets its dialog. */
    public void ask(Action action) {
        if (action.harm() == Harm.READ) {
            look(action);
            return;
        }
        GuardDialog dialog = dialog(action, health.get());
        shell.filter(window -> window.showDialog(dialog.root(), dialog::close))
                .ifPresent(window -> dialog.open(window::hideDialog));
    }

    private GuardDialog dialog(Action action, ObservableValue<GuardHealth> since) {
        return new GuardDialog(
                guard, keys, background, now, since, sign(), action, outcome -> ended(action, outcome), texts);
    }

    /** Here and now: of a look the guard asks neither target nor journal, and its effect is a change of the window. */
    private void look(Action action) {
        try {
            Outcome outcome = guard.run(guard.arm(action), Confirmation.NOTHING);
            ended(action, outcome);
        } catch (Refused e) {
            model.tell(new Notice(action.id(), e.problem()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void ended(Action action, Outcome outcome) {
        if (outcome.ending() == Outcome.Ending.DONE) {
            model.dismiss(action.id());
        } else {
            model.tell(new Notice(
                    action.id(),
                    Problem.of(
                            outcome.words(),
                            action.environment(),
                            texts.get(outcome.ending() == Outcome.Ending.FAILED ? "guard.failed" : "guard.unknown"),
                            "")));
        }
    }

    /** The environment that is open, as dialogs show it. */
    public EnvironmentSign sign() {
        Environment open = model.getState().environment();
        return new EnvironmentSign(
                BandView.icon(open),
                open.shownName(),
                open.where(),
                open.colour().styleClass());
    }
}
