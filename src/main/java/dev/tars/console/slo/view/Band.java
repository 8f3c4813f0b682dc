package dev.tars.console.slo.view;

import dev.tars.console.ui.Texts;
import dev.tars.console.ui.controls.Look;
import java.util.Locale;
import javafx.collections.ObservableList;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.kordamp.ikonli.javafx.FontIcon;

/** A line across the page that says what is out of the ordinary; its buttons stand at its right. */
public final class Band extends VBox {

    private final Text head = new Text();
    private final Text rest = new Text();
    private final HBox buttons = new HBox();
    private final ToggleButton unfold = new ToggleButton(new Texts().get("ui.problem.details"));
    private final TextArea details = new TextArea();

    private final FontIcon icon = new FontIcon();
    private Look look = Look.NOT_RUN;

    public Band() {
        getStyleClass().addAll("note", "band");
        icon.getStyleClass().add("note-icon");
        Label iconPlace = new Label("", icon);
        setLook(look);
        head.getStyleClass().add("strong");
        rest.getStyleClass().add("muted");
        TextFlow words = new TextFlow(head, rest);
        HBox.setHgrow(words, Priority.ALWAYS);
        buttons.getStyleClass().add("band-buttons");
        buttons.setMinWidth(USE_PREF_SIZE);
        HBox line = new HBox(iconPlace, words, buttons);
        line.getStyleClass().add("band-line");
        details.setEditable(false);
        details.setWrapText(true);
        details.setPrefRowCount(4);
        details.getStyleClass().add("code");
        details.managedProperty().bind(details.visibleProperty());
        details.visibleProperty().bind(unfold.selectedProperty());
        unfold.getStyleClass().addAll("flat", "small");
        unfold.managedProperty().bind(unfold.visibleProperty());
        unfold.setVisible(false);
        buttons.getChildren().add(unfold);
        getChildren().addAll(line, details);
        setAccessibleRole(AccessibleRole.TEXT);
        managedProperty().bind(visibleProperty());
        setVisible(false);
    }

    /** How loud the band is and its icon. */
    public Look getLook() {
        return look;
    }

    public void setLook(Look next) {
        getStyleClass().remove(styleOf(look));
        look = next;
        getStyleClass().add(styleOf(next));
        icon.setIconCode(next.icon());
    }

    private static String styleOf(Look look) {
        return look.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Where FXML puts the buttons. */
    public ObservableList<Node> getButtons() {
        return buttons.getChildren();
    }

    void show(String strong, String more) {
        head.setText(strong);
        rest.setText(more.isEmpty() ? "" : " " + more);
        setAccessibleText(strong + " " + more);
        setVisible(true);
    }

    /** What can be unfolded; empty text takes the fold away. */
    void showDetails(String text) {
        unfold.setVisible(!text.isEmpty());
        if (text.isEmpty()) {
            unfold.setSelected(false);
        }
        if (!text.equals(details.getText())) {
            details.setText(text);
        }
    }

    String text() {
        return head.getText() + rest.getText();
    }
}
