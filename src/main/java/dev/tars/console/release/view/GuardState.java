package dev.tars.console.release.view;

import dev.tars.console.base.Problem;
import dev.tars.console.release.Action;
import dev.tars.console.release.Arming;
import dev.tars.console.release.Confirmation;
import dev.tars.console.release.Outcome;
import java.util.List;
import java.util.Optional;

/**
 * What the dialog shows.
 *
 * @param arming empty until the guard has answered, and where it refused
 * @param missing why the confirming button cannot be pressed now
 * @param problem why the guard refused, or why the last signature does not count
 * @param keys whose keys are on this machine
 */
record GuardState(
        Phase phase,
        Action action,
        Optional<Arming> arming,
        Confirmation given,
        Optional<Problem> missing,
        Optional<Problem> problem,
        Optional<Outcome> outcome,
        List<String> keys) {

    enum Phase {
        /** The plan is made and the target asked. */
        ASKING,
        REFUSED,
        ARMED,
        /** A key is being opened. */
        SIGNING,
        RUNNING,
        ENDED
    }

    static GuardState asking(Action action) {
        return new GuardState(
                Phase.ASKING,
                action,
                Optional.empty(),
                Confirmation.NOTHING,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    GuardState with(Phase next) {
        return new GuardState(next, action, arming, given, missing, problem, outcome, keys);
    }

    GuardState with(Arming now, List<String> names) {
        return new GuardState(Phase.ARMED, action, Optional.of(now), given, missing, problem, outcome, names);
    }

    GuardState with(Confirmation now) {
        return new GuardState(phase, action, arming, now, missing, Optional.empty(), outcome, keys);
    }

    GuardState withMissing(Optional<Problem> now) {
        return new GuardState(phase, action, arming, given, now, problem, outcome, keys);
    }

    GuardState with(Phase next, Problem now) {
        return new GuardState(next, action, arming, given, missing, Optional.of(now), outcome, keys);
    }

    GuardState with(Outcome now) {
        return new GuardState(Phase.ENDED, action, arming, given, missing, Optional.empty(), Optional.of(now), keys);
    }
}
