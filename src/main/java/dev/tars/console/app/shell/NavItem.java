package dev.tars.console.app.shell;

import dev.tars.console.ui.Screen.Badges;
import dev.tars.console.ui.controls.Badge;
import dev.tars.console.ui.controls.Look;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** One page in the navigation: icon, word, and its key or up to two badges; where there is little room the icon. */
final class NavItem extends ToggleButton {

    private final Page page;
    private final Label key;
    private final Badge missed = new Badge(Look.MISSED);
    private final Badge unknown = new Badge(Look.UNKNOWN);
    private final FontIcon icon;
    private final Label name;
    private final HBox badges = new HBox(missed, unknown);
    private boolean narrow;

    NavItem(Page page, String keys) {
        this.page = page;
        getStyleClass().add("nav-item");
        setId("nav-" + page.id());
        setMaxWidth(Double.MAX_VALUE);
        icon = new FontIcon(page.icon());
        icon.getStyleClass().add("icon-large");
        name = new Label(page.name());
        name.getStyleClass().add("nav-name");
        key = new Label(keys);
        key.getStyleClass().add("nav-key");
        badges.getStyleClass().add("nav-badges");
        setTooltip(new Tooltip(keys.isEmpty() ? page.name() : page.name() + "  " + keys));
        page.screen().badges().subscribe(this::paint);
        arrange(false);
    }

    Page page() {
        return page;
    }

    /** @param icons whether there is room for the icon only */
    void arrange(boolean icons) {
        narrow = icons;
        icon.setManaged(true);
        setGraphic(icons ? content(new VBox(icon, badges)) : content(wide()));
        paint(page.screen().badges().getValue());
    }

    private HBox wide() {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox row = new HBox(icon, name, space, badges, key);
        // The skin gives the graphic its preferred width; the row is to fill the item.
        row.prefWidthProperty()
                .bind(Bindings.createDoubleBinding(
                        () -> getWidth() - snappedLeftInset() - snappedRightInset(),
                        widthProperty(),
                        insetsProperty()));
        return row;
    }

    private static <N extends Node> N content(N node) {
        node.getStyleClass().add("nav-content");
        return node;
    }

    private void paint(Badges counts) {
        missed.show(counts.missed());
        // Where only one fits, the worst is shown.
        unknown.show(narrow && counts.missed() > 0 ? 0 : counts.unknown());
        boolean quiet = counts.missed() == 0 && counts.unknown() == 0;
        key.setVisible(quiet);
        key.setManaged(quiet);
        setAccessibleText(page.name() + words(counts.missed(), "missed") + words(counts.unknown(), "unknown"));
    }

    private static String words(int count, String word) {
        return count == 0 ? "" : ", " + count + " " + word;
    }
}
