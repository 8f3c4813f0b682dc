package dev.tars.console.promql;

import java.util.Arrays;
import java.util.List;

/**
 * Evaluates an expression at all steps at once, a series at a time: labels are joined, grouped and paired once, and only
 * numbers are worked on step by step. An instant query is the case of one step.
 */
final class Evaluator implements ExprCases<Evaluated> {
    private final Query query;
    private final Steps steps;

    Evaluator(Query query, Steps steps) {
        this.query = query;
        this.steps = steps;
    }

    Evaluated evaluate(Expr expr) {
        return expr.match(this);
    }

    List<Column> vector(Expr expr) {
        return evaluate(expr).vector();
    }

    double[] scalar(Expr expr) {
        return evaluate(expr).scalar();
    }

    @Override
    public Evaluated number(Expr.NumberLiteral number) {
        double[] values = new double[steps.count()];
        Arrays.fill(values, number.value());
        return new Evaluated.Scalar(values);
    }

    @Override
    public Evaluated string(Expr.StringLiteral string) {
        return new Evaluated.Text(string.value());
    }

    @Override
    public Evaluated vectorSelector(Expr.VectorSelector selector) {
        return new Evaluated.Vector(new Selection(query, steps).values(selector));
    }

    @Override
    public Evaluated matrixSelector(Expr.MatrixSelector selector) {
        throw new IllegalArgumentException("a range vector is read by its function: " + PromqlPrinter.print(selector));
    }

    @Override
    public Evaluated subquery(Expr.Subquery subquery) {
        throw new IllegalArgumentException("a range vector is read by its function: " + PromqlPrinter.print(subquery));
    }

    @Override
    public Evaluated call(Expr.Call call) {
        return new CallEvaluator(query, steps, this).evaluate(call);
    }

    @Override
    public Evaluated aggregation(Expr.Aggregation aggregation) {
        List<Column> columns = vector(aggregation.expr());
        return new Evaluated.Vector(
                switch (aggregation.op()) {
                    case COUNT_VALUES ->
                        CountValues.apply(
                                aggregation,
                                aggregation
                                        .parameter()
                                        .map(this::evaluate)
                                        .map(Evaluated::text)
                                        .orElse(""),
                                columns);
                    case TOPK, BOTTOMK -> new TopAggregation(aggregation, columns).apply(parameter(aggregation));
                    default -> Aggregations.apply(aggregation, parameter(aggregation), columns);
                });
    }

    private double[] parameter(Expr.Aggregation aggregation) {
        return aggregation.parameter().map(this::scalar).orElseGet(() -> new double[0]);
    }

    @Override
    public Evaluated binary(Expr.BinaryOp binary) {
        Evaluated left = evaluate(binary.left());
        Evaluated right = evaluate(binary.right());
        boolean scalarLeft = left instanceof Evaluated.Scalar;
        boolean scalarRight = right instanceof Evaluated.Scalar;
        if (scalarLeft && scalarRight) {
            return new Evaluated.Scalar(ScalarBinary.scalars(binary.op(), left.scalar(), right.scalar()));
        }
        if (scalarLeft) {
            return new Evaluated.Vector(ScalarBinary.vector(binary, right.vector(), left.scalar(), true));
        }
        if (scalarRight) {
            return new Evaluated.Vector(ScalarBinary.vector(binary, left.vector(), right.scalar(), false));
        }
        if (binary.op().isSet()) {
            return new Evaluated.Vector(SetOperators.apply(binary, left.vector(), right.vector()));
        }
        return new Evaluated.Vector(new VectorMatching(binary).apply(left.vector(), right.vector()));
    }

    @Override
    public Evaluated unary(Expr.Unary unary) {
        Evaluated value = evaluate(unary.expr());
        if (!unary.negative()) {
            return value;
        }
        if (value instanceof Evaluated.Scalar scalar) {
            return new Evaluated.Scalar(
                    Arrays.stream(scalar.values()).map(number -> -number).toArray());
        }
        return new Evaluated.Vector(Columns.distinct(Columns.each(value.vector(), number -> -number)));
    }

    @Override
    public Evaluated paren(Expr.Paren paren) {
        return evaluate(paren.expr());
    }
}
