package dev.tars.console.journal;

import dev.tars.console.base.Progress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Checks every event against its hash, its place and the one before. */
final class Verifier {

    private Verifier() {}

    static Verification verify(EventStore store, List<Checkpoint> checkpoints, Progress progress, Instant at)
            throws JournalUnavailable {
        Head head = store.head();
        Chain chain = new Chain();
        store.read(1, Long.MAX_VALUE, event -> {
            progress.checkCancelled();
            chain.next(event);
        });
        List<Fault> faults = new ArrayList<>(chain.faults);
        if (chain.last < head.sequence()) {
            faults.add(new Fault(
                    chain.last + 1,
                    Fault.Kind.CUT,
                    "Events " + (chain.last + 1) + " to " + head.sequence() + " are missing at the end."));
        }
        return new Verification(
                chain.count, faults, new Checkpoint(chain.last, chain.prev, at), store.lastCheckpoint(), at);
    }

    private static final class Chain {
        private final List<Fault> faults = new ArrayList<>();
        private long count;
        private long last;
        private String prev = Hashes.GENESIS;

        void next(Event event) {
            if (event.sequence() != last + 1) {
                faults.add(new Fault(
                        last + 1,
                        Fault.Kind.MISSING,
                        "Events " + (last + 1) + " to " + (event.sequence() - 1) + " are missing."));
            } else if (!event.prev().equals(prev)) {
                faults.add(new Fault(
                        event.sequence(),
                        Fault.Kind.BROKEN_LINK,
                        "Event " + event.sequence() + " does not follow the one before it."));
            }
            if (!event.isSound()) {
                faults.add(new Fault(
                        event.sequence(),
                        Fault.Kind.CHANGED,
                        "Event " + event.sequence() + " is not what was written."));
            }
            count++;
            last = event.sequence();
            prev = event.hash();
        }
    }
}
