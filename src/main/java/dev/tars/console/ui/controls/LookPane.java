package dev.tars.console.ui.controls;

import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * A pane with its {@linkplain PaneLook six looks}. The content is under it; loading greys it and shows nothing else
 * for the first 400 ms, stale puts a band over it. Style class {@code look-pane}, pseudo-class {@code :greyed}.
 */
public final class LookPane extends VBox {

    private static final PseudoClass GREYED = PseudoClass.getPseudoClass("greyed");

    private final StackPane stack = new StackPane();
    private final VBox words = new VBox();
    private final Label sentence = new Label();
    private final Label detail = new Label();
    private final ProgressBar bar = new ProgressBar();
    private final Label staleSentence = new Label();
    private final HBox staleBand;
    private final ProblemPane problem = new ProblemPane();
    private final VBox failed = new VBox(problem);
    private final PauseTransition patience = new PauseTransition(Duration.millis(400));
    private Optional<Node> content = Optional.empty();
    private boolean loading;

    public LookPane() {
        getStyleClass().add("look-pane");
        FontIcon icon = new FontIcon(Feather.HELP_CIRCLE);
        icon.getStyleClass().add("note-icon");
        staleSentence.getStyleClass().add("strong");
        staleBand = new HBox(icon, staleSentence);
        staleBand.getStyleClass().addAll("note", "unknown", "stale-band");
        staleBand.setAlignment(Pos.CENTER_LEFT);
        words.getStyleClass().add("pane-look");
        failed.getStyleClass().add("pane-look");
        detail.getStyleClass().add("muted");
        sentence.setWrapText(true);
        detail.setWrapText(true);
        bar.setMaxWidth(Double.MAX_VALUE);
        words.getChildren().addAll(sentence, detail, bar);
        words.setMaxHeight(USE_PREF_SIZE);
        failed.setMaxHeight(USE_PREF_SIZE);
        StackPane.setAlignment(words, Pos.TOP_LEFT);
        StackPane.setAlignment(failed, Pos.TOP_LEFT);
        stack.getChildren().addAll(words, failed);
        VBox.setVgrow(stack, Priority.ALWAYS);
        getChildren().addAll(staleBand, stack);
        patience.setOnFinished(e -> visible(words, true));
        show(new PaneLook.Full());
    }

    /** What the pane shows when it is full. */
    public void setContent(Node node) {
        content.ifPresent(stack.getChildren()::remove);
        node.getStyleClass().add("look-content");
        stack.getChildren().add(0, node);
        content = Optional.of(node);
    }

    /** The one way out of not asked, empty or failed: "Try now". */
    public void addWayOut(Button button) {
        words.getChildren().add(button);
    }

    /** A button of the failed look: "Try now". */
    public void addFailedButton(Button button) {
        button.getStyleClass().add("small");
        problem.addButton(button);
    }

    public void show(PaneLook look) {
        boolean waits = look instanceof PaneLook.Loading && loading;
        loading = look instanceof PaneLook.Loading;
        if (!waits) {
            patience.stop();
            visible(words, false);
        }
        visible(failed, false);
        visible(staleBand, false);
        visible(bar, false);
        greyed(false);
        if (look instanceof PaneLook.NotAsked it) {
            say(it.sentence(), it.detail());
        } else if (look instanceof PaneLook.Empty it) {
            say(it.sentence(), it.detail());
        } else if (look instanceof PaneLook.Loading it) {
            load(it, waits);
        } else if (look instanceof PaneLook.Failed it) {
            problem.show(it.problem(), it.nextTry());
            visible(failed, true);
            shown(false);
        } else if (look instanceof PaneLook.Stale it) {
            staleSentence.setText(it.sentence());
            visible(staleBand, true);
            shown(true);
        } else {
            shown(true);
        }
    }

    private void say(String text, String more) {
        sentence.setText(text);
        detail.setText(more);
        visible(detail, !more.isEmpty());
        visible(words, true);
        shown(false);
    }

    private void load(PaneLook.Loading it, boolean waits) {
        sentence.setText(it.sentence());
        visible(detail, false);
        bar.setProgress(Math.max(0, it.fraction()));
        visible(bar, it.fraction() >= 0);
        greyed(true);
        shown(true);
        if (!waits) {
            patience.playFromStart();
        }
    }

    private void greyed(boolean on) {
        pseudoClassStateChanged(GREYED, on);
    }

    private void shown(boolean on) {
        content.ifPresent(node -> visible(node, on));
    }

    private static void visible(Node node, boolean on) {
        node.setVisible(on);
        node.setManaged(on);
    }
}
