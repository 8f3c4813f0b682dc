package dev.tars.console.slo.view;

import dev.tars.console.slo.WorstFirst;
import java.time.Duration;
import java.util.Comparator;

/** How the table is ordered. */
enum RowOrder {
    /** Missed, unknown, burning, ok; inside whose budget is gone first, then by severity, then by name. */
    WORST(Comparator.comparing((LiveRow r) -> r.group())
            .thenComparing(r -> r.state())
            .thenComparing(r -> WorstFirst.goneIn(r.reading()))
            .thenComparing(r -> r.reading().severity().map(s -> -s.ordinal()).orElse(1))
            .thenComparing(r -> r.slo().title())),
    NAME(Comparator.comparing((LiveRow r) -> r.slo().title())),
    OLDEST(Comparator.comparing(
            (LiveRow r) -> r.valueAge().orElse(Duration.ofDays(36_500)), Comparator.reverseOrder()));

    private final Comparator<LiveRow> comparator;

    RowOrder(Comparator<LiveRow> comparator) {
        this.comparator = comparator.thenComparing(LiveRow::id);
    }

    Comparator<LiveRow> comparator() {
        return comparator;
    }
}
