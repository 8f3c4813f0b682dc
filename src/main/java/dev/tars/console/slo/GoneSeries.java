package dev.tars.console.slo;

import dev.tars.console.journal.Event;
import dev.tars.console.journal.Payload;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Series that persons accepted as gone, folded from the journal: a console that starts anew, and one beside it, do not
 * miss them again. Only the newest are kept: an older word is about series that no console finds in the past any more.
 * Safe for any thread.
 */
public final class GoneSeries {

    /** Payload: objective, reason, labels, an object. */
    public static final String ACCEPTED = "slo.series.gone";

    private static final Logger LOG = LoggerFactory.getLogger(GoneSeries.class);
    private static final int MOST = 1_000;

    /**
     * One series.
     *
     * @param objective its id
     * @param labels as the board has them
     * @param at when it was accepted; a sample after that is one of a series that came back
     */
    public record Gone(String objective, Map<String, String> labels, Instant at) {
        public Gone {
            labels = Map.copyOf(labels);
        }
    }

    private record Kept(String environment, Gone gone) {}

    private final Deque<Kept> kept = new ArrayDeque<>();

    /** What an event of this kind carries. */
    public static Payload payload(String objective, Map<String, String> labels, String reason) {
        return Payload.builder()
                .put("objective", objective)
                .put("labels", labels)
                .put("reason", reason)
                .build();
    }

    /** One more event of the journal, in its order; other kinds pass by. */
    public void follow(Event event) {
        if (!event.kind().equals(ACCEPTED)) {
            return;
        }
        String objective = event.payload().text("objective").orElse("");
        if (objective.isEmpty()) {
            LOG.warn("Event {} accepts nothing: it names no objective", event.sequence());
            return;
        }
        Map<String, String> labels = new HashMap<>();
        if (event.payload().members().get("labels") instanceof Map<?, ?> written) {
            written.forEach((name, value) -> labels.put(String.valueOf(name), String.valueOf(value)));
        }
        synchronized (kept) {
            kept.addLast(new Kept(event.environment(), new Gone(objective, labels, event.at())));
            while (kept.size() > MOST) {
                kept.removeFirst();
            }
        }
    }

    /** What was accepted in an environment so lately that a console may still find it in the past; oldest first. */
    public List<Gone> of(String environment, Instant now) {
        Instant earliest = now.minus(SeenSeries.REMEMBERED);
        synchronized (kept) {
            return kept.stream()
                    .filter(k -> k.environment().equals(environment))
                    .map(Kept::gone)
                    .filter(gone -> gone.at().isAfter(earliest))
                    .toList();
        }
    }
}
