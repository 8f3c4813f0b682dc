package dev.tars.console.slo;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * What an objective's state is over many polls: hysteresis against flapping, and since when. Each poll makes a new one.
 *
 * <p>A violation begins after {@code enter} polls outside in a row and ends after {@code leave} polls inside in a row;
 * until then the objective burns, or stays violated. A poll without a usable answer shows at once and proves nothing: it
 * ends no violation, breaks a row of good polls, and leaves a row of bad ones as it stands.
 *
 * @param state what is shown
 * @param since since when it is shown; of a violation, the first poll outside
 * @param phase where the hysteresis stands
 * @param row polls in a row towards the next phase
 * @param outsideSince first poll outside of this or the last violation
 * @param insideSince first poll inside after it
 * @param asked whether any poll has been judged
 */
record StateTrack(
        SloState state,
        Instant since,
        Phase phase,
        int row,
        Optional<Instant> outsideSince,
        Optional<Instant> insideSince,
        boolean asked) {

    /** Where the hysteresis stands. */
    enum Phase {
        INSIDE,
        ENTERING,
        VIOLATED,
        LEAVING;

        Set<Phase> next() {
            return switch (this) {
                case INSIDE -> EnumSet.of(INSIDE, ENTERING, VIOLATED);
                case ENTERING -> EnumSet.of(ENTERING, VIOLATED, INSIDE);
                case VIOLATED -> EnumSet.of(VIOLATED, LEAVING, INSIDE);
                case LEAVING -> EnumSet.of(LEAVING, INSIDE, VIOLATED);
            };
        }
    }

    /** Before the first poll. */
    static StateTrack notAsked(Instant at) {
        return new StateTrack(SloState.NO_DATA, at, Phase.INSIDE, 0, Optional.empty(), Optional.empty(), false);
    }

    boolean isViolationOpen() {
        return phase == Phase.VIOLATED || phase == Phase.LEAVING;
    }

    /** @param judged what this poll alone says */
    StateTrack next(SloState judged, Instant at, Slo.Hysteresis polls) {
        return switch (judged) {
            case VIOLATED -> outside(at, polls);
            case OK, BURNING -> inside(judged, at, polls);
            case NO_DATA, NO_TRAFFIC ->
                phase == Phase.LEAVING
                        ? to(Phase.VIOLATED, judged, at, 0, outsideSince, Optional.empty())
                        : to(phase, judged, at, row, outsideSince, insideSince);
        };
    }

    private StateTrack outside(Instant at, Slo.Hysteresis polls) {
        if (isViolationOpen()) {
            return to(Phase.VIOLATED, SloState.VIOLATED, at, 0, outsideSince, Optional.empty());
        }
        int outside = row + 1;
        Optional<Instant> first = phase == Phase.ENTERING ? outsideSince : Optional.of(at);
        return outside >= polls.enter()
                ? to(Phase.VIOLATED, SloState.VIOLATED, at, 0, first, Optional.empty())
                : to(Phase.ENTERING, SloState.BURNING, at, outside, first, Optional.empty());
    }

    private StateTrack inside(SloState judged, Instant at, Slo.Hysteresis polls) {
        if (!isViolationOpen()) {
            return to(Phase.INSIDE, judged, at, 0, outsideSince, insideSince);
        }
        int inside = row + 1;
        Optional<Instant> first = phase == Phase.LEAVING ? insideSince : Optional.of(at);
        return inside >= polls.leave()
                ? to(Phase.INSIDE, judged, at, 0, outsideSince, first)
                : to(Phase.LEAVING, SloState.VIOLATED, at, inside, outsideSince, first);
    }

    private StateTrack to(
            Phase next,
            SloState shown,
            Instant at,
            int rowThen,
            Optional<Instant> outsideThen,
            Optional<Instant> insideThen) {
        if (!phase.next().contains(next)) {
            throw new IllegalStateException("no way from " + phase + " to " + next);
        }
        Instant sinceThen = asked && shown == state ? since : at;
        if (shown == SloState.VIOLATED) {
            sinceThen = outsideThen.orElse(sinceThen);
        }
        return new StateTrack(shown, sinceThen, next, rowThen, outsideThen, insideThen, true);
    }
}
