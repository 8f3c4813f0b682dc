package dev.tars.console.checklist;

import dev.tars.console.base.Evidence;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What the journal keeps of a checklist; {@link EntryCodec} writes and reads it. */
public sealed interface Entry {

    /** Items are going to be asked. Kept before the first question. @param session the console that asks */
    record RunBegun(String run, String session, List<String> items) implements Entry {
        public RunBegun {
            Objects.requireNonNull(run, "run");
            Objects.requireNonNull(session, "session");
            items = List.copyOf(items);
        }
    }

    /** A run is over. @param untouched items that it began with and did not ask: they are what they were */
    record RunEnded(String run, List<String> untouched) implements Entry {
        public RunEnded {
            Objects.requireNonNull(run, "run");
            untouched = List.copyOf(untouched);
        }
    }

    /**
     * What a machine found.
     *
     * @param textHash fingerprint of the item that was asked
     * @param evidence one a block, in their order
     * @param fingerprints what the answer depended on, as it was then
     */
    record Answered(String item, String run, String textHash, List<Evidence> evidence, Map<String, String> fingerprints)
            implements Entry {
        public Answered {
            Objects.requireNonNull(item, "item");
            Objects.requireNonNull(run, "run");
            Objects.requireNonNull(textHash, "textHash");
            evidence = List.copyOf(evidence);
            fingerprints = Map.copyOf(fingerprints);
        }
    }

    /** What a person said. */
    record Said(Statement statement) implements Entry {
        public Said {
            Objects.requireNonNull(statement, "statement");
        }
    }

    /** Ticks, waiver and the rest count no more. */
    record Reset(String item, String reason) implements Entry {
        public Reset {
            Objects.requireNonNull(item, "item");
            Objects.requireNonNull(reason, "reason");
        }
    }

    /** A remark; it changes nothing. */
    record Noted(String item, String words) implements Entry {
        public Noted {
            Objects.requireNonNull(item, "item");
            Objects.requireNonNull(words, "words");
        }
    }

    /** An item is watched from now on. */
    record WatchBegun(String item, String textHash, Map<String, String> fingerprints) implements Entry {
        public WatchBegun {
            Objects.requireNonNull(item, "item");
            Objects.requireNonNull(textHash, "textHash");
            fingerprints = Map.copyOf(fingerprints);
        }
    }

    /** It held from one answer to another, each answer between them met. */
    record WatchHeld(String item, Instant from, Instant to, List<Evidence> evidence) implements Entry {
        public WatchHeld {
            Objects.requireNonNull(item, "item");
            evidence = List.copyOf(evidence);
            if (to.isBefore(from)) {
                throw new IllegalArgumentException("held from " + from + " to " + to);
            }
        }
    }

    /** There was no usable answer: time does not count until there is one. */
    record WatchPaused(String item, List<Evidence> evidence) implements Entry {
        public WatchPaused {
            Objects.requireNonNull(item, "item");
            evidence = List.copyOf(evidence);
        }
    }

    /** The time held begins anew. */
    record WatchRestarted(String item, List<Evidence> evidence) implements Entry {
        public WatchRestarted {
            Objects.requireNonNull(item, "item");
            evidence = List.copyOf(evidence);
        }
    }

    /** It was missed once, and once is for good. */
    record WatchFailed(String item, List<Evidence> evidence) implements Entry {
        public WatchFailed {
            Objects.requireNonNull(item, "item");
            evidence = List.copyOf(evidence);
        }
    }

    /** An entry that is there and cannot be read: as long as it is, nobody knows how the list stands. */
    record Unreadable(String kind, String why) implements Entry {
        public Unreadable {
            Objects.requireNonNull(kind, "kind");
            Objects.requireNonNull(why, "why");
        }
    }
}
