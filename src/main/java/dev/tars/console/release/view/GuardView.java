package dev.tars.console.release.view;

import dev.tars.console.base.Problem;
import dev.tars.console.release.Arming;
import dev.tars.console.release.Harm;
import dev.tars.console.release.Needs;
import dev.tars.console.release.Outcome;
import dev.tars.console.release.Plan;
import dev.tars.console.release.TargetReading;
import dev.tars.console.release.view.GuardState.Phase;
import dev.tars.console.ui.Texts;
import dev.tars.console.ui.controls.EnvironmentBand;
import dev.tars.console.ui.controls.EnvironmentSign;
import dev.tars.console.ui.controls.Look;
import dev.tars.console.ui.controls.ProblemPane;
import dev.tars.console.ui.controls.StatusPill;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The dialog. Its confirming button is never the first focus and never a default button. */
public final class GuardView {

    private final GuardViewModel model;
    private final ObservableValue<Instant> now;
    private final ObservableValue<GuardHealth> health;
    private final EnvironmentSign place;
    private final Texts texts;
    private Subscription watching = Subscription.EMPTY;
    private Runnable close = () -> {};
    private boolean isArmedShown;

    @FXML
    private VBox root;

    @FXML
    private VBox dialog;

    @FXML
    private EnvironmentBand environment;

    @FXML
    private Label expires;

    @FXML
    private Label title;

    @FXML
    private FontIcon harmIcon;

    @FXML
    private Label harm;

    @FXML
    private Node healthPart;

    @FXML
    private StatusPill healthPill;

    @FXML
    private Label healthNow;

    @FXML
    private Label healthSince;

    @FXML
    private Label asking;

    @FXML
    private ProblemPane problem;

    @FXML
    private Label outcome;

    @FXML
    private Node armed;

    @FXML
    private Label stepsTitle;

    @FXML
    private TextArea steps;

    @FXML
    private Label targetTitle;

    @FXML
    private GridPane target;

    @FXML
    private VBox namePart;

    @FXML
    private NameField name;

    @FXML
    private Label nameHint;

    @FXML
    private GuardSignaturesView signaturesController;

    @FXML
    private Node signatures;

    @FXML
    private Button cancel;

    @FXML
    private Label reason;

    @FXML
    private Button confirm;

    @SuppressWarnings("NullAway.Init")
    GuardView(
            GuardViewModel model,
            ObservableValue<Instant> now,
            ObservableValue<GuardHealth> health,
            EnvironmentSign place,
            Texts texts) {
        this.model = model;
        this.now = now;
        this.health = health;
        this.place = place;
        this.texts = texts;
    }

