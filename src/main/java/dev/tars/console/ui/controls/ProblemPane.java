package dev.tars.console.ui.controls;

import dev.tars.console.base.Problem;
import dev.tars.console.ui.Texts;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A {@link Problem} as a person reads it: what, what it means, mend; the details folded, with copy. */
public final class ProblemPane extends VBox {

    private final Texts texts = new Texts();
    private final Label what = line("strong");
    private final Label where = line("mono");
    private final Label consequence = line("plain");
    private final Label mend = line("muted");
    private final TextArea details = new TextArea();
    private final ToggleButton unfold = new ToggleButton(texts.get("ui.problem.details"));
    private final HBox buttons = new HBox(unfold);
    private Problem shown = Problem.of("", "", "", "");

    public ProblemPane() {
        getStyleClass().add("problem-pane");
        FontIcon icon = new FontIcon(Feather.HELP_CIRCLE);
        icon.getStyleClass().add("note-icon");
        VBox words = new VBox(what, consequence, where, mend);
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMinWidth(0);
        HBox note = new HBox(icon, words);
        note.getStyleClass().addAll("note", "unknown");
        details.setEditable(false);
        details.setWrapText(true);
        details.getStyleClass().add("code");
        details.setPrefRowCount(6);
        details.visibleProperty().bind(unfold.selectedProperty());
        details.managedProperty().bind(unfold.selectedProperty());
        unfold.getStyleClass().addAll("flat", "small");
        Button copy = new Button(texts.get("ui.problem.copy"));
        copy.getStyleClass().addAll("flat", "small");
        copy.setOnAction(e -> Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text(shown))));
        buttons.getChildren().add(copy);
        buttons.getStyleClass().add("buttons");
        getChildren().addAll(note, buttons, details);
    }

    private static Label line(String style) {
        Label label = new Label();
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        label.getStyleClass().add(style);
        return label;
    }

    /** @param next when it is tried again, in words */
    public void show(Problem problem, Optional<String> next) {
        shown = problem;
        put(what, problem.what());
        put(where, problem.where());
        put(consequence, problem.consequence());
        put(
                mend,
                Stream.concat(Stream.of(problem.mend()), next.stream())
                        .filter(s -> !s.isEmpty())
                        .collect(Collectors.joining(" ")));
        details.setText(problem.details());
        unfold.setVisible(!problem.details().isEmpty());
        unfold.setManaged(!problem.details().isEmpty());
    }

    /** A button before Details and Copy: "Try now". */
    public void addButton(Node button) {
        buttons.getChildren().add(0, button);
    }

    private static void put(Label label, String text) {
        label.setText(text);
        label.setVisible(!text.isEmpty());
        label.setManaged(!text.isEmpty());
    }

    /** The whole problem as plain text, as copied. */
    public static String text(Problem problem) {
        return Stream.of(problem.what(), problem.where(), problem.consequence(), problem.mend(), problem.details())
                .filter(s -> !s.isEmpty())
                .collect(Collectors.joining("\n"));
    }
}
