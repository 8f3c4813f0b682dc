package dev.tars.console.app.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;

/** F6: the focus goes from pane to pane. A pane is what has the style class {@code pane}. */
final class PaneFocus {

    private PaneFocus() {}

    /** @param step 1 for the next pane, -1 for the one before */
    static void move(Scene scene, int step) {
        List<Node> panes = new ArrayList<>();
        collect(scene.getRoot(), panes);
        if (panes.isEmpty()) {
            return;
        }
        int at = indexOfPane(panes, scene.getFocusOwner());
        int start = at < 0 ? (step > 0 ? -1 : 0) : at;
        for (int n = 1; n <= panes.size(); n++) {
            Node pane = panes.get(Math.floorMod(start + step * n, panes.size()));
            Optional<Node> target = firstFocusable(pane);
            if (target.isPresent()) {
                target.get().requestFocus();
                return;
            }
        }
    }

    private static void collect(Node node, List<Node> panes) {
        if (!node.isVisible()) {
            return;
        }
        if (node.getStyleClass().contains("pane")) {
            panes.add(node);
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, panes));
        }
    }

    private static int indexOfPane(List<Node> panes, Node focusOwner) {
        for (Node node = focusOwner; node != null; node = node.getParent()) {
            int index = panes.indexOf(node);
            if (index >= 0) {
                return index;
            }
        }
        return -1;
    }

    private static Optional<Node> firstFocusable(Node node) {
        if (!node.isVisible() || node.isDisabled()) {
            return Optional.empty();
        }
        if (node.isFocusTraversable()) {
            return Optional.of(node);
        }
        if (node instanceof Parent parent) {
            for (Node child : parent.getChildrenUnmodifiable()) {
                Optional<Node> found = firstFocusable(child);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }
}
