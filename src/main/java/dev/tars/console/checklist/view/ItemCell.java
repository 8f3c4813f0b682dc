package dev.tars.console.checklist.view;

import dev.tars.console.checklist.ItemStatus;
import dev.tars.console.ui.controls.Look;
import dev.tars.console.ui.controls.StatusPill;
import java.time.Clock;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** A row of the list: state, title and evidence line, kind, age, owner; or the head of a section. */
final class ItemCell extends ListCell<ChecklistRow> {

    private static final PseudoClass HEAD = PseudoClass.getPseudoClass("head");

    private final ChecklistWords words;
    private final Clock clock;
    private final StatusPill pill = new StatusPill();
    private final Label title = new Label();
    private final Label line = new Label();
    private final FontIcon icon = new FontIcon();
    private final Label age = new Label();
    private final Label owner = new Label();
    private final HBox row;
    private Optional<ItemStatus> shown = Optional.empty();

    ItemCell(ChecklistWords words, Clock clock) {
        this.words = words;
        this.clock = clock;
        title.getStyleClass().add("row-title");
        line.getStyleClass().add("row-line");
        age.getStyleClass().add("row-age");
        owner.getStyleClass().add("row-owner");
        HBox state = new HBox(pill);
        state.getStyleClass().add("row-state");
        VBox text = new VBox(title, line);
        text.getStyleClass().add("row-words");
        text.setMinWidth(0);
        HBox.setHgrow(text, Priority.ALWAYS);
        HBox kind = new HBox(icon);
        kind.getStyleClass().add("row-kind");
        row = new HBox(state, text, kind, age, owner);
        row.getStyleClass().add("row");
        // The row is as wide as the list, and cuts its text instead of asking for more.
        row.setMinWidth(0);
        row.setPrefWidth(1);
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable ChecklistRow item, boolean empty) {
        super.updateItem(item, empty);
        shown = item instanceof ChecklistRow.Entry entry ? Optional.of(entry.status()) : Optional.empty();
        pseudoClassStateChanged(HEAD, item instanceof ChecklistRow.Head);
        Optional<Look> look = shown.map(status -> ChecklistWords.look(status.state()));
        for (Look each : new Look[] {Look.MISSED, Look.UNKNOWN}) {
            pseudoClassStateChanged(
                    each.pseudoClass(), look.filter(each::equals).isPresent());
        }
        setDisable(item instanceof ChecklistRow.Head);
        setText(
                item instanceof ChecklistRow.Head head
                        ? words.word("head", head.title(), head.passing(), head.items())
                        : null);
        setGraphic(shown.isPresent() ? row : null);
        shown.ifPresent(this::show);
    }

    private void show(ItemStatus status) {
        String state = words.state(status.state());
        pill.show(ChecklistWords.look(status.state()), state);
        title.setText(status.item().title().plain());
        line.setText(status.line());
        icon.setIconCode(ChecklistWords.icon(status));
        owner.setText(words.owner(status));
        age();
        setAccessibleText(state + ", " + title.getText() + ", " + line.getText() + ", " + age.getText());
    }

    /** The age, as it is now. */
    void age() {
        shown.ifPresent(status -> age.setText(words.age(status, clock.instant())));
    }
}
