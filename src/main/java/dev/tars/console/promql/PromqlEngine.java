package dev.tars.console.promql;

import java.time.Duration;
import java.util.List;

/** Evaluates expressions over a source of series by the rules of Prometheus 2.42. */
public final class PromqlEngine {

    public PromqlEngine(SeriesSource source, Duration lookback) {}

    public Value instant(Expr expr, long atMillis) {
        throw new PromqlEvaluationException("evaluation is not built yet");
    }

    public List<ResultSeries> range(Expr expr, long startMillis, long endMillis, long stepMillis) {
        throw new PromqlEvaluationException("evaluation is not built yet");
    }
}
