package dev.tars.console.checklist.view;

import javafx.scene.Node;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.skin.VirtualFlow;

/** The head of the section that the first row in sight belongs to, over the list. */
final class StickyHead {

    private final ListView<ChecklistRow> list;
    private final Label head;

    StickyHead(ListView<ChecklistRow> list, Label head) {
        this.list = list;
        this.head = head;
        head.setMouseTransparent(true);
        list.skinProperty().addListener((o, before, now) -> {
            for (Node node : list.lookupAll(".scroll-bar")) {
                if (node instanceof ScrollBar bar) {
                    bar.valueProperty().addListener((p, was, is) -> place());
                }
            }
            place();
        });
        place();
    }

    void place() {
        int first = first();
        String text = "";
        // The first row may be a head itself: then it says what the sticky one would.
        for (int i = first; i > 0 && i < list.getItems().size() && text.isEmpty(); i--) {
            if (list.getItems().get(i) instanceof ChecklistRow.Head there && i < first) {
                text = title(there);
            } else if (list.getItems().get(i) instanceof ChecklistRow.Head) {
                break;
            }
        }
        if (text.isEmpty()
                && first > 0
                && first < list.getItems().size()
                && list.getItems().get(first) instanceof ChecklistRow.Entry
                && list.getItems().get(0) instanceof ChecklistRow.Head there) {
            text = title(there);
        }
        ChecklistView.put(head, text);
    }

    private static String title(ChecklistRow.Head head) {
        return head.title() + "   " + head.passing() + "/" + head.items();
    }

    private int first() {
        if (list.lookup(".virtual-flow") instanceof VirtualFlow<?> flow) {
            IndexedCell<?> cell = flow.getFirstVisibleCell();
            return cell == null ? 0 : cell.getIndex();
        }
        return 0;
    }
}
