package dev.tars.console.slo;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who wants boards. One that throws does not keep the others from theirs. */
final class BoardReceivers {

    private static final Logger LOG = LoggerFactory.getLogger(BoardReceivers.class);

    /** Two subscriptions of one receiver are two. */
    private static final class Entry {
        private final Consumer<SloBoard> receiver;

        Entry(Consumer<SloBoard> receiver) {
            this.receiver = receiver;
        }
    }

    private final List<Entry> entries = new CopyOnWriteArrayList<>();
    private final Set<Entry> logged = ConcurrentHashMap.newKeySet();

    SloFeed.Subscription add(Consumer<SloBoard> receiver, SloBoard current) {
        Entry entry = new Entry(receiver);
        entries.add(entry);
        give(entry, current);
        return () -> {
            entries.remove(entry);
            logged.remove(entry);
        };
    }

    void send(SloBoard board) {
        entries.forEach(entry -> give(entry, board));
    }

    void clear() {
        entries.clear();
    }

    private void give(Entry entry, SloBoard board) {
        try {
            entry.receiver.accept(board);
        } catch (RuntimeException e) {
            // A receiver is foreign code; whatever it throws must not stop the polling.
            if (logged.add(entry)) {
                LOG.error("A receiver of objectives failed; further failures of it are not logged", e);
            }
        }
    }
}
