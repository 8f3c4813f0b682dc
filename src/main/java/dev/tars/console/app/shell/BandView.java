package dev.tars.console.app.shell;

import dev.tars.console.app.environments.Environment;
import dev.tars.console.app.environments.Environment.Protection;
import dev.tars.console.base.ConnectionReport;
import dev.tars.console.base.Problem;
import dev.tars.console.ui.Texts;
import dev.tars.console.ui.UiAction;
import dev.tars.console.ui.controls.EnvironmentBand;
import dev.tars.console.ui.controls.Look;
import dev.tars.console.ui.controls.StatusPill;
import java.util.List;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import org.kordamp.ikonli.feather.Feather;

/** The band at the top: which environment this is, what it is set to, the release. */
public final class BandView {

    private final ShellViewModel model;
    private final ShellMenus menus;
    private final Texts texts;

    @FXML
    private EnvironmentBand environment;

    @FXML
    private MenuButton environments;

    @FXML
    private Node drill;

    @FXML
    private Label drillWords;

    @FXML
    private Button endDrill;

    @FXML
    private MenuButton drills;

    @FXML
    private Label release;

    @FXML
    private Button verdictButton;

    @FXML
    private StatusPill verdict;

    @FXML
    private Node readOnly;

    @FXML
    private Label notRecording;

    @FXML
    private Label person;

    @FXML
    private Button palette;

    @SuppressWarnings("NullAway.Init")
    public BandView(ShellViewModel model, ShellMenus menus, Texts texts) {
        this.model = model;
        this.menus = menus;
        this.texts = texts;
    }

    @FXML
    void initialize() {
        environment.addAfterName(environments);
        endDrill.setOnAction(e -> menus.endDrills().run());
        environments.setOnShowing(e -> fill(environments, menus.environments().get()));
        drills.setOnShowing(e -> fill(drills, menus.drills().get()));
        fill(environments, List.of());
        fill(drills, List.of());
        model.stateProperty().subscribe(this::paint);
        model.deskProperty().subscribe(this::paintDesk);
        model.verdictProperty().subscribe(this::paintVerdict);
    }

    /** What the go / no-go pill does. */
    void onVerdict(Runnable open) {
        verdictButton.setOnAction(e -> open.run());
    }

    private void paintVerdict(Optional<ShellViewModel.VerdictState> now) {
        verdictButton.setVisible(now.isPresent());
        verdictButton.setManaged(now.isPresent());
        now.ifPresent(verdict -> {
            String words = verdict.isGo()
                    ? texts.get("shell.verdict.go")
                    : verdict.open() == 0
                            ? texts.get("shell.verdict.unknown")
                            : texts.get("shell.verdict.nogo", verdict.open());
            this.verdict.show(verdict.isGo() ? Look.MET : Look.MISSED, words);
            verdictButton.setAccessibleText(words);
        });
    }

    /** What the search button in the band does. */
    void onPalette(Runnable open) {
        palette.setOnAction(e -> open.run());
    }

    private void paint(ShellState state) {
        Environment active = state.environment();
        environment.show(icon(active), active.shownName(), place(active));
        drill.setVisible(state.drill().isPresent());
        drill.setManaged(state.drill().isPresent());
        drillWords.setText(
                state.drill().map(words -> texts.get("shell.drill.on", words)).orElse(""));
        boolean drillable = !menus.drills().get().isEmpty();
        drills.setVisible(drillable);
        drills.setManaged(drillable);
        Optional<Problem> unrecorded = state.journal().flatMap(ConnectionReport::problem);
        notRecording.setVisible(unrecorded.isPresent());
        notRecording.setManaged(unrecorded.isPresent());
        notRecording.setAccessibleText(unrecorded
                .map(why -> texts.get("shell.band.not-recording.spoken", why.what()))
                .orElse(""));
        String words = state.release().release().words();
        release.setText(words);
        release.setVisible(!words.isEmpty());
        release.setManaged(!words.isEmpty());
    }

    private void paintDesk(ShellViewModel.DeskState desk) {
        readOnly.setVisible(desk.readOnly());
        readOnly.setManaged(desk.readOnly());
        person.setText(desk.person().isEmpty() ? "" : desk.person() + " · " + desk.role());
        person.setVisible(!desk.person().isEmpty());
        person.setManaged(!desk.person().isEmpty());
    }

    /** The sign of an environment. */
    public static Feather icon(Environment environment) {
        if (environment.isPractice()) {
            return Feather.REPEAT;
        }
        return environment.protection() == Protection.PROTECTED ? Feather.SHIELD : Feather.GIT_BRANCH;
    }

    private String place(Environment environment) {
        return environment.protection() == Protection.PROTECTED
                ? texts.get("shell.band.protected", environment.where())
                : environment.where();
    }

    private static void fill(MenuButton menu, List<UiAction> actions) {
        menu.getItems().clear();
        for (UiAction action : actions) {
            MenuItem item = new MenuItem(action.name());
            item.setDisable(PaletteViewModel.unavailable(action).isPresent());
            item.setOnAction(e -> action.run().run());
            menu.getItems().add(item);
        }
        if (menu.getItems().isEmpty()) {
            // A menu without items does not open, and then could not be filled.
            menu.getItems().add(new MenuItem());
        }
    }
}
