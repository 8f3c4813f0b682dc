package dev.tars.console.runbook.client;

import dev.tars.console.document.DocumentException;
import dev.tars.console.promql.AggregationOp;
import dev.tars.console.promql.Expr;
import dev.tars.console.promql.Operator;
import dev.tars.console.promql.PromqlException;
import dev.tars.console.promql.PromqlParser;
import dev.tars.console.promql.ValueType;
import dev.tars.console.runbook.Aggregate;
import dev.tars.console.runbook.Block;
import dev.tars.console.runbook.Compare;
import dev.tars.console.runbook.NoneGiven;
import dev.tars.console.runbook.Position;
import dev.tars.console.runbook.Units;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.DoubleStream;

/** Refuses queries that do not parse, and those whose answer is good whatever the server holds. */
final class PromqlCheck {
    private static final double FAR = 1e15;

    private PromqlCheck() {}

    static void check(Block block) throws DocumentException {
        Expr expr = Expr.bare(parse(block.body(), block));
        if (block.expectation().orElseThrow() instanceof NoneGiven none) {
            Expr given = parse(none.given(), block.attributes().position("expect"));
            refuseConstant(given, block.attributes().position("expect"));
        }
        refuseConstant(expr, block.inBody(0, 0));
        if (block.expectation().orElseThrow() instanceof Compare compare) {
            refuseStandIn(block, expr, compare);
            refuseFilter(block, expr, compare);
            refuseCountOfNothing(block, expr, compare);
        }
    }

    private static Expr parse(String query, Block block) throws DocumentException {
        try {
            return parsed(query);
        } catch (PromqlException e) {
            throw block.inBody(e.line() - 1, e.column() - 1).error("not PromQL: " + e.reason(), "mend the query");
        }
    }

    private static Expr parse(String query, Position at) throws DocumentException {
        try {
            return parsed(query);
        } catch (PromqlException e) {
            throw at.error("the query of given= is not PromQL: " + e.reason(), "mend the query");
        }
    }

    private static Expr parsed(String query) throws PromqlException {
        // A variable stands where a word of a string or a name may stand; this one has as many characters.
        StringBuilder plain = new StringBuilder(query);
        for (int i = plain.indexOf("${"); i >= 0; i = plain.indexOf("${", i)) {
            int end = Math.max(i + 1, plain.indexOf("}", i));
            for (int k = i; k <= end && k < plain.length(); k++) {
                plain.setCharAt(k, 'v');
            }
        }
        return PromqlParser.parse(plain.toString());
    }

    private static void refuseConstant(Expr expr, Position at) throws DocumentException {
        if (expr.type() == ValueType.STRING || expr.type() == ValueType.MATRIX) {
            throw at.error("the query gives no numbers at one time", "write one that gives an instant vector");
        }
        if (!HasSelector.in(expr)) {
            throw at.error("the query asks for no series, so it cannot fail", "name at least one series");
        }
    }

    /** {@code x or vector(0)} with {@code = 0}: nothing at all would be good. */
    private static void refuseStandIn(Block block, Expr expr, Compare compare) throws DocumentException {
        if (expr instanceof Expr.BinaryOp or && or.op() == Operator.OR) {
            Optional<Double> constant = constant(Expr.bare(or.right()));
            if (constant.isPresent() && holds(block, compare, constant.get())) {
                throw block.inBody(0, 0)
                        .error(
                                "without any data the stand-in after \"or\" meets the limit, so this cannot fail",
                                "leave the stand-in out: no data is Unknown by itself");
            }
        }
    }

    /** {@code x < 0.1} with {@code < 100ms}: what would be bad is filtered away. */
    private static void refuseFilter(Block block, Expr expr, Compare compare) throws DocumentException {
        if (!(expr instanceof Expr.BinaryOp filter) || !filter.op().isComparison() || filter.bool()) {
            return;
        }
        Optional<Double> bound = constant(Expr.bare(filter.right()));
        if (bound.isEmpty() || compare.aggregate() == Aggregate.COUNT || compare.aggregate() == Aggregate.SUM) {
            return;
        }
        double n = bound.get();
        double near = Math.max(Math.abs(n) * 1e-6, 1e-9);
        boolean cannotFail = DoubleStream.of(n, n - near, n + near, n / 2, n * 2, -FAR, FAR, 0)
                .filter(value -> passes(filter.op(), value, n))
                .allMatch(value -> holds(block, compare, value));
        if (cannotFail) {
            throw block.inBody(0, 0)
                    .error(
                            "the comparison in the query leaves only values that meet the limit, so this cannot fail",
                            "take the comparison out of the query: expect judges");
        }
    }

    private static boolean passes(Operator op, double value, double bound) {
        return switch (op) {
            case EQUAL -> value == bound;
            case NOT_EQUAL -> value != bound;
            case LESS -> value < bound;
            case LESS_OR_EQUAL -> value <= bound;
            case GREATER -> value > bound;
            case GREATER_OR_EQUAL -> value >= bound;
            default -> false;
        };
    }

    /** {@code count(x == 0)} with {@code = 0}: a count of nothing is no series, and never 0. */
    private static void refuseCountOfNothing(Block block, Expr expr, Compare compare) throws DocumentException {
        if (expr instanceof Expr.Aggregation count
                && count.op() == AggregationOp.COUNT
                && holds(block, compare, 0)
                && DoubleStream.of(1, 2, 3, 10, 1000).noneMatch(n -> holds(block, compare, n))) {
            throw block.inBody(0, 0)
                    .error(
                            "this can never be met: count of nothing is no series, and never 0",
                            "write none given=QUERY and the query without count");
        }
    }

    private static boolean holds(Block block, Compare compare, double number) {
        Optional<Units.Scale> scale = block.attributes().find("unit").flatMap(Units::of);
        BigDecimal value = BigDecimal.valueOf(number);
        return compare.holds(scale.isPresent() ? value.multiply(scale.get().factor()) : value);
    }

    private static Optional<Double> constant(Expr expr) {
        if (expr instanceof Expr.NumberLiteral number) {
            return Double.isFinite(number.value()) ? Optional.of(number.value()) : Optional.empty();
        }
        if (expr instanceof Expr.Unary unary) {
            return constant(Expr.bare(unary.expr())).map(n -> unary.negative() ? -n : n);
        }
        if (expr instanceof Expr.Call call && call.name().equals("vector")) {
            return constant(Expr.bare(call.args().get(0)));
        }
        return Optional.empty();
    }
}
