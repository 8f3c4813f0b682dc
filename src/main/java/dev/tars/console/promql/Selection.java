package dev.tars.console.promql;

import java.util.ArrayList;
import java.util.List;

/** Reads an instant selector: one look into the source, then one pass along each series. */
final class Selection {
    private final Query query;
    private final Steps steps;

    Selection(Query query, Steps steps) {
        this.query = query;
        this.steps = steps;
    }

    /** The newest sample at each step that is not older than the lookback; none where the series had ended. */
    List<Column> values(Expr.VectorSelector selector) {
        return read(selector, false);
    }

    /** The times of the samples that {@link #values} gives, in seconds. */
    List<Column> times(Expr.VectorSelector selector) {
        return read(selector, true);
    }

    private List<Column> read(Expr.VectorSelector selector, boolean times) {
        if (steps.count() == 0) {
            return List.of();
        }
        long[] references = query.references(selector.modifiers(), steps);
        long first = references[0] - query.lookback();
        long last = references[references.length - 1];
        List<Column> columns = new ArrayList<>();
        for (StoredSeries series : query.source().select(selector.allMatchers(), first, last)) {
            Column column = read(series, references, times);
            if (!column.isEmpty()) {
                columns.add(column);
            }
        }
        return columns;
    }

    private Column read(StoredSeries series, long[] references, boolean times) {
        Column column = new Column(series.labels(), references.length);
        int next = Samples.firstAtOrAfter(series.millis(), series.from(), series.to(), references[0] + 1);
        for (int i = 0; i < references.length; i++) {
            while (next < series.to() && series.millis()[next] <= references[i]) {
                next++;
            }
            int newest = next - 1;
            if (newest >= series.from()
                    && series.millis()[newest] >= references[i] - query.lookback()
                    && !Staleness.isStale(series.values()[newest])) {
                column.put(i, times ? series.millis()[newest] / 1000.0 : series.values()[newest]);
            }
        }
        return column;
    }
}
