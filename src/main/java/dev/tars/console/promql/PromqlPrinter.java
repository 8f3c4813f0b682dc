package dev.tars.console.promql;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes an expression on one line as Prometheus' rules API does: {@code by} in front, one blank round operators, numbers
 * as Go prints them, matchers sorted. What is printed parses to the same expression, and printing that gives the same text.
 */
public final class PromqlPrinter implements ExprCases<String> {
    private static final PromqlPrinter INSTANCE = new PromqlPrinter();

    private PromqlPrinter() {}

    public static String print(Expr expr) {
        return expr.match(INSTANCE);
    }

    @Override
    public String number(Expr.NumberLiteral number) {
        return Numbers.general(number.value());
    }

    @Override
    public String string(Expr.StringLiteral string) {
        return QuotedText.quote(string.value());
    }

    @Override
    public String vectorSelector(Expr.VectorSelector selector) {
        return bare(selector) + modifiers(selector.modifiers());
    }

    @Override
    public String matrixSelector(Expr.MatrixSelector selector) {
        return bare(selector.selector())
                + "[" + Durations.format(selector.range()) + "]"
                + modifiers(selector.selector().modifiers());
    }

    @Override
    public String subquery(Expr.Subquery subquery) {
        String step = subquery.step().isZero() ? "" : Durations.format(subquery.step());
        return print(subquery.expr()) + "[" + Durations.format(subquery.range()) + ":" + step + "]"
                + modifiers(subquery.modifiers());
    }

    @Override
    public String call(Expr.Call call) {
        return call.name() + "(" + list(call.args()) + ")";
    }

    @Override
    public String aggregation(Expr.Aggregation aggregation) {
        String grouping = "";
        if (aggregation.without()) {
            grouping = " without (" + String.join(", ", aggregation.labels()) + ") ";
        } else if (!aggregation.labels().isEmpty()) {
            grouping = " by (" + String.join(", ", aggregation.labels()) + ") ";
        }
        String parameter =
                aggregation.parameter().map(given -> print(given) + ", ").orElse("");
        return aggregation.op().word() + grouping + "(" + parameter + print(aggregation.expr()) + ")";
    }

    @Override
    public String binary(Expr.BinaryOp binary) {
        return print(binary.left())
                + " " + binary.op().sign() + (binary.bool() ? " bool" : "") + matching(binary) + " "
                + print(binary.right());
    }

    @Override
    public String unary(Expr.Unary unary) {
        return (unary.negative() ? "-" : "+") + print(unary.expr());
    }

    @Override
    public String paren(Expr.Paren paren) {
        return "(" + print(paren.expr()) + ")";
    }

    private static String list(Collection<Expr> args) {
        return args.stream().map(PromqlPrinter::print).collect(Collectors.joining(", "));
    }

    private static String bare(Expr.VectorSelector selector) {
        List<LabelMatcher> matchers = selector.matchers();
        if (matchers.isEmpty()) {
            return selector.name();
        }
        return selector.name()
                + matchers.stream().map(LabelMatcher::toString).sorted().collect(Collectors.joining(",", "{", "}"));
    }

    /** Nothing where a side is a scalar: there the clause has no meaning. */
    private static String matching(Expr.BinaryOp binary) {
        Matching matching = binary.matching();
        boolean vectors =
                binary.left().type() == ValueType.VECTOR && binary.right().type() == ValueType.VECTOR;
        if (!vectors) {
            return "";
        }
        if (matching.labels().isEmpty() && !matching.on() && !matching.isGrouped()) {
            return "";
        }
        String pairs = (matching.on() ? " on (" : " ignoring (") + String.join(", ", matching.labels()) + ")";
        if (!matching.isGrouped()) {
            return pairs;
        }
        String side = matching.cardinality() == Matching.Cardinality.MANY_TO_ONE ? "left" : "right";
        return pairs + " group_" + side + " (" + String.join(", ", matching.include()) + ")";
    }

    private static String modifiers(Modifiers modifiers) {
        At at = modifiers.at();
        String when = switch (at.kind()) {
            case NONE -> "";
            case TIME -> " @ " + BigDecimal.valueOf(at.millis(), 3).toPlainString();
            case START -> " @ start()";
            case END -> " @ end()";
        };
        if (modifiers.offset().isZero()) {
            return when;
        }
        boolean forward = modifiers.offset().isNegative();
        return when + " offset " + (forward ? "-" : "")
                + Durations.format(modifiers.offset().abs());
    }
}
