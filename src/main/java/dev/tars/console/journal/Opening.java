package dev.tars.console.journal;

import dev.tars.console.base.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What is looked at before a journal takes events; the whole chain is checked by {@link Verifier}, when asked to. */
final class Opening {

    private static final String CONSEQUENCE = "Nothing that must be recorded can be done.";

    private Opening() {}

    /** Why the journal must not be written to; empty where nothing speaks against it. */
    static Optional<Problem> check(EventStore store) throws JournalUnavailable {
        // Before the head: others may append, and keep checkpoints, meanwhile.
        Optional<Checkpoint> checkpoint =
                store.checkpoints().stream().max(Comparator.comparingLong(Checkpoint::sequence));
        Head head = store.head();
        List<Event> last = new ArrayList<>();
        // Others may append meanwhile: what comes behind the head is for the whole check.
        store.read(Math.max(head.sequence(), 1), 1, last::add);
        boolean endsAtHead = head.sequence() == 0
                || last.size() == 1
                        && last.get(0).hash().equals(head.hash())
                        && last.get(0).isSound();
        if (!endsAtHead) {
            return Optional.of(problem(
                    store,
                    "The journal does not end with event " + head.sequence() + ", where it remembers to end.",
                    "Verify it to see which events are missing or changed."));
        }
        return checkpoint.isEmpty() ? Optional.empty() : against(checkpoint.get(), head, store);
    }

    private static Optional<Problem> against(Checkpoint checkpoint, Head head, EventStore store)
            throws JournalUnavailable {
        if (checkpoint.sequence() > head.sequence()) {
            return Optional.of(problem(
                    store,
                    "The journal ends with event " + head.sequence() + ", but had event " + checkpoint.sequence()
                            + " at " + checkpoint.at() + ".",
                    "Bring back the journal that has all events, a file together with its -wal; or accept the loss by moving"
                            + " the files .checkpoints and .end beside it away."));
        }
        List<Event> there = new ArrayList<>();
        if (checkpoint.sequence() > 0) {
            store.read(checkpoint.sequence(), 1, there::add);
        }
        boolean same = checkpoint.sequence() == 0
                || there.size() == 1 && there.get(0).hash().equals(checkpoint.hash());
        return same
                ? Optional.empty()
                : Optional.of(problem(
                        store,
                        "Event " + checkpoint.sequence() + " is not the one it was at " + checkpoint.at() + ".",
                        "This is another journal, or its past was rewritten: verify it."));
    }

    private static Problem problem(EventStore store, String what, String mend) {
        return Problem.of(what, store.place(), CONSEQUENCE, mend);
    }
}