    @FXML
    void initialize() {
        dialog.getStyleClass().add(place.styleClass());
        dialog.setMaxHeight(Region.USE_PREF_SIZE);
        environment.show(place);
        name.textProperty().subscribe(model::type);
        name.onPaste(() -> nameHint.setText(texts.get("guard.name.paste")));
        name.setOnAction(e -> {
            if (model.mayConfirm()) {
                confirm.requestFocus();
            }
        });
        cancel.setOnAction(e -> close.run());
        confirm.setOnAction(e -> model.confirm());
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::press);
        model.stateProperty().subscribe(this::paint);
        watching = Subscription.combine(now.subscribe(at -> paintTime()), health.subscribe(this::paint));
    }

    /** The dialog is gone; what it watched goes on without it. */
    void release() {
        watching.unsubscribe();
    }

    private void paint(GuardHealth how) {
        visible(healthPart, !how.now().isEmpty());
        healthPill.show(how.look(), how.word());
        healthNow.setText(how.now());
        healthSince.setText(how.since());
        visible(healthSince, !how.since().isEmpty());
    }

    void onClose(Runnable hide) {
        close = hide;
    }

    /** Ctrl+Enter confirms what needs no more than a click. */
    private void press(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER && event.isShortcutDown()) {
            event.consume();
            boolean isClick = model.getState()
                    .arming()
                    .filter(a -> !a.needs().typedName() && a.needs().seconds() == 0)
                    .isPresent();
            if (isClick) {
                model.confirm();
            }
        } else if (event.getCode() == KeyCode.ESCAPE) {
            event.consume();
            close.run();
        }
    }

    private void paint(GuardState state) {
        Harm how = state.action().harm();
        title.setText(texts.get("guard.title", state.action().title()));
        harmIcon.setIconCode(
                switch (how) {
                    case READ -> Feather.EYE;
                    case REVERSIBLE -> Feather.ROTATE_CCW;
                    case IRREVERSIBLE -> Feather.ALERT_OCTAGON;
                });
        harm.setText(texts.get(
                "guard.harm." + how.name().toLowerCase(Locale.ROOT),
                state.action().wayBack()));
        visible(asking, state.phase() == Phase.ASKING);
        boolean isOpen =
                state.phase() == Phase.ARMED || state.phase() == Phase.SIGNING || state.phase() == Phase.RUNNING;
        visible(armed, isOpen);
        state.problem().ifPresent(p -> problem.show(p, Optional.empty()));
        visible(problem, state.problem().isPresent());
        visible(outcome, state.outcome().isPresent());
        outcome.setText(state.outcome().map(Outcome::words).orElse(""));
        if (isOpen) {
            state.arming().ifPresent(arming -> paintArming(state, arming));
        }
        paintButtons(state, isOpen);
        paintTime();
        if (state.phase() == Phase.ENDED
                && state.outcome()
                        .filter(o -> o.ending() == Outcome.Ending.DONE)
                        .isPresent()) {
            close.run();
        }
    }

    private void paintArming(GuardState state, Arming arming) {
        Needs needs = arming.needs();
        signaturesController.show(state, arming);
        visible(signatures, needs.seconds() > 0);
        if (isArmedShown) {
            return;
        }
        isArmedShown = true;
        Plan plan = arming.request().plan();
        stepsTitle.setText(texts.get("guard.steps", plan.shortHash()));
        steps.setText(String.join("\n", plan.steps()));
        steps.setPrefRowCount(
                (int) Math.max(2, Math.min(8, steps.getText().lines().count())));
        paintTarget(arming.target());
        visible(namePart, needs.typedName());
        nameHint.setText(arming.place().environment());
        focusFirst();
    }

    private void paintTarget(TargetReading reading) {
        visible(targetTitle, !reading.lines().isEmpty());
        visible(target, !reading.lines().isEmpty());
        for (TargetReading.Line line : reading.lines()) {
            Look look = line.match() == TargetReading.Match.SAME ? Look.MET : Look.UNKNOWN;
            Label words = new Label(line.words());
            words.setWrapText(true);
            target.addRow(target.getRowCount(), new StatusPill(look, line.name()), words);
        }
    }

    private void paintButtons(GuardState state, boolean isOpen) {
        String text = texts.get(
                "guard.confirm", state.action().title(), state.action().environment());
        confirm.setText(text);
        visible(confirm, isOpen || state.phase() == Phase.ASKING);
        confirm.setDisable(!model.mayConfirm());
        confirm.getStyleClass().removeAll("accent", "danger");
        if (model.mayConfirm()) {
            confirm.getStyleClass().add(state.action().harm() == Harm.IRREVERSIBLE ? "danger" : "accent");
        }
        reason.setText(
                switch (state.phase()) {
                    case SIGNING -> texts.get("guard.signing");
                    case RUNNING -> texts.get("guard.running");
                    default -> state.missing().map(Problem::what).orElse("");
                });
        cancel.setText(texts.get(isOpen && state.phase() != Phase.RUNNING ? "guard.cancel" : "guard.close"));
    }

    private void paintTime() {
        GuardState state = model.getState();
        Optional<Duration> left = state.arming()
                .filter(a -> state.phase() == Phase.ARMED || state.phase() == Phase.SIGNING)
                .map(a -> Duration.between(now.getValue(), a.request().expires()));
        expires.setText(left.map(d -> d.isNegative() || d.isZero()
                        ? texts.get("guard.expired")
                        : texts.get("guard.expires", "%d:%02d".formatted(d.toMinutes(), d.toSecondsPart())))
                .orElse(""));
    }

    /** The first thing to do: the name, else a signature, else nothing that does harm. */
    void focusFirst() {
        Optional<Needs> needs = model.getState().arming().map(Arming::needs);
        if (needs.filter(Needs::typedName).isPresent()) {
            name.requestFocus();
        } else {
            cancel.requestFocus();
        }
    }

    static void visible(Node node, boolean on) {
        node.setVisible(on);
        node.setManaged(on);
    }
}
