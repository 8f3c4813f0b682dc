package dev.tars.console.slo;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the answers of one poll say about one objective, before hysteresis.
 *
 * @param state the worst of its series
 * @param noData present exactly where the state is NO_DATA
 * @param severity present exactly where the state is VIOLATED
 * @param values the worst usable sample of each window; absent where a window gave none
 * @param bySeries each label set judged alone, worst first
 * @param detail what only the answers know, as the end of a sentence: "no target of up{job=...} matches"; may be empty
 * @param note what else a person should know: a partial answer, a part of the targets down; may be empty
 * @param question the expression that decided
 * @param answer its raw answer
 * @param seen the memory for the next poll
 */
public record Judgement(
        SloState state,
        Optional<NoData> noData,
        Optional<Severity> severity,
        Map<Window, Double> values,
        List<SloReading.SeriesValue> bySeries,
        String detail,
        String note,
        String question,
        String answer,
        SeenSeries seen) {

    /** The same where a tier of the budget fires: burning, where it would be ok. */
    Judgement burning() {
        return state != SloState.OK
                ? this
                : new Judgement(
                        SloState.BURNING, noData, severity, values, bySeries, detail, note, question, answer, seen);
    }

    public Judgement {
        values = Map.copyOf(values);
        bySeries = List.copyOf(bySeries);
        if (noData.isPresent() != (state == SloState.NO_DATA)) {
            throw new IllegalArgumentException("a kind of no data stands exactly with NO_DATA, was " + state);
        }
        if (severity.isPresent() != (state == SloState.VIOLATED)) {
            throw new IllegalArgumentException("a severity stands exactly with VIOLATED, was " + state);
        }
    }
}
