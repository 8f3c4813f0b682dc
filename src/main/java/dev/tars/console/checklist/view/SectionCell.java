package dev.tars.console.checklist.view;

import dev.tars.console.checklist.ChecklistBoard;
import dev.tars.console.checklist.ItemState;
import dev.tars.console.checklist.ItemStatus;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** A section: its worst state, how many pass, and a bar whose waived part is only outlined. */
final class SectionCell extends ListCell<ChecklistBoard.Part> {

    private static final List<ItemState> WORST = List.of(
            ItemState.MISSED,
            ItemState.UNKNOWN,
            ItemState.STALE,
            ItemState.TO_SIGN,
            ItemState.NOT_RUN,
            ItemState.RUNNING,
            ItemState.WATCHING,
            ItemState.WAIVED,
            ItemState.MET,
            ItemState.SIGNED,
            ItemState.NOT_APPLICABLE);
    private static final List<String> PARTS = List.of("met", "waived", "missed", "unknown", "running", "open");

    private final Label title = new Label();
    private final FontIcon icon = new FontIcon();
    private final Label count = new Label();
    private final HBox bar = new HBox();
    private final VBox box;

    SectionCell() {
        title.setMinWidth(0);
        Region room = new Region();
        HBox.setHgrow(room, Priority.ALWAYS);
        count.setMinWidth(USE_PREF_SIZE);
        HBox line = new HBox(title, room, icon, count);
        line.getStyleClass().add("section-line");
        bar.getStyleClass().add("part-bar");
        for (String part : PARTS) {
            Region region = new Region();
            region.getStyleClass().add(part);
            bar.getChildren().add(region);
        }
        box = new VBox(line, bar);
        box.getStyleClass().add("section-cell");
        box.setMinWidth(0);
        box.setPrefWidth(1);
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(ChecklistBoard.@Nullable Part part, boolean empty) {
        super.updateItem(part, empty);
        setGraphic(part == null || empty ? null : box);
        if (part == null || empty) {
            return;
        }
        title.setText(part.section().title().plain());
        count.setText(part.passing() + "/" + part.statuses().size());
        Optional<ItemState> worst = WORST.stream()
                .filter(state -> part.statuses().stream().anyMatch(s -> s.state() == state))
                .findFirst();
        worst.ifPresent(state -> icon.setIconCode(ChecklistWords.look(state).icon()));
        for (int i = 0; i < PARTS.size(); i++) {
            String name = PARTS.get(i);
            long many =
                    part.statuses().stream().filter(s -> name(s).equals(name)).count();
            Region region = (Region) bar.getChildren().get(i);
            region.prefWidthProperty()
                    .bind(bar.widthProperty()
                            .multiply((double) many / part.statuses().size()));
        }
        setAccessibleText(title.getText() + ", " + count.getText());
    }

    private static String name(ItemStatus status) {
        return switch (status.state()) {
            case MET, SIGNED, NOT_APPLICABLE -> "met";
            case WAIVED -> "waived";
            case MISSED -> "missed";
            case UNKNOWN -> "unknown";
            case RUNNING, WATCHING -> "running";
            case NOT_RUN, STALE, TO_SIGN -> "open";
        };
    }
}
