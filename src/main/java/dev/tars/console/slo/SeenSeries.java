package dev.tars.console.slo;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * What the judging query of one objective gave before: a region that was there and is gone is missed, not forgotten.
 *
 * @param last when each label set had a sample last
 * @param emptyPolls polls in a row that gave no sample at all
 */
public record SeenSeries(Map<Map<String, String>, Instant> last, int emptyPolls) {

    private static final Duration REMEMBERED = Duration.ofHours(1);

    public SeenSeries {
        last = Map.copyOf(last);
    }

    /** Nothing seen yet. */
    public static SeenSeries none() {
        return new SeenSeries(Map.of(), 0);
    }

    /**
     * The memory after a poll. Label sets gone for an hour are let go, unless none would be left: an objective whose
     * series have all vanished stays vanished.
     */
    SeenSeries after(Set<Map<String, String>> present, Instant at) {
        Map<Map<String, String>, Instant> kept = new HashMap<>();
        last.forEach((labels, seen) -> {
            if (!seen.isBefore(at.minus(REMEMBERED))) {
                kept.put(labels, seen);
            }
        });
        present.forEach(labels -> kept.put(labels, at));
        return new SeenSeries(kept.isEmpty() ? last : kept, present.isEmpty() ? emptyPolls + 1 : 0);
    }

    /** Adds what the server's history tells of the time before this console watched. */
    SeenSeries with(Map<Map<String, String>, Instant> earlier) {
        Map<Map<String, String>, Instant> all = new HashMap<>(earlier);
        last.forEach((labels, seen) -> all.merge(labels, seen, (a, b) -> a.isAfter(b) ? a : b));
        return new SeenSeries(all, emptyPolls);
    }
}
