package dev.tars.console.slo;

import dev.tars.console.journal.Event;
import dev.tars.console.journal.Kinds;
import dev.tars.console.journal.Payload;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What was acknowledged, folded from the journal; the newest word on an objective holds. Safe for any thread. */
public final class Acknowledgements {

    private static final Logger LOG = LoggerFactory.getLogger(Acknowledgements.class);

    private record Key(String environment, String objective) {}

    private final Map<Key, Acknowledgement> newest = new ConcurrentHashMap<>();

    /** What an event of the kind {@link Kinds#SLO_ACKNOWLEDGED} carries. */
    public static Payload payload(String objective, SloState state, String reason, Instant until) {
        return Payload.builder()
                .put("objective", objective)
                .put("state", state.name().toLowerCase(Locale.ROOT))
                .put("reason", reason)
                .put("until", until.toString())
                .build();
    }

    /** One more event of the journal, in its order; other kinds pass by. */
    public void follow(Event event) {
        if (event.kind().equals(Kinds.SLO_ACKNOWLEDGED)) {
            read(event).ifPresent(a -> newest.put(new Key(event.environment(), a.objective()), a));
        }
    }

    /** What cannot be read silences nothing. */
    private static Optional<Acknowledgement> read(Event event) {
        Payload payload = event.payload();
        try {
            return Optional.of(new Acknowledgement(
                    payload.text("objective").orElseThrow(IllegalArgumentException::new),
                    SloState.valueOf(payload.text("state").orElse("").toUpperCase(Locale.ROOT)),
                    event.actor(),
                    payload.text("reason").orElse(""),
                    event.at(),
                    Instant.parse(payload.text("until").orElse(""))));
        } catch (IllegalArgumentException | DateTimeException e) {
            LOG.warn("Event {} acknowledges nothing: it cannot be read", event.sequence(), e);
            return Optional.empty();
        }
    }

    /** What holds now for an objective in this state. */
    public Optional<Acknowledgement> of(String environment, String objective, SloState state, Instant now) {
        return Optional.ofNullable(newest.get(new Key(environment, objective)))
                .filter(a -> a.state() == state && a.holds(now));
    }
}
