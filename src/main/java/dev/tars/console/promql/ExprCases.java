package dev.tars.console.promql;

/** One function per kind of {@link Expr}; a new kind breaks every implementation at compile time. */
public interface ExprCases<R> {
    R number(Expr.NumberLiteral number);

    R string(Expr.StringLiteral string);

    R vectorSelector(Expr.VectorSelector selector);

    R matrixSelector(Expr.MatrixSelector selector);

    R subquery(Expr.Subquery subquery);

    R call(Expr.Call call);

    R aggregation(Expr.Aggregation aggregation);

    R binary(Expr.BinaryOp binary);

    R unary(Expr.Unary unary);

    R paren(Expr.Paren paren);
}
