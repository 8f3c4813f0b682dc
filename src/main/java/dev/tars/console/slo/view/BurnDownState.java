package dev.tars.console.slo.view;

import dev.tars.console.base.Problem;
import dev.tars.console.slo.BurnDown;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The burn-down of one objective's budget.
 *
 * @param objective its id; empty text where none is chosen
 * @param chosen since when
 * @param busySince since when it is asked for; empty where it is not
 * @param answeredAt when the last question ended; empty before the first
 * @param result the last good one, also while the next is on its way
 * @param problem why the last question failed
 */
record BurnDownState(
        String objective,
        Instant chosen,
        Optional<Instant> busySince,
        Optional<Instant> answeredAt,
        Optional<BurnDown> result,
        Optional<Problem> problem) {

    /** So long a choice must stand: who walks through the table asks for nothing. */
    private static final Duration SETTLED = Duration.ofSeconds(1);

    /** A new record every 5 min; what failed is tried again sooner. */
    private static final Duration RENEWED = Duration.ofMinutes(5);

    private static final Duration TRIED_AGAIN = Duration.ofMinutes(1);

    /** The budget's own figure is there and this is not: the records have come meanwhile. */
    private static final Duration CONTRADICTED = Duration.ofSeconds(15);

    static BurnDownState none(String objective, Instant now) {
        return new BurnDownState(
                objective, now, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    BurnDownState busy(Instant now) {
        return new BurnDownState(objective, chosen, Optional.of(now), answeredAt, result, Optional.empty());
    }

    BurnDownState answered(BurnDown answer, Instant now) {
        return new BurnDownState(
                objective, chosen, Optional.empty(), Optional.of(now), Optional.of(answer), Optional.empty());
    }

    BurnDownState failed(Problem why, Instant now) {
        return new BurnDownState(objective, chosen, Optional.empty(), Optional.of(now), result, Optional.of(why));
    }

    BurnDownState idle() {
        return new BurnDownState(objective, chosen, Optional.empty(), answeredAt, result, problem);
    }

    /** Whether it is time to ask. @param hasFigure whether what is left now is known */
    boolean isDue(boolean hasFigure, Instant now) {
        if (objective.isEmpty() || busySince.isPresent()) {
            return false;
        }
        Instant due = answeredAt
                .map(at ->
                        at.plus(problem.isPresent() ? TRIED_AGAIN : hasFigure && isUnknown() ? CONTRADICTED : RENEWED))
                .orElse(chosen.plus(SETTLED));
        return !now.isBefore(due);
    }

    private boolean isUnknown() {
        return result.filter(down -> down.lines().isEmpty()).isPresent();
    }
}
