package dev.tars.console.slo.view;

import java.time.Duration;
import java.util.Comparator;

/** How the table is ordered. */
enum RowOrder {
    /** Missed, unknown, burning, ok; inside by severity, then the longest; ok rows as the file has them. */
    WORST(Comparator.comparing((LiveRow r) -> r.group())
            .thenComparing(r -> r.state())
            .thenComparing(r -> r.reading().severity().map(s -> -s.ordinal()).orElse(0))
            .thenComparing(r -> r.group() == StateGroup.OK ? Duration.ZERO : r.inState(), Comparator.reverseOrder())
            .thenComparing(r -> r.slo().line())),
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
