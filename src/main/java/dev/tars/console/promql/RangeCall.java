package dev.tars.console.promql;

import java.util.ArrayList;
import java.util.List;

/** A function of a range vector, over every series and every step; windows slide, so each sample is passed once. */
final class RangeCall {
    private final Query query;
    private final Steps steps;
    private final Evaluator evaluator;

    RangeCall(Query query, Steps steps, Evaluator evaluator) {
        this.query = query;
        this.steps = steps;
        this.evaluator = evaluator;
    }

    List<Column> apply(RangeFunction function, Expr.Call call) {
        List<double[]> parameters = new ArrayList<>();
        Ranges ranges = null;
        for (Expr arg : call.args()) {
            if (arg.type() == ValueType.MATRIX) {
                ranges = new RangeReader(query, steps).read(arg);
            } else {
                parameters.add(evaluator.scalar(arg));
            }
        }
        if (ranges == null) {
            throw new IllegalArgumentException(call.name() + " has no range vector");
        }
        List<Column> columns = new ArrayList<>(ranges.series().size());
        for (StoredSeries series : ranges.series()) {
            columns.add(column(function, ranges, series, parameters.toArray(double[][]::new)));
        }
        return Columns.distinct(columns);
    }

    private Column column(RangeFunction function, Ranges ranges, StoredSeries series, double[][] parameters) {
        Labels labels = function.keepsName() ? series.labels() : series.labels().withoutName();
        Column column = new Column(labels, steps.count());
        Window window = new Window(series, ranges.range().toMillis() / 1000.0, parameters);
        for (int step = 0; step < steps.count(); step++) {
            window.moveTo(step, ranges.start(step), ranges.ends()[step], steps.time(step), series.to());
            if (window.size() > 0) {
                function.check().accept(window);
            }
            if (window.size() >= function.least()) {
                column.put(step, function.body().applyAsDouble(window));
            }
        }
        return column;
    }
}
