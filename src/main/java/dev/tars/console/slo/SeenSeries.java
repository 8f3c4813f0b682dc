package dev.tars.console.slo;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the judging query of one objective gave before: a region that was there and is gone is missed until it is back
 * or a person says that it is meant to be gone. Time alone makes nobody forget it: that would turn a lost region green.
 *
 * <p>Bounded: of more than {@link #MOST} label sets those that are gone the longest lose their names, and stand for as
 * long as nobody accepts it as one label set, {@link #FORGOTTEN}, that says how many they are. So labels that keep
 * changing cannot grow for ever, and still nothing turns green by being forgotten.
 *
 * @param last when each label set had a sample last, by our clock
 * @param emptyPolls polls in a row that gave no sample at all
 * @param acknowledged label sets that are meant to be gone, and since when; one that is back is missed again when it
 *     goes. Forgotten after {@link #REMEMBERED}: no window reaches back to them any more, and one that does is missed
 */
public record SeenSeries(
        Map<Map<String, String>, Instant> last, int emptyPolls, Map<Map<String, String>, Instant> acknowledged) {

    /** Label sets that are remembered by name, those of the last answer included. */
    public static final int MOST = 256;

    /** The label of what is gone and not known by name any more; no label of Prometheus begins so. */
    public static final String FORGOTTEN = "__forgotten__";

    static final Duration REMEMBERED = Duration.ofHours(2);

    public SeenSeries {
        last = Map.copyOf(last);
        acknowledged = Map.copyOf(acknowledged);
    }

    public SeenSeries(Map<Map<String, String>, Instant> last, int emptyPolls) {
        this(last, emptyPolls, Map.of());
    }

    /** Nothing seen yet. */
    public static SeenSeries none() {
        return new SeenSeries(Map.of(), 0);
    }

    /** The memory after a poll. @param at by our clock */
    SeenSeries after(Set<Map<String, String>> present, Instant at) {
        Map<Map<String, String>, Instant> all = new HashMap<>(last);
        present.forEach(labels -> all.put(labels, at));
        Map<Map<String, String>, Instant> gone = acknowledged;
        if (!gone.isEmpty()) {
            gone = new HashMap<>(acknowledged);
            gone.keySet().removeAll(present);
            gone.values().removeIf(since -> since.plus(REMEMBERED).isBefore(at));
        }
        return new SeenSeries(bounded(all, present), present.isEmpty() ? emptyPolls + 1 : 0, gone);
    }

    /** Adds what the server's history tells of the time before this console watched; times by our clock. */
    SeenSeries with(Map<Map<String, String>, Instant> earlier) {
        Map<Map<String, String>, Instant> all = new HashMap<>(earlier);
        Map<Map<String, String>, Instant> gone = new HashMap<>(acknowledged);
        acknowledged.forEach((labels, since) -> {
            Instant seen = all.getOrDefault(labels, Instant.MIN);
            // One that was there after it was accepted as gone had come back.
            if (seen.isAfter(since)) {
                gone.remove(labels);
            } else {
                all.remove(labels);
            }
        });
        last.forEach((labels, seen) -> all.merge(labels, seen, (a, b) -> a.isAfter(b) ? a : b));
        return new SeenSeries(bounded(all, Set.of()), emptyPolls, gone);
    }

    /** These labels are meant to be gone since then; one that was there later is not touched. */
    SeenSeries without(Map<String, String> labels, Instant since) {
        Instant seen = last.get(labels);
        Instant known = acknowledged.getOrDefault(labels, Instant.MIN);
        if (seen == null ? !known.isBefore(since) : seen.isAfter(since)) {
            return this;
        }
        Map<Map<String, String>, Instant> all = new HashMap<>(last);
        all.remove(labels);
        Map<Map<String, String>, Instant> gone = new HashMap<>(acknowledged);
        gone.merge(labels, since, (a, b) -> a.isAfter(b) ? a : b);
        return new SeenSeries(all, emptyPolls, gone);
    }

    private static Map<Map<String, String>, Instant> bounded(
            Map<Map<String, String>, Instant> all, Set<Map<String, String>> present) {
        if (all.size() <= MOST) {
            return all;
        }
        List<Map<String, String>> longestGone = all.keySet().stream()
                .filter(labels -> !present.contains(labels))
                .sorted(Comparator.<Map<String, String>, Boolean>comparing(labels -> !labels.containsKey(FORGOTTEN))
                        .thenComparing(all::get)
                        .thenComparing(Labels.ORDER))
                .limit(all.size() - MOST + 1L)
                .toList();
        long forgotten = 0;
        Instant newest = Instant.MIN;
        for (Map<String, String> labels : longestGone) {
            String before = labels.get(FORGOTTEN);
            forgotten += before == null ? 1 : Long.parseLong(before);
            Instant seen = all.getOrDefault(labels, newest);
            newest = seen.isAfter(newest) ? seen : newest;
            all.remove(labels);
        }
        if (forgotten > 0) {
            all.put(Map.of(FORGOTTEN, String.valueOf(forgotten)), newest);
        }
        return all;
    }
}
