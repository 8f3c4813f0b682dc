package dev.tars.console.slo.view;

import dev.tars.console.slo.NoData;
import dev.tars.console.slo.Slo;
import dev.tars.console.slo.SloBoard;
import dev.tars.console.slo.SloReading;
import dev.tars.console.slo.SloState;
import dev.tars.console.slo.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One row at one moment.
 *
 * @param reading what the monitor said
 * @param state what may still be said: no data where the whole board is too old to speak for now
 * @param noData which kind of no data, exactly where the state is NO_DATA
 * @param old whether the values are from an earlier answer: grey and in brackets
 * @param inState how long the state holds
 * @param valueAge age of the values; empty where there never were any
 * @param boardAt the time the row's board speaks for: the right end of its sparkline
 */
record LiveRow(
        SloReading reading,
        SloState state,
        Optional<NoData> noData,
        boolean old,
        Duration inState,
        Optional<Duration> valueAge,
        Instant boardAt) {

    /**
     * A reading as it stands now.
     *
     * @param silent the board is too old to speak for now and nobody froze it on purpose
     * @param old the values are old for a reason outside the reading
     */
    static LiveRow of(SloReading reading, SloBoard board, Instant now, boolean silent, boolean old) {
        boolean unknown = silent && reading.state() != SloState.NO_DATA;
        return new LiveRow(
                reading,
                unknown ? SloState.NO_DATA : reading.state(),
                unknown ? Optional.of(NoData.STALE) : reading.noData(),
                old || silent || reading.valuesAreOld(),
                age(unknown ? board.at() : reading.since(), now),
                reading.valuesAt().map(at -> age(at, now)),
                board.at());
    }

    private static Duration age(Instant since, Instant now) {
        Duration age = Duration.between(since, now);
        return age.isNegative() ? Duration.ZERO : age;
    }

    String id() {
        return reading.slo().id();
    }

    Slo slo() {
        return reading.slo();
    }

    StateGroup group() {
        return StateGroup.of(state);
    }

    Optional<Double> value(Window window) {
        return Optional.ofNullable(reading.values().get(window));
    }

    /** Whether a window's value, taken alone and while it is not old, misses the objective. */
    boolean misses(Window window) {
        return !old
                && value(window)
                        .filter(v -> !v.isNaN() && !slo().objective().test(v))
                        .isPresent();
    }

    /** Where the worst sample was taken; empty where its labels do not say. */
    String region() {
        return reading.bySeries().stream()
                .map(s -> s.labels().getOrDefault("region", ""))
                .filter(r -> !r.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** Every label value, for the filter. */
    String labels() {
        return reading.bySeries().stream()
                .map(SloReading.SeriesValue::labels)
                .map(Map::values)
                .map(values -> String.join(" ", values))
                .collect(Collectors.joining(" "));
    }
}
