package dev.tars.console.app;

import dev.tars.console.journal.Event;
import dev.tars.console.journal.Kinds;
import dev.tars.console.slo.ReleaseMark;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** When the release of each environment began, as the journal says. Safe for any thread. */
public final class ReleaseMarks {

    private final Map<String, ReleaseMark> marks = new ConcurrentHashMap<>();

    /** The mark of an environment; empty where no release has begun there. */
    Optional<ReleaseMark> of(String environment) {
        return Optional.ofNullable(marks.get(environment));
    }

    /** One more event of the journal, in its order. */
    void follow(Event event) {
        if (event.kind().equals(Kinds.RELEASE_BEGAN)) {
            String words = event.payload().text("words").orElse("");
            marks.put(event.environment(), new ReleaseMark(event.at(), words));
        } else if (event.kind().equals(Kinds.RELEASE_CLEARED)) {
            marks.remove(event.environment());
        }
    }
}
