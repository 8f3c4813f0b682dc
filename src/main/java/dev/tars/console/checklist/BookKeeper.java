package dev.tars.console.checklist;

import dev.tars.console.journal.Event;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Folds entries into a {@link ChecklistBook}. Not safe for more than one thread. */
final class BookKeeper {

    private final Map<String, ItemRecord> items;
    private final List<Recorded> unreadable;
    private final Set<String> nonces = new HashSet<>();
    private long sequence;
    private String hash;

    BookKeeper() {
        this(new HashMap<>(), List.of(), 0, "");
    }

    BookKeeper(Map<String, ItemRecord> items, List<Recorded> unreadable, long sequence, String hash) {
        this.items = items;
        this.unreadable = new ArrayList<>(unreadable);
        this.sequence = sequence;
        this.hash = hash;
        items.values().forEach(record -> record.history().forEach(line -> nonce(line.entry())));
    }

    /** @return whether the event is about this list */
    boolean follow(EntryCodec codec, Event event) {
        if (event.sequence() <= sequence) {
            return false;
        }
        boolean isOurs = codec.isOurs(event);
        if (isOurs) {
            keep(new Recorded(new Stamp(event.at(), event.actor(), event.sequence(), event.hash()), codec.read(event)));
        }
        sequence = event.sequence();
        hash = event.hash();
        return isOurs;
    }

    void keep(Recorded recorded) {
        sequence = recorded.stamp().sequence();
        hash = recorded.stamp().hash();
        Stamp stamp = recorded.stamp();
        Entry entry = recorded.entry();
        if (entry instanceof Entry.RunBegun it) {
            Begun begun = new Begun(stamp, it.run(), it.session());
            it.items().forEach(item -> change(item, record -> record.begun(begun)));
        } else if (entry instanceof Entry.RunEnded it) {
            it.untouched().forEach(item -> change(item, record -> record.untouched(it.run())));
        } else if (entry instanceof Entry.Answered it) {
            remember(it.item(), recorded, record -> record.answered(new Answer(stamp, it)));
        } else if (entry instanceof Entry.Said it) {
            boolean isNew = nonce(it);
            UnaryOperator<ItemRecord> say = record -> record.said(new Said(stamp, it.statement()));
            // A signature that was used counts for nothing when it is brought again.
            remember(it.statement().item(), recorded, isNew ? say : UnaryOperator.identity());
        } else if (entry instanceof Entry.Reset it) {
            remember(it.item(), recorded, ItemRecord::reset);
        } else if (entry instanceof Entry.Noted it) {
            remember(it.item(), recorded, UnaryOperator.identity());
        } else if (entry instanceof Entry.Unreadable) {
            unreadable.add(recorded);
        } else {
            watch(recorded);
        }
    }

    private void watch(Recorded recorded) {
        Stamp stamp = recorded.stamp();
        Entry entry = recorded.entry();
        if (entry instanceof Entry.WatchBegun it) {
            remember(it.item(), recorded, record -> record.watched(WatchRecord.of(stamp, it)));
        } else if (entry instanceof Entry.WatchHeld it) {
            // Hundreds of them a day: they count, and history shows what interrupted them.
            change(it.item(), record -> watched(record, watch -> watch.with(it)));
        } else if (entry instanceof Entry.WatchPaused it) {
            remember(it.item(), recorded, record -> watched(record, watch -> watch.paused(stamp, it.evidence())));
        } else if (entry instanceof Entry.WatchRestarted it) {
            remember(it.item(), recorded, record -> watched(record, watch -> watch.restarted(stamp, it.evidence())));
        } else if (entry instanceof Entry.WatchFailed it) {
            remember(it.item(), recorded, record -> watched(record, watch -> watch.failed(stamp, it.evidence())));
        }
    }

    /** A watch that was never begun holds nothing. */
    private static ItemRecord watched(ItemRecord record, UnaryOperator<WatchRecord> change) {
        return record.watch().map(watch -> record.watched(change.apply(watch))).orElse(record);
    }

    private boolean nonce(Entry entry) {
        return !(entry instanceof Entry.Said said)
                || said.statement()
                        .proof()
                        .map(proof -> nonces.add(proof.nonce()))
                        .orElse(true);
    }

    private void change(String item, UnaryOperator<ItemRecord> change) {
        items.put(item, change.apply(items.getOrDefault(item, ItemRecord.NOTHING)));
    }

    private void remember(String item, Recorded line, UnaryOperator<ItemRecord> change) {
        change(item, record -> change.apply(record).remembered(line));
    }

    ChecklistBook book() {
        return new ChecklistBook(items, unreadable, sequence, hash);
    }
}
