package dev.tars.console.checklist.view;

import dev.tars.console.checklist.ItemStatus;

/** A line of the list. */
sealed interface ChecklistRow {

    /** What it is found by again in the next picture. */
    String key();

    /** @param passing of the items of the section, shown or not */
    record Head(String id, String title, int passing, int items) implements ChecklistRow {
        @Override
        public String key() {
            return "#" + id;
        }
    }

    record Entry(ItemStatus status, String section) implements ChecklistRow {
        @Override
        public String key() {
            return status.id();
        }
    }
}
