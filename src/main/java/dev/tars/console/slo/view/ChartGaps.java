package dev.tars.console.slo.view;

import dev.tars.console.slo.view.ChartFigure.Stretch;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * When no line of a chart has a sample: the server was not asked, did not answer, or there was nothing to count. The time
 * before the first sample and after the last belongs to it, so that an axis without curve never looks like calm.
 */
final class ChartGaps {

    /** So much is between two samples before it is a gap, in steps. */
    private static final double LEAST = 1.5;

    private ChartGaps() {}

    /** @param step between two samples that nothing is missing between */
    static List<Stretch> of(List<ChartLine> lines, Instant from, Instant to, Duration step) {
        double[] times = lines.stream()
                .flatMapToDouble(line -> java.util.stream.IntStream.range(0, line.millis().length)
                        .filter(i -> Double.isFinite(line.values()[i]))
                        .mapToDouble(i -> line.millis()[i]))
                .toArray();
        Arrays.sort(times);
        List<Stretch> gaps = new ArrayList<>();
        double before = from.toEpochMilli();
        for (double at : times) {
            add(gaps, before, at, step);
            before = Math.max(before, at);
        }
        add(gaps, before, to.toEpochMilli(), step);
        return gaps;
    }

    private static void add(List<Stretch> gaps, double before, double at, Duration step) {
        if (at - before > step.toMillis() * LEAST) {
            gaps.add(new Stretch(Instant.ofEpochMilli((long) before), Instant.ofEpochMilli((long) at)));
        }
    }
}
