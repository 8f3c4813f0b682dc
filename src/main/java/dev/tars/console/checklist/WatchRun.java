package dev.tars.console.checklist;

import dev.tars.console.base.Evidence;
import dev.tars.console.runbook.Watch;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One console's part in a watch: answers in, journal entries out. Time counts from a met answer to the next one, where
 * they are not further apart than three times the rhythm; it is kept at the first of them, at every change, every five
 * minutes and when it is enough.
 */
final class WatchRun {

    private final String item;
    private final Watch rule;
    private Optional<Instant> asked = Optional.empty();
    private Optional<Instant> spanEnd = Optional.empty();
    private Optional<Instant> kept = Optional.empty();
    private Optional<ItemState> said = Optional.empty();
    private List<Evidence> newest = List.of();

    WatchRun(String item, Watch rule) {
        this.item = item;
        this.rule = rule;
    }

    boolean isDue(Instant now) {
        return asked.map(at -> Duration.between(at, now).compareTo(rule.every()) >= 0 || now.isBefore(at))
                .orElse(true);
    }

    /** It is being asked. */
    void asked(Instant now) {
        asked = Optional.of(now);
    }

    /** @param held what the journal has proven so far */
    List<Entry> answered(Instant at, ItemState state, List<Evidence> evidence, Duration held) {
        List<Entry> entries = new ArrayList<>();
        switch (state) {
            case MET -> met(at, evidence, held, entries);
            case MISSED -> {
                endSpan(entries);
                if (said.filter(s -> s == ItemState.MISSED).isEmpty()) {
                    entries.add(
                            rule.onMiss() == Watch.OnMiss.FAIL
                                    ? new Entry.WatchFailed(item, evidence)
                                    : new Entry.WatchRestarted(item, evidence));
                }
            }
            default -> {
                endSpan(entries);
                if (said.filter(s -> s == ItemState.UNKNOWN).isEmpty()) {
                    entries.add(
                            rule.onUnknown() == Watch.OnUnknown.PAUSE
                                    ? new Entry.WatchPaused(item, evidence)
                                    : new Entry.WatchRestarted(item, evidence));
                }
            }
        }
        said = Optional.of(state == ItemState.MET || state == ItemState.MISSED ? state : ItemState.UNKNOWN);
        return entries;
    }

    private void met(Instant at, List<Evidence> evidence, Duration held, List<Entry> entries) {
        boolean goesOn = spanEnd.filter(end -> !at.isBefore(end)
                        && Duration.between(end, at).compareTo(rule.every().multipliedBy(3)) <= 0)
                .isPresent();
        newest = evidence;
        if (!goesOn) {
            endSpan(entries);
            spanEnd = Optional.of(at);
            kept = Optional.of(at);
            entries.add(new Entry.WatchHeld(item, at, at, evidence));
            return;
        }
        spanEnd = Optional.of(at);
        Instant from = kept.orElse(at);
        Duration open = Duration.between(from, at);
        boolean isEnough = held.plus(open).compareTo(rule.hold()) >= 0;
        if (isEnough || open.compareTo(WatchJudge.KEPT_EVERY) >= 0) {
            entries.add(new Entry.WatchHeld(item, from, at, evidence));
            kept = Optional.of(at);
        }
    }

    /** What was proven and not kept yet. */
    private void endSpan(List<Entry> entries) {
        if (spanEnd.isPresent() && kept.isPresent() && spanEnd.get().isAfter(kept.get())) {
            entries.add(new Entry.WatchHeld(item, kept.get(), spanEnd.get(), newest));
        }
        spanEnd = Optional.empty();
        kept = Optional.empty();
    }

    /** The console ends: what was proven is kept. */
    List<Entry> end() {
        List<Entry> entries = new ArrayList<>();
        endSpan(entries);
        return entries;
    }
}
