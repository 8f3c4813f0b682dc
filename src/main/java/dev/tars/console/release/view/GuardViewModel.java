package dev.tars.console.release.view;

import dev.tars.console.base.Background;
import dev.tars.console.base.Problem;
import dev.tars.console.release.Action;
import dev.tars.console.release.ApprovalText;
import dev.tars.console.release.Arming;
import dev.tars.console.release.Confirmation;
import dev.tars.console.release.Consent;
import dev.tars.console.release.Guard;
import dev.tars.console.release.Keys;
import dev.tars.console.release.Outcome;
import dev.tars.console.release.view.GuardState.Phase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** One action before the guard: asked for, confirmed, run. All methods belong to the FX thread. */
final class GuardViewModel {

    private record Answer(Arming arming, List<String> keys) {}

    private final Guard guard;
    private final Keys keys;
    private final Background background;
    private final Consumer<Outcome> whenEnded;
    private final ReadOnlyObjectWrapper<GuardState> state;
    private boolean closed;
    private boolean wasRefused;

    /** @param whenEnded told how the action ended, even after the dialog was closed */
    GuardViewModel(Guard guard, Keys keys, Background background, Action action, Consumer<Outcome> whenEnded) {
        this.guard = guard;
        this.keys = keys;
        this.background = background;
        this.whenEnded = whenEnded;
        this.state = new ReadOnlyObjectWrapper<>(GuardState.asking(action));
    }

    ReadOnlyObjectProperty<GuardState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    GuardState getState() {
        return state.get();
    }

    /** Asks the guard. */
    void open() {
        Action action = getState().action();
        Background.Work<Answer> work = progress -> {
            Arming arming = guard.arm(action);
            return new Answer(arming, arming.needs().seconds() > 0 ? keys.names() : List.of());
        };
        background.run(
                action.title(),
                work,
                answer -> show(getState().with(answer.arming(), answer.keys())),
                problem -> show(getState().with(Phase.REFUSED, problem)));
    }

    /** What stands in the name field. */
    void type(String name) {
        Confirmation given = getState().given();
        show(getState().with(new Confirmation(given.clicked(), name, given.consents())));
    }

    /** Signs with a key on this machine; the passphrase is wiped. */
    void sign(String name, char[] passphrase) {
        Optional<Arming> arming = getState().arming();
        if (arming.isEmpty() || getState().phase() != Phase.ARMED) {
            Arrays.fill(passphrase, '\0');
            return;
        }
        show(getState().with(Phase.SIGNING));
        Background.Work<Consent> work =
                progress -> keys.open(name, passphrase).sign(arming.get().request());
        background.run("Signing", work, this::add, problem -> show(getState().with(Phase.ARMED, problem)));
    }

    /** An answer that was signed at another desk. */
    void paste(String text) {
        getState().arming().ifPresent(arming -> {
            try {
                add(ApprovalText.readConsent(text, arming.request()));
            } catch (ApprovalText.Unreadable e) {
                show(getState().with(Phase.ARMED, e.problem()));
            }
        });
    }

    private void add(Consent consent) {
        Arming arming = getState().arming().orElseThrow();
        Optional<String> objection = guard.objection(arming, consent);
        if (objection.isPresent()) {
            Problem problem =
                    Problem.of(objection.get(), "", "The signature does not count.", "Have another approver sign.");
            show(getState().with(Phase.ARMED, problem));
            return;
        }
        Confirmation given = getState().given();
        List<Consent> all = new ArrayList<>(given.consents());
        all.removeIf(c -> c.signer().equals(consent.signer()));
        all.add(consent);
        show(getState().with(Phase.ARMED).with(new Confirmation(given.clicked(), given.typedName(), all)));
    }

    /** The text another desk signs. */
    Optional<String> requestText() {
        return getState().arming().map(arming -> ApprovalText.write(arming.request()));
    }

    /** Time has gone on: it may have expired, or nothing may run any more. Signatures are not checked anew each second. */
    void tick(Instant now) {
        Action action = getState().action();
        boolean expired =
                getState().arming().filter(a -> !a.request().isOpen(now)).isPresent();
        boolean refused = guard.standing(action.harm(), action.environment()).isPresent();
        if (getState().phase() == Phase.ARMED && (expired || refused || wasRefused)) {
            show(getState());
        }
        wasRefused = refused;
    }

    boolean mayConfirm() {
        return getState().phase() == Phase.ARMED && getState().missing().isEmpty();
    }

    /** The confirming button, or its key. */
    void confirm() {
        if (!mayConfirm()) {
            return;
        }
        GuardState now = getState();
        Arming arming = now.arming().orElseThrow();
        Confirmation given = clicked(now.given());
        show(now.with(Phase.RUNNING));
        background.run(
                now.action().title(),
                progress -> guard.run(arming, given),
                this::ended,
                problem -> show(getState().with(Phase.REFUSED, problem)));
    }

    private void ended(Outcome outcome) {
        show(getState().with(outcome));
        whenEnded.accept(outcome);
    }

    void close() {
        closed = true;
    }

    boolean isClosed() {
        return closed;
    }

    private void show(GuardState next) {
        Optional<Problem> missing = next.phase() == Phase.ARMED
                ? next.arming().flatMap(arming -> guard.missing(arming, clicked(next.given())))
                : Optional.empty();
        state.set(next.withMissing(missing));
    }

    private static Confirmation clicked(Confirmation given) {
        return new Confirmation(true, given.typedName(), given.consents());
    }
}
