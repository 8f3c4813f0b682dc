package dev.tars.console.promql;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;

/** Calls of functions: finds who computes them and gives them their arguments. */
final class CallEvaluator {
    private final Query query;
    private final Steps steps;
    private final Evaluator evaluator;

    CallEvaluator(Query query, Steps steps, Evaluator evaluator) {
        this.query = query;
        this.steps = steps;
        this.evaluator = evaluator;
    }

    Evaluated evaluate(Expr.Call call) {
        String name = call.name();
        Optional<RangeFunction> range = RangeFunction.named(name);
        if (range.isPresent()) {
            return vector(new RangeCall(query, steps, evaluator).apply(range.get(), call));
        }
        Optional<DoubleUnaryOperator> math = MathFunctions.named(name);
        if (math.isPresent()) {
            return vector(Columns.mapped(columns(call, 0), math.get()));
        }
        Optional<DoubleUnaryOperator> date = DateFunctions.named(name);
        if (date.isPresent()) {
            List<Column> times = call.args().isEmpty() ? constant(times()) : columns(call, 0);
            return vector(Columns.mapped(times, date.get()));
        }
        return other(call);
    }

    private Evaluated other(Expr.Call call) {
        return switch (call.name()) {
            case "time" -> new Evaluated.Scalar(times());
            case "pi" -> new Evaluated.Scalar(filled(Math.PI));
            case "scalar" -> new Evaluated.Scalar(single(columns(call, 0)));
            case "vector" -> vector(constant(scalar(call, 0)));
            case "timestamp" -> vector(timestamps(call.args().get(0)));
            case "absent" -> vector(AbsentFunctions.absent(call.args().get(0), columns(call, 0), steps.count()));
            case "absent_over_time" ->
                vector(AbsentFunctions.absentOverTime(
                        call.args().get(0),
                        new RangeReader(query, steps).read(call.args().get(0))));
            case "histogram_quantile" -> vector(HistogramQuantile.of(scalar(call, 0), columns(call, 1)));
            case "histogram_count", "histogram_sum", "histogram_fraction" -> vector(List.of());
            case "label_replace" -> vector(LabelFunctions.replace(columns(call, 0), texts(call)));
            case "label_join" -> vector(LabelFunctions.join(columns(call, 0), texts(call)));
            case "sort" -> vector(Sorting.sorted(columns(call, 0), false));
            case "sort_desc" -> vector(Sorting.sorted(columns(call, 0), true));
            default -> adjusted(call);
        };
    }

    /** Functions of a number and bounds that may change from step to step. */
    private Evaluated adjusted(Expr.Call call) {
        List<Column> columns = columns(call, 0);
        return switch (call.name()) {
            case "round" -> {
                double[] multiple = call.args().size() > 1 ? scalar(call, 1) : filled(1);
                yield adjusted(columns, (value, step) -> MathFunctions.round(value, multiple[step]));
            }
            case "clamp_min" -> {
                double[] least = scalar(call, 1);
                yield adjusted(columns, (value, step) -> MathFunctions.max(least[step], value));
            }
            case "clamp_max" -> {
                double[] most = scalar(call, 1);
                yield adjusted(columns, (value, step) -> MathFunctions.min(most[step], value));
            }
            case "clamp" -> {
                double[] least = scalar(call, 1);
                double[] most = scalar(call, 2);
                List<Column> possible = withoutSteps(columns, step -> most[step] < least[step]);
                yield adjusted(
                        possible,
                        (value, step) -> MathFunctions.max(least[step], MathFunctions.min(most[step], value)));
            }
            default ->
                throw new PromqlEvaluationException(
                        "function " + QuotedText.quote(call.name()) + " is not evaluated here");
        };
    }

    private interface Adjustment {
        double apply(double value, int step);
    }

    private interface StepCondition {
        boolean test(int step);
    }

    private Evaluated adjusted(List<Column> columns, Adjustment adjustment) {
        List<Column> results = new ArrayList<>(columns.size());
        for (Column column : columns) {
            Column result = new Column(column.labels.withoutName(), steps.count());
            for (int i = 0; i < steps.count(); i++) {
                if (column.present[i]) {
                    result.put(i, adjustment.apply(column.values[i], i));
                }
            }
            results.add(result);
        }
        return vector(Columns.joined(results));
    }

    private List<Column> withoutSteps(List<Column> columns, StepCondition dropped) {
        List<Column> results = new ArrayList<>(columns.size());
        for (Column column : columns) {
            Column result = new Column(column.labels, steps.count());
            for (int i = 0; i < steps.count(); i++) {
                if (column.present[i] && !dropped.test(i)) {
                    result.put(i, column.values[i]);
                }
            }
            results.add(result);
        }
        return results;
    }

    /** Of a plain selector the times of its samples, of anything else the time of the evaluation. */
    private List<Column> timestamps(Expr argument) {
        if (Expr.bare(argument) instanceof Expr.VectorSelector selector) {
            return Columns.mapped(new Selection(query, steps).times(selector), time -> time);
        }
        double[] times = times();
        return adjusted(evaluator.vector(argument), (value, step) -> times[step])
                .vector();
    }

    private double[] single(List<Column> columns) {
        double[] result = new double[steps.count()];
        for (int i = 0; i < result.length; i++) {
            int found = 0;
            for (Column column : columns) {
                if (column.present[i]) {
                    found++;
                    result[i] = column.values[i];
                }
            }
            result[i] = found == 1 ? result[i] : Double.NaN;
        }
        return result;
    }

    private double[] times() {
        double[] times = new double[steps.count()];
        Arrays.setAll(times, i -> steps.time(i) / 1000.0);
        return times;
    }

    private double[] filled(double value) {
        double[] values = new double[steps.count()];
        Arrays.fill(values, value);
        return values;
    }

    private static List<Column> constant(double[] values) {
        Column column = new Column(Labels.EMPTY, values.length);
        for (int i = 0; i < values.length; i++) {
            column.put(i, values[i]);
        }
        return List.of(column);
    }

    private List<Column> columns(Expr.Call call, int index) {
        return evaluator.vector(call.args().get(index));
    }

    private double[] scalar(Expr.Call call, int index) {
        return evaluator.scalar(call.args().get(index));
    }

    private List<String> texts(Expr.Call call) {
        return call.args().stream()
                .skip(1)
                .map(arg -> evaluator.evaluate(arg).text())
                .toList();
    }

    private static Evaluated vector(List<Column> columns) {
        return new Evaluated.Vector(columns);
    }
}
