package dev.tars.console.slo;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What the judging query of one objective gave before: a region that was there and is gone is missed until it is back
 * or a person says that it is meant to be gone. Time alone makes nobody forget it: that would turn a lost region green.
 *
 * @param last when each label set had a sample last, by our clock
 * @param emptyPolls polls in a row that gave no sample at all
 * @param acknowledged label sets that are meant to be gone; one that is back is missed again when it goes
 */
public record SeenSeries(
        Map<Map<String, String>, Instant> last, int emptyPolls, Set<Map<String, String>> acknowledged) {

    public SeenSeries {
        last = Map.copyOf(last);
        acknowledged = Set.copyOf(acknowledged);
    }

    public SeenSeries(Map<Map<String, String>, Instant> last, int emptyPolls) {
        this(last, emptyPolls, Set.of());
    }

    /** Nothing seen yet. */
    public static SeenSeries none() {
        return new SeenSeries(Map.of(), 0);
    }

    /** The memory after a poll. @param at by our clock */
    SeenSeries after(Set<Map<String, String>> present, Instant at) {
        Map<Map<String, String>, Instant> all = new HashMap<>(last);
        present.forEach(labels -> all.put(labels, at));
        Set<Map<String, String>> gone = acknowledged;
        if (!gone.isEmpty()) {
            gone = new HashSet<>(acknowledged);
            gone.removeAll(present);
        }
        return new SeenSeries(all, present.isEmpty() ? emptyPolls + 1 : 0, gone);
    }

    /** Adds what the server's history tells of the time before this console watched; times by our clock. */
    SeenSeries with(Map<Map<String, String>, Instant> earlier) {
        Map<Map<String, String>, Instant> all = new HashMap<>(earlier);
        all.keySet().removeAll(acknowledged);
        last.forEach((labels, seen) -> all.merge(labels, seen, (a, b) -> a.isAfter(b) ? a : b));
        return new SeenSeries(all, emptyPolls, acknowledged);
    }

    /** These labels are meant to be gone. */
    SeenSeries without(Map<String, String> labels) {
        Map<Map<String, String>, Instant> all = new HashMap<>(last);
        all.remove(labels);
        Set<Map<String, String>> gone = new HashSet<>(acknowledged);
        gone.add(labels);
        return new SeenSeries(all, emptyPolls, gone);
    }
}
