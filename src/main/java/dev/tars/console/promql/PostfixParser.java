package dev.tars.console.promql;

import java.time.Duration;

/** What may stand behind an expression: ranges, subqueries, {@code offset} and {@code @}. */
final class PostfixParser {
    private static final String OFFSET_TWICE = "offset may not be set multiple times";
    private static final String AT_TWICE = "@ <timestamp> may not be set multiple times";
    private static final String CARRIERS =
            " modifier must be preceded by an instant vector selector or range vector selector or a subquery";

    private final TokenStream tokens;

    PostfixParser(TokenStream tokens) {
        this.tokens = tokens;
    }

    Expr parse(Expr operand) throws PromqlException {
        Expr expr = operand;
        while (true) {
            if (tokens.nextIs(TokenType.LEFT_BRACKET)) {
                expr = brackets(expr);
            } else if (tokens.takeWord("offset")) {
                expr = offset(expr);
            } else if (tokens.take(TokenType.AT)) {
                expr = at(expr);
            } else {
                return expr;
            }
        }
    }

    private Expr brackets(Expr expr) throws PromqlException {
        Token open = tokens.next();
        Duration range = duration("subquery selector");
        if (tokens.take(TokenType.COLON)) {
            Duration step = tokens.nextIs(TokenType.RIGHT_BRACKET) ? Duration.ZERO : duration("subquery selector");
            Token close = tokens.expect(TokenType.RIGHT_BRACKET, "subquery selector", "\"]\"");
            return new Expr.Subquery(
                    expr, range, step, Modifiers.NONE, expr.span().to(close.span()));
        }
        Token close = tokens.expect(TokenType.RIGHT_BRACKET, "subquery or range", "\":\" or \"]\"");
        Span brackets = open.span().to(close.span());
        if (!(expr instanceof Expr.VectorSelector selector)) {
            throw tokens.refused(brackets, "ranges only allowed for vector selectors");
        }
        if (!selector.modifiers().offset().isZero()) {
            throw tokens.refused(brackets, "no offset modifiers allowed before range");
        }
        if (selector.modifiers().at().isSet()) {
            throw tokens.refused(brackets, "no @ modifiers allowed before range");
        }
        return new Expr.MatrixSelector(selector, range, expr.span().to(close.span()));
    }

    private Expr offset(Expr expr) throws PromqlException {
        boolean negative = tokens.peek().text().equals("-") && tokens.take(TokenType.OPERATOR);
        Duration given = duration("offset");
        Modifiers now = modifiers(expr, "offset");
        if (!now.offset().isZero()) {
            throw tokens.refused(expr.span(), OFFSET_TWICE);
        }
        return moved(expr, now.withOffset(negative ? given.negated() : given));
    }

    private Expr at(Expr expr) throws PromqlException {
        At given = AtParser.parse(tokens, expr.span());
        Modifiers now = modifiers(expr, "@");
        if (now.at().isSet()) {
            throw tokens.refused(expr.span(), AT_TWICE);
        }
        return moved(expr, now.withAt(given));
    }

    private Duration duration(String context) throws PromqlException {
        Token token = tokens.expect(TokenType.DURATION, context, "duration");
        try {
            return Durations.parse(token.text());
        } catch (IllegalArgumentException e) {
            throw tokens.refused(token.span(), String.valueOf(e.getMessage()));
        }
    }

    private Modifiers modifiers(Expr expr, String modifier) throws PromqlException {
        if (expr instanceof Expr.VectorSelector selector) {
            return selector.modifiers();
        }
        if (expr instanceof Expr.MatrixSelector matrix) {
            return matrix.selector().modifiers();
        }
        if (expr instanceof Expr.Subquery subquery) {
            return subquery.modifiers();
        }
        throw tokens.refused(expr.span(), modifier + CARRIERS);
    }

    private Expr moved(Expr expr, Modifiers modifiers) {
        Span span = new Span(expr.span().start(), tokens.lastEnd());
        if (expr instanceof Expr.VectorSelector selector) {
            return new Expr.VectorSelector(selector.name(), selector.matchers(), modifiers, span);
        }
        if (expr instanceof Expr.MatrixSelector matrix) {
            Expr.VectorSelector inside = matrix.selector();
            return new Expr.MatrixSelector(
                    new Expr.VectorSelector(inside.name(), inside.matchers(), modifiers, inside.span()),
                    matrix.range(),
                    span);
        }
        if (expr instanceof Expr.Subquery subquery) {
            return new Expr.Subquery(subquery.expr(), subquery.range(), subquery.step(), modifiers, span);
        }
        return expr;
    }
}
