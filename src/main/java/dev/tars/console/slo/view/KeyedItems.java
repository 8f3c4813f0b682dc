package dev.tars.console.slo.view;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Brings a table's items to new rows by key: nothing that stays is taken out, a new order is a permutation. */
final class KeyedItems<R> {

    private final ObservableList<KeyedItem<R>> items = FXCollections.observableArrayList();
    private final Function<R, String> key;

    /** @param key unique among the rows shown at one time */
    KeyedItems(Function<R, String> key) {
        this.key = key;
    }

    ObservableList<KeyedItem<R>> list() {
        return items;
    }

    void show(List<R> rows) {
        Map<String, Integer> place = new HashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            place.put(key.apply(rows.get(i)), i);
        }
        items.removeIf(item -> !place.containsKey(keyOf(item)));
        Map<String, KeyedItem<R>> known = new HashMap<>();
        items.forEach(item -> known.put(keyOf(item), item));
        List<KeyedItem<R>> fresh = new ArrayList<>();
        for (R row : rows) {
            KeyedItem<R> item = known.get(key.apply(row));
            if (item == null) {
                fresh.add(new KeyedItem<>(row));
            } else {
                item.show(row);
            }
        }
        // At once: a table goes through all of its rows at every change.
        items.addAll(fresh);
        if (!isInOrder(rows)) {
            items.sort((a, b) -> Integer.compare(place.getOrDefault(keyOf(a), 0), place.getOrDefault(keyOf(b), 0)));
        }
    }

    private boolean isInOrder(List<R> rows) {
        for (int i = 0; i < rows.size(); i++) {
            if (!keyOf(items.get(i)).equals(key.apply(rows.get(i)))) {
                return false;
            }
        }
        return true;
    }

    private String keyOf(KeyedItem<R> item) {
        return key.apply(item.row());
    }

    Optional<KeyedItem<R>> find(String wanted) {
        return items.stream().filter(item -> keyOf(item).equals(wanted)).findFirst();
    }
}
