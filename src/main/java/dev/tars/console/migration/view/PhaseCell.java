package dev.tars.console.migration.view;

import dev.tars.console.migration.BuildPhase;
import dev.tars.console.migration.BuildProgress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One part of the strip of a build's phases.
 *
 * @param key of its name
 * @param stage where the build is with it
 * @param clock how long it has lasted; zero where it was not seen
 * @param fraction 0 to 1 where the server counts blocks or tuples now; negative where it does not: no bar then
 * @param done of {@code total}, for a wait: sessions that are gone
 * @param isWait whether it waits for others
 */
record PhaseCell(String key, Stage stage, Duration clock, double fraction, long done, long total, boolean isWait) {

    /** Where a build is with a phase. */
    enum Stage {
        AHEAD,
        NOW,
        PAST
    }

    private record Part(String key, List<BuildPhase> phases) {}

    /** PostgreSQL's phases as people tell them apart; what takes no time of its own stands with its neighbour. */
    private static final List<Part> PARTS = List.of(
            new Part("writers", List.of(BuildPhase.INITIALIZING, BuildPhase.WRITERS_BEFORE_BUILD)),
            new Part("scan", List.of(BuildPhase.SCANNING_TABLE)),
            new Part("sort", List.of(BuildPhase.SORTING, BuildPhase.LOADING)),
            new Part("writers2", List.of(BuildPhase.WRITERS_BEFORE_VALIDATION)),
            new Part("scanindex", List.of(BuildPhase.VALIDATION_SCANNING_INDEX)),
            new Part("sort2", List.of(BuildPhase.VALIDATION_SORTING)),
            new Part("scan2", List.of(BuildPhase.VALIDATION_SCANNING_TABLE)),
            new Part("snapshots", List.of(BuildPhase.OLD_SNAPSHOTS)));

    /**
     * The strip.
     *
     * @param progress the last that was read; empty before the first reading
     * @param isOver whether the build has ended well, so that all of it is past
     */
    static List<PhaseCell> strip(Optional<BuildProgress> progress, boolean isOver) {
        Map<String, Duration> clocks = progress.map(BuildProgress::clocks).orElse(Map.of());
        int now = progress.flatMap(p -> BuildPhase.of(p.words()))
                .map(PhaseCell::part)
                .orElse(-1);
        List<PhaseCell> cells = new ArrayList<>();
        for (int i = 0; i < PARTS.size(); i++) {
            Part part = PARTS.get(i);
            Duration clock = part.phases().stream()
                    .map(phase -> clocks.getOrDefault(phase.words(), Duration.ZERO))
                    .reduce(Duration.ZERO, Duration::plus);
            Stage stage = isOver || i < now ? Stage.PAST : i == now ? Stage.NOW : Stage.AHEAD;
            cells.add(cell(part, stage, clock, stage == Stage.NOW ? progress : Optional.empty()));
        }
        return cells;
    }

    private static PhaseCell cell(Part part, Stage stage, Duration clock, Optional<BuildProgress> progress) {
        Optional<BuildPhase> phase = progress.flatMap(p -> BuildPhase.of(p.words()));
        long total = progress.map(BuildProgress::total).orElse(0L);
        long done = progress.map(BuildProgress::done).orElse(0L);
        boolean isWait = part.phases().stream().anyMatch(BuildPhase::isWait);
        boolean isCounted = total > 0
                && phase.filter(p ->
                                p.measure() == BuildPhase.Measure.BLOCKS || p.measure() == BuildPhase.Measure.TUPLES)
                        .isPresent();
        double fraction = isCounted ? Math.min(1, (double) done / total) : -1;
        return new PhaseCell(part.key(), stage, clock, fraction, done, total, isWait);
    }

    private static int part(BuildPhase phase) {
        for (int i = 0; i < PARTS.size(); i++) {
            if (PARTS.get(i).phases().contains(phase)) {
                return i;
            }
        }
        return -1;
    }
}
