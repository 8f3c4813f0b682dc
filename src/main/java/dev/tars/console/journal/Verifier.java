package dev.tars.console.journal;

import dev.tars.console.base.Progress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Checks every event against its hash, its place, the one before, the head, and all checkpoints. */
final class Verifier {

    private static final int TELL_EVERY = 4096;

    private Verifier() {}

    static Verification verify(EventStore store, List<Checkpoint> elsewhere, Progress progress, Instant at)
            throws JournalUnavailable {
        List<Checkpoint> checkpoints = new ArrayList<>(elsewhere);
        checkpoints.addAll(store.checkpoints());
        Head head = store.head();
        long expected = Math.max(1, head.sequence());
        Chain chain = new Chain(checkpoints);
        long before;
        do {
            before = chain.last(at).sequence();
            store.read(before + 1, Long.MAX_VALUE, event -> {
                if (event.sequence() % TELL_EVERY == 0) {
                    progress.checkCancelled();
                    progress.report(
                            Math.min(1, event.sequence() / (double) expected),
                            "event " + event.sequence() + " of " + expected);
                }
                chain.next(event);
            });
            // Others append meanwhile: the head must be asked after the events, and may be ahead of them then.
            head = store.head();
        } while (head.sequence() > chain.last(at).sequence() && chain.last(at).sequence() > before);
        chain.end(head);
        long last = chain.last(at).sequence();
        Optional<Checkpoint> proven = checkpoints.stream()
                .filter(c -> c.sequence() <= last)
                .max(Comparator.comparingLong(Checkpoint::sequence));
        return new Verification(chain.count(), chain.faults(), chain.last(at), proven, at);
    }
}
