package dev.tars.console.slo;

import java.util.List;
import java.util.Map;

/** The test double keeps the promises too, so that tests on it mean something. */
class ScriptedSloSourceTest extends SloSourceContract {

    @Override
    protected SloSource source() {
        ScriptedSloSource source = new ScriptedSloSource();
        source.answers((expressions, at) -> Batches.answers()
                .value(ONE, 1)
                .value(NAN, Double.NaN)
                .value(INFINITE, Double.POSITIVE_INFINITY)
                .sample(LABELLED, Map.of("region", "us-east-1"), 7)
                .nothing(NOTHING)
                .refused(BROKEN, "parse error")
                .value(TIME, at.toEpochMilli() / 1000.0)
                .batch());
        long start = AT.minusSeconds(60).toEpochMilli();
        source.ranges(
                ONE,
                List.of(new SloSource.Course(
                        Map.of(),
                        new long[] {start, start + 15_000, start + 30_000, start + 45_000, start + 60_000},
                        new double[] {1, 1, 1, 1, 1})));
        return source;
    }

    @Override
    protected SloSource deadSource() {
        ScriptedSloSource source = new ScriptedSloSource();
        source.fails("no answer");
        source.rangesFail("no answer");
        return source;
    }
}
