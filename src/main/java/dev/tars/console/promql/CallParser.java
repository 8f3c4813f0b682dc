package dev.tars.console.promql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Calls of functions and aggregations. */
final class CallParser {
    private final TokenStream tokens;
    private final ExpressionParser expressions;

    CallParser(TokenStream tokens, ExpressionParser expressions) {
        this.tokens = tokens;
        this.expressions = expressions;
    }

    Expr call(Token name) throws PromqlException {
        List<Expr> args = arguments();
        Function function = Functions.named(name.text())
                .orElseThrow(() ->
                        tokens.refused(name.span(), "unknown function with name " + QuotedText.quote(name.text())));
        return new Expr.Call(function, args, new Span(name.start(), tokens.lastEnd()));
    }

    Expr aggregation(Token name) throws PromqlException {
        AggregationOp op = AggregationOp.valueOf(name.text().toUpperCase(Locale.ROOT));
        Grouping grouping = grouping();
        if (grouping != null && !tokens.nextIs(TokenType.LEFT_PAREN)) {
            throw tokens.unexpected("aggregation", "");
        }
        List<Expr> args = arguments();
        if (grouping == null) {
            grouping = grouping();
        }
        Span span = new Span(name.start(), tokens.lastEnd());
        if (args.isEmpty()) {
            throw tokens.refused(span, "no arguments for aggregate expression provided");
        }
        int wanted = op.takesParameter() ? 2 : 1;
        if (args.size() != wanted) {
            throw tokens.refused(
                    span,
                    "wrong number of arguments for aggregate expression provided, expected " + wanted + ", got "
                            + args.size());
        }
        return new Expr.Aggregation(
                op,
                grouping != null && grouping.without,
                grouping == null ? List.of() : grouping.labels,
                op.takesParameter() ? args.get(0) : null,
                args.get(wanted - 1),
                span);
    }

    private record Grouping(boolean without, List<String> labels) {}

    private @Nullable Grouping grouping() throws PromqlException {
        boolean without = tokens.takeWord("without");
        if (!without && !tokens.takeWord("by")) {
            return null;
        }
        return new Grouping(without, LabelListParser.parse(tokens));
    }

    private List<Expr> arguments() throws PromqlException {
        tokens.expect(TokenType.LEFT_PAREN, "", "");
        List<Expr> args = new ArrayList<>();
        if (tokens.take(TokenType.RIGHT_PAREN)) {
            return args;
        }
        while (true) {
            args.add(expressions.parse());
            if (tokens.take(TokenType.RIGHT_PAREN)) {
                return args;
            }
            Span comma = tokens.expect(TokenType.COMMA, "", "").span();
            if (tokens.nextIs(TokenType.RIGHT_PAREN)) {
                throw tokens.refused(comma, "trailing commas not allowed in function call args");
            }
        }
    }
}
