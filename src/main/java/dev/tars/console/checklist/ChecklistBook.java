package dev.tars.console.checklist;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What the journal says of a list: the fold over its entries.
 *
 * @param items by id; an id without a record was never asked
 * @param unreadable entries that could not be read; as long as there are any there is no go
 * @param sequence the journal's event it is folded through, 0 for none
 * @param hash of that event
 */
public record ChecklistBook(Map<String, ItemRecord> items, List<Recorded> unreadable, long sequence, String hash) {

    /** Nothing was recorded. */
    public static final ChecklistBook EMPTY = new ChecklistBook(Map.of(), List.of(), 0, "");

    public ChecklistBook {
        items = Map.copyOf(items);
        unreadable = List.copyOf(unreadable);
        Objects.requireNonNull(hash, "hash");
    }

    public ItemRecord of(String item) {
        return items.getOrDefault(item, ItemRecord.NOTHING);
    }

    /** The book with one more entry; for many, a {@link BookKeeper} does not copy each time. */
    public ChecklistBook with(Recorded recorded) {
        BookKeeper keeper = new BookKeeper(new HashMap<>(items), unreadable, sequence, hash);
        keeper.keep(recorded);
        return keeper.book();
    }
}
