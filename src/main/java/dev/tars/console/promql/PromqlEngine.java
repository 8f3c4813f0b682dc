package dev.tars.console.promql;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Evaluates expressions over a source of series by the rules of Prometheus 2.42: windows and lookback include both ends,
 * a series ends at its staleness marker, {@code rate} and its kin extrapolate as that version does.
 *
 * <p>Each selector is read once, then all steps are computed series by series. Holds no state: one engine may serve many
 * threads when its source does.
 */
public final class PromqlEngine {

    /** How old a sample may be to count at an instant, as Prometheus has it when not told otherwise. */
    public static final Duration DEFAULT_LOOKBACK = Duration.ofMinutes(5);

    /** Step of a subquery that names none, as Prometheus has it when not told otherwise. */
    public static final Duration DEFAULT_EVALUATION_INTERVAL = Duration.ofMinutes(1);

    private final SeriesSource source;
    private final long lookback;
    private final long evaluationInterval;

    public PromqlEngine(SeriesSource source) {
        this(source, DEFAULT_LOOKBACK);
    }

    /** @param lookback how old a sample may be to count at an instant */
    public PromqlEngine(SeriesSource source, Duration lookback) {
        this(source, lookback, DEFAULT_EVALUATION_INTERVAL);
    }

    /** @param evaluationInterval step of a subquery that names none */
    public PromqlEngine(SeriesSource source, Duration lookback, Duration evaluationInterval) {
        this.source = source;
        this.lookback = positive("lookback", lookback);
        this.evaluationInterval = positive("evaluation interval", evaluationInterval);
    }

    private static long positive(String name, Duration duration) {
        if (duration.toMillis() <= 0) {
            throw new IllegalArgumentException(name + " " + duration + ": need at least 1 ms");
        }
        return duration.toMillis();
    }

    /**
     * The value at one instant.
     *
     * @param atMillis milliseconds since 1970
     * @throws PromqlEvaluationException when the data does not allow the operation, as with many-to-many matching
     */
    public Value instant(Expr expr, long atMillis) {
        Steps steps = new Steps(atMillis, 1, 1);
        Query query = new Query(source, atMillis, atMillis, lookback, evaluationInterval);
        if (expr.type() == ValueType.MATRIX) {
            return matrix(new RangeReader(query, steps).read(expr));
        }
        Evaluated result = new Evaluator(query, steps).evaluate(expr);
        if (result instanceof Evaluated.Scalar scalar) {
            return new Value.Scalar(scalar.values()[0], atMillis);
        }
        if (result instanceof Evaluated.Text text) {
            return new Value.Text(text.value(), atMillis);
        }
        return vector(result.vector(), atMillis);
    }

    /**
     * The values at {@code start}, {@code start + step}, ... not after {@code end}; series without any are left out, the
     * rest comes in the order of their labels. A scalar is one series without labels.
     *
     * @param startMillis milliseconds since 1970
     * @param endMillis milliseconds since 1970, not before the start
     * @param stepMillis milliseconds, above 0
     * @throws PromqlEvaluationException when the data does not allow the operation, or the type has no range
     */
    public List<ResultSeries> range(Expr expr, long startMillis, long endMillis, long stepMillis) {
        if (stepMillis <= 0 || endMillis < startMillis) {
            throw new IllegalArgumentException("range " + startMillis + ".." + endMillis + " by " + stepMillis
                    + " ms: need an end not before the start and a step above 0");
        }
        if (expr.type() != ValueType.SCALAR && expr.type() != ValueType.VECTOR) {
            throw new PromqlEvaluationException("invalid expression type \""
                    + expr.type().words() + "\" for range query, must be Scalar or instant Vector");
        }
        Steps steps = Steps.between(startMillis, endMillis, stepMillis);
        Query query = new Query(source, startMillis, endMillis, lookback, evaluationInterval);
        List<ResultSeries> results = new ArrayList<>();
        for (Column column : columns(new Evaluator(query, steps).evaluate(expr))) {
            if (!column.isEmpty()) {
                results.add(column.series(steps));
            }
        }
        results.sort(Comparator.comparing(ResultSeries::labels));
        return results;
    }

    private static List<Column> columns(Evaluated result) {
        if (result instanceof Evaluated.Scalar scalar) {
            Column column = new Column(Labels.EMPTY, scalar.values().length);
            for (int i = 0; i < scalar.values().length; i++) {
                column.put(i, scalar.values()[i]);
            }
            return List.of(column);
        }
        return result.vector();
    }

    private static Value vector(List<Column> columns, long atMillis) {
        List<VectorSample> samples = new ArrayList<>(columns.size());
        for (Column column : columns) {
            if (column.present[0]) {
                samples.add(new VectorSample(column.labels, column.values[0], atMillis));
            }
        }
        return new Value.Vector(samples);
    }

    private static Value matrix(Ranges ranges) {
        List<ResultSeries> results = new ArrayList<>();
        for (StoredSeries series : ranges.series()) {
            StoredSeries seen = series.between(ranges.start(0), ranges.ends()[0]);
            if (seen.size() > 0) {
                results.add(new ResultSeries(
                        seen.labels(),
                        Arrays.copyOfRange(seen.millis(), seen.from(), seen.to()),
                        Arrays.copyOfRange(seen.values(), seen.from(), seen.to())));
            }
        }
        results.sort(Comparator.comparing(ResultSeries::labels));
        return new Value.Matrix(results);
    }
}
