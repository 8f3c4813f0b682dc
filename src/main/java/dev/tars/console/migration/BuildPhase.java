package dev.tars.console.migration;

import java.util.Arrays;
import java.util.Optional;

/**
 * The phases of a concurrent build in their order, by PostgreSQL's names in {@code pg_stat_progress_create_index}.
 */
public enum BuildPhase {
    INITIALIZING("initializing", Measure.NONE),
    WRITERS_BEFORE_BUILD("waiting for writers before build", Measure.LOCKERS),
    SCANNING_TABLE("building index: scanning table", Measure.BLOCKS),
    SORTING("building index: sorting live tuples", Measure.NONE),
    LOADING("building index: loading tuples in tree", Measure.TUPLES),
    WRITERS_BEFORE_VALIDATION("waiting for writers before validation", Measure.LOCKERS),
    VALIDATION_SCANNING_INDEX("index validation: scanning index", Measure.BLOCKS),
    VALIDATION_SORTING("index validation: sorting tuples", Measure.NONE),
    VALIDATION_SCANNING_TABLE("index validation: scanning table", Measure.BLOCKS),
    OLD_SNAPSHOTS("waiting for old snapshots", Measure.LOCKERS);

    /** What the server counts in a phase. */
    public enum Measure {
        NONE,
        BLOCKS,
        TUPLES,
        LOCKERS
    }

    private final String words;
    private final Measure measure;

    BuildPhase(String words, Measure measure) {
        this.words = words;
        this.measure = measure;
    }

    public String words() {
        return words;
    }

    public Measure measure() {
        return measure;
    }

    /** Whether it waits for other sessions; such a phase has no bar. */
    public boolean isWait() {
        return measure == Measure.LOCKERS;
    }

    /** @param words the server's; empty for a phase that this table does not know, or of a drop or a reindex */
    public static Optional<BuildPhase> of(String words) {
        return Arrays.stream(values())
                .filter(phase -> phase.words.equals(words))
                .findFirst();
    }
}
