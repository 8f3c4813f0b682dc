package dev.tars.console.slo.view;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/**
 * Widths, order and visibility of the table's columns. Widths are kept in root pixels (13 px to the em), so that they
 * hold at any scale; one column takes what the others leave; the state cannot be hidden.
 */
final class BoardColumns {

    private static final double WIDE = 960;
    private static final double LEAST_FILL = 140;
    /** What gives way first, so that the age stays in sight: column by the least width it is shown at. */
    private static final Map<String, Double> GIVES_WAY = Map.of("last-hour", 690.0, "one-hour", 622.0);

    private final TableView<KeyedItem<LiveRow>> table;
    private final TableColumn<KeyedItem<LiveRow>, LiveRow> state;
    private final TableColumn<KeyedItem<LiveRow>, LiveRow> fill;
    private final List<TableColumn<KeyedItem<LiveRow>, LiveRow>> wideOnly;
    private final PanelMemory memory;
    private double scale = 1;
    private boolean arranging;
    private Optional<ScrollBar> bar = Optional.empty();

    BoardColumns(
            TableView<KeyedItem<LiveRow>> table,
            TableColumn<KeyedItem<LiveRow>, LiveRow> state,
            TableColumn<KeyedItem<LiveRow>, LiveRow> fill,
            List<TableColumn<KeyedItem<LiveRow>, LiveRow>> wideOnly,
            PanelMemory memory) {
        this.table = table;
        this.state = state;
        this.fill = fill;
        this.wideOnly = wideOnly;
        this.memory = memory;
    }

    void install() {
        recall();
        fill.setResizable(false);
        table.widthProperty().addListener((o, before, now) -> arrange());
        table.skinProperty().addListener((o, before, now) -> followBar());
        for (TableColumn<KeyedItem<LiveRow>, ?> column : table.getColumns()) {
            column.widthProperty().addListener((o, before, now) -> resized(column));
            column.visibleProperty().addListener((o, before, visible) -> shown(column, visible));
            column.setContextMenu(new ContextMenu());
            column.getContextMenu()
                    .setOnShowing(e -> column.getContextMenu().getItems().setAll(choices()));
        }
        table.getColumns().addListener((javafx.collections.ListChangeListener<Object>) c -> remember());
        arrange();
    }

    /** Root pixels at another scale. */
    void scaleTo(double next) {
        if (next != scale) {
            arranging = true;
            double factor = next / scale;
            table.getColumns().forEach(column -> {
                column.setMinWidth(column.getMinWidth() * factor);
                column.setPrefWidth(column.getPrefWidth() * factor);
            });
            scale = next;
            arranging = false;
        }
        arrange();
    }

    private void followBar() {
        bar = table.lookupAll(".scroll-bar").stream()
                .filter(ScrollBar.class::isInstance)
                .map(ScrollBar.class::cast)
                .filter(found -> found.getOrientation() == Orientation.VERTICAL)
                .findFirst();
        bar.ifPresent(found -> {
            found.visibleProperty().addListener((o, before, now) -> arrange());
            found.widthProperty().addListener((o, before, now) -> arrange());
        });
    }

    private double barWidth() {
        return bar.filter(Node::isVisible).map(ScrollBar::getWidth).orElse(0.0);
    }

    private List<CheckMenuItem> choices() {
        List<CheckMenuItem> choices = new ArrayList<>();
        for (TableColumn<KeyedItem<LiveRow>, ?> column : table.getColumns()) {
            CheckMenuItem choice = new CheckMenuItem(column.getText());
            choice.setSelected(column.isVisible());
            choice.setDisable(column == state);
            choice.setOnAction(e -> {
                column.setVisible(choice.isSelected());
                rememberHidden();
            });
            choices.add(choice);
        }
        return choices;
    }

    private void shown(TableColumn<KeyedItem<LiveRow>, ?> column, boolean visible) {
        if (column == state && !visible) {
            state.setVisible(true);
        }
        arrange();
    }

    private void resized(TableColumn<KeyedItem<LiveRow>, ?> column) {
        if (!arranging && column != fill) {
            arrange();
            remember();
        }
    }

    private void arrange() {
        if (arranging || table.getWidth() <= 0) {
            return;
        }
        arranging = true;
        boolean wide = table.getWidth() / scale >= WIDE;
        if (memory.recall("slo.table.hidden").isEmpty()) {
            double room = (table.getWidth() - barWidth()) / scale;
            for (TableColumn<KeyedItem<LiveRow>, ?> column : table.getColumns()) {
                column.setVisible(
                        room >= GIVES_WAY.getOrDefault(column.getId(), 0.0) && (wide || !wideOnly.contains(column)));
            }
        }
        double others = table.getColumns().stream()
                .filter(column -> column.isVisible() && column != fill)
                .mapToDouble(TableColumn::getWidth)
                .sum();
        fill.setPrefWidth(Math.max(LEAST_FILL * scale, table.getWidth() - others - barWidth()));
        arranging = false;
    }

    private void remember() {
        if (arranging) {
            return;
        }
        memory.remember(
                "slo.table.order",
                table.getColumns().stream().map(TableColumn::getId).collect(Collectors.joining(",")));
        memory.remember(
                "slo.table.widths",
                table.getColumns().stream()
                        .filter(column -> column != fill)
                        .map(column ->
                                column.getId() + "=" + String.format(Locale.ROOT, "%.0f", column.getWidth() / scale))
                        .collect(Collectors.joining(",")));
    }

    private void rememberHidden() {
        memory.remember(
                "slo.table.hidden",
                table.getColumns().stream()
                        .filter(column -> !column.isVisible())
                        .map(TableColumn::getId)
                        .collect(Collectors.joining(",", "-", "")));
    }

    private void recall() {
        memory.recall("slo.table.order").ifPresent(text -> {
            List<String> order = List.of(text.split(","));
            List<TableColumn<KeyedItem<LiveRow>, ?>> columns = new ArrayList<>(table.getColumns());
            columns.sort(Comparator.comparingInt(column -> order.indexOf(column.getId())));
            table.getColumns().setAll(columns);
        });
        memory.recall("slo.table.widths").ifPresent(text -> {
            for (String entry : text.split(",")) {
                String[] half = entry.split("=");
                if (half.length == 2 && half[1].matches("[0-9]{1,4}")) {
                    table.getColumns().stream()
                            .filter(column -> column.getId().equals(half[0]))
                            .forEach(column -> column.setPrefWidth(Double.parseDouble(half[1])));
                }
            }
        });
        memory.recall("slo.table.hidden").ifPresent(text -> {
            List<String> hidden = List.of(text.replaceFirst("^-", "").split(","));
            table.getColumns()
                    .forEach(column -> column.setVisible(column == state || !hidden.contains(column.getId())));
        });
    }
}
