package dev.tars.console.migration.view;

import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A phase of a build: name, clock, and a bar where the server counts. Style class {@code phase}. */
final class PhaseBox extends VBox {

    private static final PseudoClass NOW = PseudoClass.getPseudoClass("now");
    private static final PseudoClass PAST = PseudoClass.getPseudoClass("past");
    private static final PseudoClass WAITING = PseudoClass.getPseudoClass("waiting");

    private final MigrationWords words;
    private final FontIcon icon = new FontIcon(Feather.CIRCLE);
    private final Label name = new Label();
    private final Label clock = new Label();
    private final ProgressBar bar = new ProgressBar();

    PhaseBox(MigrationWords words) {
        this.words = words;
        getStyleClass().add("phase");
        name.setMinWidth(0);
        clock.getStyleClass().addAll("caption", "muted");
        bar.setMaxWidth(Double.MAX_VALUE);
        HBox title = new HBox(icon, name);
        title.getStyleClass().add("phase-title");
        StackPane place = new StackPane(bar);
        place.getStyleClass().add("phase-bar");
        getChildren().addAll(title, clock, place);
    }

    void show(PhaseCell cell, boolean waits) {
        boolean isNow = cell.stage() == PhaseCell.Stage.NOW;
        boolean isWaiting = isNow && waits && cell.isWait();
        pseudoClassStateChanged(NOW, isNow);
        pseudoClassStateChanged(PAST, cell.stage() == PhaseCell.Stage.PAST);
        pseudoClassStateChanged(WAITING, isWaiting);
        icon.setIconCode(
                switch (cell.stage()) {
                    case PAST -> Feather.CHECK;
                    case NOW -> isWaiting ? Feather.CLOCK : Feather.LOADER;
                    case AHEAD -> Feather.CIRCLE;
                });
        name.setText(words.get("migration.phase." + cell.key()));
        String time = MigrationWords.clock(cell.clock());
        String gone = isNow && cell.isWait() && cell.total() > 0
                ? words.get("migration.phase.gone", cell.done(), cell.total())
                : "";
        clock.setText(time.isEmpty() || gone.isEmpty() ? time + gone : time + ", " + gone);
        bar.setProgress(Math.max(0, cell.fraction()));
        bar.setVisible(cell.fraction() >= 0);
        setAccessibleText(name.getText() + ", "
                + words.get("migration.phase.stage." + cell.stage().name().toLowerCase(Locale.ROOT)) + " "
                + clock.getText());
    }
}
