package dev.tars.console.journal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Follows a journal event by event and notes where it is not what was written.
 *
 * <p>The hash covers the sequence and everything else, so a changed field shows in the event itself, and an event in
 * another place shows there too. An event that was changed together with its hash shows in the next, which remembers the
 * old one. What is left, a past written anew to the very end and an end cut off, only a checkpoint can know.
 */
final class Chain {

    private final Map<Long, List<Checkpoint>> checkpoints = new HashMap<>();
    private final List<Fault> faults = new ArrayList<>();

    /** Events in places they were not written in, and where that was: told in one sentence a run, at the end. */
    private final List<Moved> moved = new ArrayList<>();

    private long count;
    private long last;
    private String prev = Hashes.GENESIS;
    private boolean known = true;

    private record Moved(long found, long written) {
        long shift() {
            return found - written;
        }
    }

    Chain(List<Checkpoint> checkpoints) {
        checkpoints.forEach(c -> this.checkpoints
                .computeIfAbsent(c.sequence(), sequence -> new ArrayList<>())
                .add(c));
    }

    void next(Event event) {
        count++;
        if (event.sequence() > last + 1) {
            add(last + 1, Fault.Kind.MISSING, range(last + 1, event.sequence() - 1) + " missing.");
            known = false;
        }
        boolean sound = event.isSound();
        if (!sound) {
            unsound(event);
        } else if (known && !event.prev().equals(prev)) {
            add(
                    last,
                    Fault.Kind.BROKEN_LINK,
                    last == 0
                            ? "The first event follows another one: what was before it is missing."
                            : "Event " + last + " was replaced or put in: event " + event.sequence()
                                    + " follows another one.");
        }
        compare(event);
        last = event.sequence();
        prev = event.hash();
        // What follows a changed event remembers the hash of before; that is no second fault.
        known = sound;
    }

    private void unsound(Event event) {
        long written = writtenAs(event);
        if (written > 0) {
            moved.add(new Moved(event.sequence(), written));
        } else {
            add(
                    event.sequence(),
                    Fault.Kind.CHANGED,
                    "Event " + event.sequence() + " was changed: its content does not have its hash.");
        }
    }

    /** The place in which the event would be sound, near its own; 0 where there is none. */
    private static long writtenAs(Event event) {
        for (long away = 1; away <= NEAR; away++) {
            for (long sequence : new long[] {event.sequence() - away, event.sequence() + away}) {
                if (sequence > 0 && at(sequence, event).isSound()) {
                    return sequence;
                }
            }
        }
        return 0;
    }

    /** How far away an event is looked for: an inserted or deleted few, not a whole journal for every changed event. */
    private static final int NEAR = 16;

    private static Event at(long sequence, Event e) {
        return new Event(
                sequence, e.id(), e.at(), e.actor(), e.environment(), e.kind(), e.payload(), e.prev(), e.hash());
    }

    private void compare(Event event) {
        for (Checkpoint checkpoint : checkpoints.getOrDefault(event.sequence(), List.of())) {
            if (!checkpoint.hash().equals(event.hash())) {
                add(
                        event.sequence(),
                        Fault.Kind.REWRITTEN,
                        "Event " + event.sequence() + " is not the one that the checkpoint of " + checkpoint.at()
                                + " remembers: it or the past before it was written anew.");
            }
        }
    }

    /** What comes after the last event. @param head where the store remembers to end */
    void end(Head head) {
        long remembered = head.sequence();
        String who = "the journal remembers";
        for (List<Checkpoint> same : checkpoints.values()) {
            for (Checkpoint checkpoint : same) {
                if (checkpoint.sequence() > remembered) {
                    remembered = checkpoint.sequence();
                    who = "the checkpoint of " + checkpoint.at() + " remembers";
                }
            }
        }
        if (remembered > last) {
            add(
                    last + 1,
                    Fault.Kind.CUT,
                    range(last + 1, remembered) + " missing at the end: " + who
                            + (remembered == last + 1 ? " it." : " them."));
        } else if (known && last == head.sequence() && !prev.equals(head.hash())) {
            add(
                    last,
                    Fault.Kind.BROKEN_LINK,
                    last == 0
                            ? "The journal remembers an end that an empty one does not have."
                            : "Event " + last + " is not the one that the journal remembers to end with.");
        } else if (last > head.sequence()) {
            add(
                    head.sequence() + 1,
                    Fault.Kind.BROKEN_LINK,
                    range(head.sequence() + 1, last) + " behind the end that the journal remembers.");
        }
        tellMoved();
        faults.sort(java.util.Comparator.comparingLong(Fault::sequence));
    }

    private void tellMoved() {
        int from = 0;
        for (int i = 1; i <= moved.size(); i++) {
            boolean goesOn = i < moved.size()
                    && moved.get(i).shift() == moved.get(i - 1).shift()
                    && moved.get(i).found() == moved.get(i - 1).found() + 1;
            if (!goesOn) {
                tellMoved(moved.get(from), moved.get(i - 1));
                from = i;
            }
        }
    }

    private void tellMoved(Moved first, Moved end) {
        String sentence = first.equals(end)
                ? "Event " + first.written() + " stands in the place of event " + first.found() + "."
                : "Events " + first.written() + " to " + end.written() + " stand in the places " + first.found()
                        + " to " + end.found() + ".";
        add(first.found(), Fault.Kind.MOVED, sentence);
    }

    private static String range(long from, long to) {
        return from == to ? "Event " + from + " is" : "Events " + from + " to " + to + " are";
    }

    private void add(long sequence, Fault.Kind kind, String sentence) {
        if (faults.size() < Verification.MOST_FAULTS) {
            faults.add(new Fault(sequence, kind, sentence));
        }
    }

    long count() {
        return count;
    }

    Checkpoint last(java.time.Instant at) {
        return new Checkpoint(last, prev, at);
    }

    List<Fault> faults() {
        return faults;
    }
}
