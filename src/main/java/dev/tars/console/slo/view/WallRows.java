package dev.tars.console.slo.view;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** One page of rows. Nodes are kept and only what changed is painted anew. */
public final class WallRows extends VBox {

    private final List<WallLoudRow> louds = new ArrayList<>();
    private final List<WallOkRow> oks = new ArrayList<>();
    private final VBox loud = new VBox();
    private final VBox left = new VBox();
    private final VBox right = new VBox();
    private final HBox ok = new HBox(left, right);

    public WallRows() {
        getStyleClass().add("wall-rows");
        ok.getStyleClass().add("wall-oks");
        for (VBox column : List.of(left, right)) {
            column.getStyleClass().add("wall-column");
            HBox.setHgrow(column, Priority.ALWAYS);
        }
        getChildren().addAll(loud, ok);
    }

    void show(WallPages.Page page, LiveWords words) {
        keep(loud, louds, page.loud().size(), WallLoudRow::new);
        for (int i = 0; i < page.loud().size(); i++) {
            louds.get(i).show(page.loud().get(i), words);
        }
        int lines = (page.ok().size() + 1) / 2;
        while (oks.size() < page.ok().size()) {
            oks.add(new WallOkRow());
        }
        columns(page.ok().size());
        for (int i = 0; i < page.ok().size(); i++) {
            oks.get(i).show(page.ok().get(i), words);
        }
        ok.setVisible(lines > 0);
        ok.setManaged(lines > 0);
    }

    /** Even ones left, odd ones right: read line by line. */
    private void columns(int count) {
        if (left.getChildren().size() + right.getChildren().size() == count) {
            return;
        }
        left.getChildren().clear();
        right.getChildren().clear();
        for (int i = 0; i < count; i++) {
            (i % 2 == 0 ? left : right).getChildren().add(oks.get(i));
        }
    }

    private static <N extends Node> void keep(Pane pane, List<N> nodes, int count, Supplier<N> maker) {
        while (nodes.size() < count) {
            nodes.add(maker.get());
        }
        if (pane.getChildren().size() != count) {
            pane.getChildren().setAll(nodes.subList(0, count));
        }
    }
}
