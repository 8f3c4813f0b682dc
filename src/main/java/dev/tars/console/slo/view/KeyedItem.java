package dev.tars.console.slo.view;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** A place in a table: stays while what it shows changes, so that selection and scroll survive. */
final class KeyedItem<R> {

    private final ReadOnlyObjectWrapper<R> row;

    KeyedItem(R row) {
        this.row = new ReadOnlyObjectWrapper<>(row);
    }

    ReadOnlyObjectProperty<R> rowProperty() {
        return row.getReadOnlyProperty();
    }

    R row() {
        return row.get();
    }

    void show(R next) {
        row.set(next);
    }
}
