package dev.tars.console.checklist;

import java.time.Instant;
import java.util.List;

/** What an item passes by. A machine's and a person's are two types, so that they cannot look the same by accident. */
public sealed interface Tick {

    /** When it was given. */
    Instant at();

    /** A machine asked and the answer holds. */
    record ByMachine(Answer answer) implements Tick {
        @Override
        public Instant at() {
            return answer.askedAt();
        }
    }

    /** It held for as long as it had to. */
    record ByWatch(WatchRecord watch) implements Tick {
        @Override
        public Instant at() {
            return watch.through().orElse(watch.begun().at());
        }
    }

    /** People looked and signed. @param signatures at least one, in their order */
    record ByPeople(List<Said> signatures) implements Tick {
        public ByPeople {
            signatures = List.copyOf(signatures);
            if (signatures.isEmpty()) {
                throw new IllegalArgumentException("a tick of nobody");
            }
        }

        @Override
        public Instant at() {
            return signatures.get(signatures.size() - 1).stamp().at();
        }
    }
}
