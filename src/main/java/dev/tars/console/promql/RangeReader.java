package dev.tars.console.promql;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Reads what a range function works on: a range selector or a subquery. */
final class RangeReader {
    private final Query query;
    private final Steps steps;

    RangeReader(Query query, Steps steps) {
        this.query = query;
        this.steps = steps;
    }

    Ranges read(Expr expr) {
        Expr bare = Expr.bare(expr);
        if (bare instanceof Expr.MatrixSelector matrix) {
            return selected(matrix);
        }
        return computed((Expr.Subquery) bare);
    }

    private Ranges selected(Expr.MatrixSelector matrix) {
        long[] ends = query.references(matrix.selector().modifiers(), steps);
        Duration range = matrix.range();
        if (ends.length == 0) {
            return new Ranges(List.of(), ends, range);
        }
        List<StoredSeries> series = new ArrayList<>();
        for (StoredSeries stored : query.source()
                .select(matrix.selector().allMatchers(), ends[0] - range.toMillis(), ends[ends.length - 1])) {
            series.add(withoutMarkers(stored));
        }
        return new Ranges(series, ends, range);
    }

    private static StoredSeries withoutMarkers(StoredSeries stored) {
        int marked = 0;
        for (int i = stored.from(); i < stored.to(); i++) {
            marked += Staleness.isStale(stored.values()[i]) ? 1 : 0;
        }
        if (marked == 0) {
            return stored;
        }
        long[] millis = new long[stored.size() - marked];
        double[] values = new double[millis.length];
        int at = 0;
        for (int i = stored.from(); i < stored.to(); i++) {
            if (!Staleness.isStale(stored.values()[i])) {
                millis[at] = stored.millis()[i];
                values[at++] = stored.values()[i];
            }
        }
        return StoredSeries.of(stored.labels(), millis, values);
    }

    /** The inner steps lie on multiples of the step, whatever the outer ones are. */
    private Ranges computed(Expr.Subquery subquery) {
        long[] ends = query.references(subquery.modifiers(), steps);
        if (ends.length == 0) {
            return new Ranges(List.of(), ends, subquery.range());
        }
        long step = subquery.step().isZero()
                ? query.evaluationInterval()
                : subquery.step().toMillis();
        long earliest = ends[0] - subquery.range().toMillis();
        long start = step * (earliest / step);
        Steps inner = Steps.between(start < earliest ? start + step : start, ends[ends.length - 1], step);
        List<StoredSeries> series = new ArrayList<>();
        for (Column column : new Evaluator(query, inner).vector(subquery.expr())) {
            if (!column.isEmpty()) {
                ResultSeries computed = column.series(inner);
                series.add(StoredSeries.of(column.labels, computed.millis(), computed.values()));
            }
        }
        return new Ranges(series, ends, subquery.range());
    }
}
