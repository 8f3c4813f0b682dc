package dev.tars.console.journal.view;

import dev.tars.console.journal.Event;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/** A row of the timeline. */
final class AuditCell extends ListCell<AuditRow> {

    private static final PseudoClass HEADING = PseudoClass.getPseudoClass("heading");

    private final AuditWords words;
    private final Label time = column("time");
    private final Label person = column("person");
    private final Label environment = column("environment");
    private final FontIcon sign = new FontIcon();
    private final Label kind = column("kind");
    private final Label hash = column("hash");
    private final HBox line = new HBox(time, person, environment, kind, hash);

    AuditCell(AuditWords words) {
        this.words = words;
        line.getStyleClass().add("event-line");
        line.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(kind, Priority.ALWAYS);
        kind.setMaxWidth(Double.MAX_VALUE);
        environment.setGraphic(sign);
        time.getStyleClass().add("mono");
        hash.getStyleClass().add("mono");
        hash.setMinWidth(USE_PREF_SIZE);
        // As wide as the list: a long word is cut, the list does not scroll sideways.
        setPrefWidth(0);
    }

    private static Label column(String name) {
        Label label = new Label();
        label.getStyleClass().add(name);
        return label;
    }

    @Override
    protected void updateItem(AuditRow row, boolean empty) {
        super.updateItem(row, empty);
        boolean heading = !empty && row != null && row.event().isEmpty();
        pseudoClassStateChanged(HEADING, heading);
        if (empty || row == null) {
            setText(null);
            setGraphic(null);
            setAccessibleText(null);
        } else if (heading) {
            setText(words.heading(row));
            setGraphic(null);
            setAccessibleText(words.heading(row));
        } else {
            show(row.newest());
        }
    }

    private void show(Event event) {
        setText(null);
        time.setText(words.clock(event.at()));
        person.setText(event.actor());
        environment.setText(event.environment());
        Optional<Ikon> known = words.sign(event.environment());
        known.ifPresent(sign::setIconCode);
        sign.setVisible(known.isPresent());
        kind.setText(event.kind());
        hash.setText(words.shortHash(event));
        setGraphic(line);
        setAccessibleText(words.spoken(event));
    }
}
