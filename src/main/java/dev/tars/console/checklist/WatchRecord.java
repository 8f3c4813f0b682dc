package dev.tars.console.checklist;

import dev.tars.console.base.Evidence;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * How far a watch has come.
 *
 * @param begun when it was begun, or the list says so anew
 * @param held time that is proven since it began or began anew; a gap is not in it
 * @param through the end of the newest time that is proven
 * @param pause why time does not count now
 * @param failure the miss that ended it for good
 * @param restarts how often it began anew
 * @param evidence what came back last
 */
public record WatchRecord(
        Stamp begun,
        String textHash,
        Map<String, String> fingerprints,
        Duration held,
        Optional<Instant> through,
        Optional<Stamp> pause,
        Optional<Stamp> failure,
        int restarts,
        List<Evidence> evidence) {

    public WatchRecord {
        Objects.requireNonNull(begun, "begun");
        Objects.requireNonNull(textHash, "textHash");
        fingerprints = Map.copyOf(fingerprints);
        if (held.isNegative()) {
            throw new IllegalArgumentException("held " + held);
        }
        Objects.requireNonNull(through, "through");
        Objects.requireNonNull(pause, "pause");
        Objects.requireNonNull(failure, "failure");
        evidence = List.copyOf(evidence);
    }

    static WatchRecord of(Stamp stamp, Entry.WatchBegun begun) {
        return new WatchRecord(
                stamp,
                begun.textHash(),
                begun.fingerprints(),
                Duration.ZERO,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                0,
                List.of());
    }

    /** Time that two consoles have both proven counts once. */
    WatchRecord with(Entry.WatchHeld more) {
        if (failure.isPresent()) {
            return this;
        }
        Instant from = through.filter(more.from()::isBefore).orElse(more.from());
        Duration added = more.to().isAfter(from) ? Duration.between(from, more.to()) : Duration.ZERO;
        Instant end = through.filter(more.to()::isBefore).orElse(more.to());
        return new WatchRecord(
                begun,
                textHash,
                fingerprints,
                held.plus(added),
                Optional.of(end),
                Optional.empty(),
                failure,
                restarts,
                more.evidence());
    }

    WatchRecord paused(Stamp at, List<Evidence> why) {
        return new WatchRecord(begun, textHash, fingerprints, held, through, Optional.of(at), failure, restarts, why);
    }

    WatchRecord restarted(Stamp at, List<Evidence> why) {
        if (failure.isPresent()) {
            return this;
        }
        // What another console has proven up to here must not be added a second time to the new count.
        Instant end = through.filter(at.at()::isBefore).orElse(at.at());
        return new WatchRecord(
                begun,
                textHash,
                fingerprints,
                Duration.ZERO,
                Optional.of(end),
                Optional.of(at),
                failure,
                restarts + 1,
                why);
    }

    WatchRecord failed(Stamp at, List<Evidence> why) {
        return new WatchRecord(
                begun, textHash, fingerprints, held, through, pause, failure.or(() -> Optional.of(at)), restarts, why);
    }
}
