package dev.tars.console.checklist;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What the journal says of one item.
 *
 * @param begun it is asked, or was when a console ended
 * @param answer the newest answer of a machine
 * @param signatures of people since the last reset, in their order
 * @param waiver the newest
 * @param inapplicable the newest
 * @param history everything that was said of it, newest first, {@link #HISTORY} at most
 */
public record ItemRecord(
        Optional<Begun> begun,
        Optional<Answer> answer,
        List<Said> signatures,
        Optional<Said> waiver,
        Optional<Said> inapplicable,
        Optional<WatchRecord> watch,
        List<Recorded> history) {

    /** How many lines of history are kept; all of them are in the journal. */
    public static final int HISTORY = 40;

    /** Nobody said anything. */
    public static final ItemRecord NOTHING = new ItemRecord(
            Optional.empty(),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of());

    public ItemRecord {
        Objects.requireNonNull(begun, "begun");
        Objects.requireNonNull(answer, "answer");
        signatures = List.copyOf(signatures);
        Objects.requireNonNull(waiver, "waiver");
        Objects.requireNonNull(inapplicable, "inapplicable");
        Objects.requireNonNull(watch, "watch");
        history = List.copyOf(history);
    }

    ItemRecord begun(Begun asked) {
        return new ItemRecord(Optional.of(asked), answer, signatures, waiver, inapplicable, watch, history);
    }

    /** The run is over, and did not ask it. */
    ItemRecord untouched(String run) {
        return new ItemRecord(
                begun.filter(b -> !b.run().equals(run)), answer, signatures, waiver, inapplicable, watch, history);
    }

    /** An answer ends the question of its run, not that of another. */
    ItemRecord answered(Answer newest) {
        Optional<Begun> open =
                begun.filter(b -> !b.run().equals(newest.answered().run()));
        return new ItemRecord(open, Optional.of(newest), signatures, waiver, inapplicable, watch, history);
    }

    ItemRecord said(Said said) {
        return switch (said.statement().what()) {
            case SIGNED -> {
                List<Said> all = new ArrayList<>(signatures);
                all.add(said);
                yield new ItemRecord(begun, answer, all, Optional.empty(), Optional.empty(), watch, history);
            }
            case WAIVED ->
                new ItemRecord(begun, answer, signatures, Optional.of(said), Optional.empty(), watch, history);
            case NOT_APPLICABLE ->
                new ItemRecord(begun, answer, signatures, Optional.empty(), Optional.of(said), watch, history);
        };
    }

    ItemRecord reset() {
        return new ItemRecord(
                begun, Optional.empty(), List.of(), Optional.empty(), Optional.empty(), Optional.empty(), history);
    }

    ItemRecord watched(WatchRecord now) {
        return new ItemRecord(begun, answer, signatures, waiver, inapplicable, Optional.of(now), history);
    }

    ItemRecord remembered(Recorded line) {
        List<Recorded> lines = new ArrayList<>(HISTORY);
        lines.add(line);
        history.stream().limit(HISTORY - 1).forEach(lines::add);
        return new ItemRecord(begun, answer, signatures, waiver, inapplicable, watch, lines);
    }
}
