package dev.tars.console.slo.view;

import dev.tars.console.base.Problem;
import dev.tars.console.slo.BackTest;
import java.time.Instant;
import java.util.Optional;

/**
 * A back-test of one objective.
 *
 * @param objective its id; empty before the first
 * @param days how far back, 0 before the first
 * @param busySince since when it is asked for; empty where it is not
 * @param result of the last one
 * @param problem why there is no result
 */
record BackTestState(
        String objective,
        int days,
        Optional<Instant> busySince,
        Optional<BackTest.Result> result,
        Optional<Problem> problem) {

    static BackTestState none(String objective) {
        return new BackTestState(objective, 0, Optional.empty(), Optional.empty(), Optional.empty());
    }
}
