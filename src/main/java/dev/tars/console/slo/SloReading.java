package dev.tars.console.slo;

import dev.tars.console.base.Evidence;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One row of the board: an objective, what was measured and what may be said about it.
 *
 * @param slo the objective
 * @param state what may be said
 * @param noData which kind of no data; present exactly where the state is NO_DATA
 * @param since since when the state holds; of a violation, the first poll outside, also after unknown polls between
 * @param severity of the violation, or of the tier that makes it BURNING; empty in every other state
 * @param values the worst sample of each window, at {@link #valuesAt}; NaN where the window had no traffic, absent
 *     where it had no sample. Kept from the last good answer while the state is NO_DATA: then they are old
 * @param valuesAt when the values were asked for; empty where there never was an answer
 * @param bySeries every sample of the judging window, worst first, vanished ones included
 * @param sentence what, since when, what it means, what to do: plain words
 * @param lastHour the judging window's worst value at each poll of the last hour, oldest first
 * @param budget how the error budget stands; empty where there is none and while the state is NO_DATA
 * @param evidence the question and the answer behind the state
 */
public record SloReading(
        Slo slo,
        SloState state,
        Optional<NoData> noData,
        Instant since,
        Optional<Severity> severity,
        Map<Window, Double> values,
        Optional<Instant> valuesAt,
        List<SeriesValue> bySeries,
        String sentence,
        List<Point> lastHour,
        Optional<BudgetReading> budget,
        Evidence evidence) {

    public SloReading {
        values = Map.copyOf(values);
        bySeries = List.copyOf(bySeries);
        lastHour = lastHour instanceof HourLine.Points ? lastHour : List.copyOf(lastHour);
        if (noData.isPresent() != (state == SloState.NO_DATA)) {
            throw new IllegalArgumentException("a kind of no data stands exactly with NO_DATA, was " + state);
        }
    }

    /**
     * One label set of the answer.
     *
     * @param labels its labels, without the metric name
     * @param value the sample; NaN where there is no traffic, empty where nothing usable is known of it now
     * @param state how it alone is judged
     * @param noData which kind of no data, where its state is that
     */
    public record SeriesValue(
            Map<String, String> labels, Optional<Double> value, SloState state, Optional<NoData> noData) {
        public SeriesValue {
            labels = Map.copyOf(labels);
        }

        /** One that has a value, or of whose lack nothing more is known. */
        public SeriesValue(Map<String, String> labels, Optional<Double> value, SloState state) {
            this(labels, value, state, Optional.empty());
        }

        /** Whether it was there before and an answer came without it. */
        public boolean isVanished() {
            return noData.filter(NoData.SERIES_VANISHED::equals).isPresent();
        }
    }

    /** A point of a line; NaN is a gap. */
    public record Point(Instant at, double value) {}

    /** Whether the values speak for the board's time or are kept from an earlier answer. */
    public boolean valuesAreOld() {
        return state == SloState.NO_DATA;
    }
}
