package dev.tars.console.runbook.client;

import dev.tars.console.promql.Expr;
import dev.tars.console.promql.ExprCases;

/** Whether an expression asks for any series at all. */
final class HasSelector implements ExprCases<Boolean> {

    static boolean in(Expr expr) {
        return expr.match(new HasSelector());
    }

    @Override
    public Boolean number(Expr.NumberLiteral number) {
        return false;
    }

    @Override
    public Boolean string(Expr.StringLiteral string) {
        return false;
    }

    @Override
    public Boolean vectorSelector(Expr.VectorSelector selector) {
        return true;
    }

    @Override
    public Boolean matrixSelector(Expr.MatrixSelector selector) {
        return true;
    }

    @Override
    public Boolean subquery(Expr.Subquery subquery) {
        return in(subquery.expr());
    }

    @Override
    public Boolean call(Expr.Call call) {
        return call.args().stream().anyMatch(HasSelector::in);
    }

    @Override
    public Boolean aggregation(Expr.Aggregation aggregation) {
        return in(aggregation.expr());
    }

    @Override
    public Boolean binary(Expr.BinaryOp binary) {
        return in(binary.left()) || in(binary.right());
    }

    @Override
    public Boolean unary(Expr.Unary unary) {
        return in(unary.expr());
    }

    @Override
    public Boolean paren(Expr.Paren paren) {
        return in(paren.expr());
    }
}
