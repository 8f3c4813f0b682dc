package dev.tars.console.slo.view;

import java.util.Locale;
import java.util.function.DoubleConsumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.Region;

/**
 * How the panes share the page. Dividers are remembered. Where the page is narrow (counted in root pixels, 13 to the
 * em) table and detail take turns.
 */
final class LivePanes {

    private static final double ROOT_FONT = 13;
    private static final double NARROW = 900;
    private static final double TIGHT = 900;
    private static final double DETAIL = 0.652;
    private static final double TABLE = 0.73;

    private final SplitPane across;
    private final SplitPane down;
    private final Node detail;
    private final PanelMemory memory;
    private final DoubleConsumer whenScaled;
    private final ReadOnlyBooleanWrapper stacked = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyBooleanWrapper tight = new ReadOnlyBooleanWrapper(false);
    private double scale = 1;
    private boolean resized;
    private double place;

    /** @param whenScaled told the root's scale, 1 for 13 px */
    LivePanes(SplitPane across, SplitPane down, Node detail, PanelMemory memory, DoubleConsumer whenScaled) {
        this.across = across;
        this.down = down;
        this.detail = detail;
        this.memory = memory;
        this.whenScaled = whenScaled;
        this.place = recall("slo.split.across", DETAIL);
    }

    /** @param body a label in the body's size: it tells the scale */
    void install(Label body, Region page) {
        across.setDividerPositions(place);
        down.setDividerPositions(recall("slo.split.down", TABLE));
        follow(across, "slo.split.across");
        follow(down, "slo.split.down");
        SplitPane.setResizableWithParent(detail, true);
        body.fontProperty().addListener((o, before, font) -> scaleTo(font.getSize() / ROOT_FONT, page));
        page.widthProperty().addListener((o, before, width) -> {
            resized = true;
            fit(page);
        });
        scaleTo(body.getFont().getSize() / ROOT_FONT, page);
    }

    private void scaleTo(double next, Region page) {
        scale = next;
        whenScaled.accept(next);
        fit(page);
    }

    private void fit(Region page) {
        if (page.getWidth() <= 0) {
            return;
        }
        boolean narrow = page.getWidth() / scale < NARROW;
        if (narrow && !stacked.get()) {
            across.getItems().remove(detail);
        } else if (!narrow && stacked.get()) {
            across.getItems().setAll(down, detail);
            across.setDividerPositions(place);
        }
        stacked.set(narrow);
        tight.set(page.getWidth() / scale < TIGHT);
    }

    /** Whether the toolbar has no room for the words of its buttons. */
    ReadOnlyBooleanProperty tightProperty() {
        return tight.getReadOnlyProperty();
    }

    private double recall(String key, double usual) {
        double[] kept = memory.recallNumbers(key);
        return kept.length == 1 && kept[0] > 0.05 && kept[0] < 0.95 ? kept[0] : usual;
    }

    private void follow(SplitPane split, String key) {
        split.getDividers().get(0).positionProperty().addListener((o, before, now) -> {
            if (split == across && resized) {
                // Layout gives each pane the same part of the new room; a person chose a share of all of it.
                resized = false;
                split.setDividerPositions(place);
                return;
            }
            // Only a person's hand counts: layout moves dividers too. Nested panes have dividers of their own.
            boolean byHand = split.getChildrenUnmodifiable().stream()
                    .anyMatch(n -> n.getStyleClass().contains("split-pane-divider") && n.isPressed());
            if (byHand) {
                memory.remember(key, String.format(Locale.ROOT, "%.4f", now.doubleValue()));
                if (split == across) {
                    place = now.doubleValue();
                }
            }
        });
    }

    ReadOnlyBooleanProperty stackedProperty() {
        return stacked.getReadOnlyProperty();
    }

    boolean isDetailAlone() {
        return stacked.get() && across.getItems().contains(detail);
    }

    void showDetail() {
        if (stacked.get()) {
            across.getItems().setAll(detail);
        }
    }

    void showTable() {
        if (stacked.get()) {
            across.getItems().setAll(down);
        }
    }
}
