package dev.tars.console.slo;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * What has been spent of an error budget since a release began, in the label set where it is most. As time it is that
 * of a total outage, like the budget itself: bad share since the mark x time since the mark.
 *
 * @param mark since when
 * @param labels of the label set; those of one that is not known, where one is not
 * @param spent empty where the server does not hold nine tenths of the time since the mark, or nothing happened in it:
 *     nothing is guessed
 * @param ofBudget share of the whole budget, may be more than 1; empty where spent is, and where the budget is zero
 */
public record ReleaseCost(
        ReleaseMark mark, Map<String, String> labels, Optional<Duration> spent, Optional<BigDecimal> ofBudget) {
    public ReleaseCost {
        labels = Map.copyOf(labels);
    }
}
