package dev.tars.console.slo;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One consistent picture of all objectives: table, chart, banner and export read the same one.
 *
 * @param at the time the picture speaks for, by the console's clock, as all times of the board are. The server was
 *     asked for its values at this instant; where its clock stands 2 s or more apart, at this instant by its clock
 * @param tick number of the poll, rising by one; 0 before the first
 * @param readings one a objective, worst first
 * @param violations seen by this console, newest first
 * @param observedSince since when this console watches: it knows of no violation before
 * @param health how the polling stands
 * @param mark the release that is charged with what is spent, as the last answered poll knew it
 */
public record SloBoard(
        Instant at,
        long tick,
        List<SloReading> readings,
        List<Violation> violations,
        Instant observedSince,
        PollHealth health,
        Optional<ReleaseMark> mark) {

    /** A board of a time in which no release is charged. */
    public SloBoard(
            Instant at,
            long tick,
            List<SloReading> readings,
            List<Violation> violations,
            Instant observedSince,
            PollHealth health) {
        this(at, tick, readings, violations, observedSince, health, Optional.empty());
    }

    public SloBoard {
        readings = List.copyOf(readings);
        violations = List.copyOf(violations);
    }

    /** How many readings are in a state. */
    public long count(SloState state) {
        return readings.stream().filter(r -> r.state() == state).count();
    }
}
