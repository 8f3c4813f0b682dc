package dev.tars.console.slo;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;

/** Missed, unknown, burning, ok; inside of each whose budget is gone first, then the loudest, then by name. */
public final class WorstFirst {

    private static final Comparator<Ranked> ORDER = Comparator.comparing(
                    (Ranked r) -> r.reading().state())
            .thenComparing(Ranked::goneIn)
            .thenComparing(r -> r.reading().severity().map(Severity::ordinal).orElse(-1), Comparator.reverseOrder())
            .thenComparing(r -> r.reading().slo().title());

    private WorstFirst() {}

    /** The time is a division of decimals, so it is made once a reading. */
    private record Ranked(SloReading reading, Duration goneIn) {}

    static List<SloReading> sorted(List<SloReading> readings) {
        return readings.stream()
                .map(r -> new Ranked(r, goneIn(r)))
                .sorted(ORDER)
                .map(Ranked::reading)
                .toList();
    }

    /** When the budget is gone; for ever where that is not known or never comes. */
    public static Duration goneIn(SloReading reading) {
        return reading.budget().flatMap(BudgetReading::goneIn).orElse(Duration.ofSeconds(Long.MAX_VALUE));
    }
}
