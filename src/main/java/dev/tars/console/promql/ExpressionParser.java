package dev.tars.console.promql;

import java.util.Optional;

/** Operators, parentheses and literals; selectors, calls and modifiers are read by parsers of their own. */
final class ExpressionParser {
    private static final int LOWEST = Operator.OR.precedence();

    /** More would not fit the stack of a thread; people write less than a tenth of it. */
    private static final int DEEPEST = 500;

    private static final int LONGEST_CHAIN = 1000;

    private final TokenStream tokens;
    private final SelectorParser selectors;
    private final CallParser calls;
    private final MatchingParser matchings;
    private final PostfixParser postfixes;
    private int depth;

    ExpressionParser(TokenStream tokens) {
        this.tokens = tokens;
        this.selectors = new SelectorParser(tokens);
        this.calls = new CallParser(tokens, this);
        this.matchings = new MatchingParser(tokens);
        this.postfixes = new PostfixParser(tokens);
    }

    Expr parse() throws PromqlException {
        return binary(LOWEST);
    }

    private Expr binary(int lowest) throws PromqlException {
        Expr left = operand();
        int chained = 0;
        while (true) {
            Optional<Operator> found = Words.operator(tokens.peek());
            if (found.isEmpty() || found.get().precedence() < lowest) {
                return left;
            }
            Operator op = found.get();
            Token sign = tokens.next();
            if (++chained > LONGEST_CHAIN) {
                throw tokens.refused(sign.span(), "more than " + LONGEST_CHAIN + " operators in a row");
            }
            boolean bool = tokens.takeWord("bool");
            Matching matching = matchings.parse(op);
            boolean fromTheRight = op == Operator.POWER;
            Expr right = binary(op.precedence() + (fromTheRight ? 0 : 1));
            left = new Expr.BinaryOp(
                    op, left, right, bool, matching, left.span().to(right.span()));
        }
    }

    private Expr operand() throws PromqlException {
        if (++depth > DEEPEST) {
            throw tokens.refused(tokens.peek().span(), "expression nested deeper than " + DEEPEST + " levels");
        }
        Expr operand = signed();
        depth--;
        return operand;
    }

    private Expr signed() throws PromqlException {
        Token token = tokens.peek();
        boolean signed = token.is(TokenType.OPERATOR)
                && (token.text().equals("-") || token.text().equals("+"));
        if (!signed) {
            return postfixes.parse(primary());
        }
        tokens.next();
        boolean negative = token.text().equals("-");
        Expr operand = binary(Operator.POWER.precedence());
        Span span = token.span().to(operand.span());
        if (operand instanceof Expr.NumberLiteral number) {
            return new Expr.NumberLiteral(negative ? -number.value() : number.value(), span);
        }
        return new Expr.Unary(negative, operand, span);
    }

    private Expr primary() throws PromqlException {
        Token token = tokens.peek();
        switch (token.type()) {
            case NUMBER -> {
                tokens.next();
                return new Expr.NumberLiteral(number(token), token.span());
            }
            case STRING -> {
                tokens.next();
                return new Expr.StringLiteral(QuotedText.unquote(token.text()), token.span());
            }
            case LEFT_PAREN -> {
                tokens.next();
                Expr inner = parse();
                Token close = tokens.expect(TokenType.RIGHT_PAREN, "", "");
                return new Expr.Paren(inner, token.span().to(close.span()));
            }
            case LEFT_BRACE -> {
                return selectors.parse("", token.span());
            }
            default -> {
                if (!Words.isMetricName(token)) {
                    throw tokens.unexpected();
                }
                tokens.next();
                return named(token);
            }
        }
    }

    private Expr named(Token name) throws PromqlException {
        boolean opens = tokens.nextIs(TokenType.LEFT_PAREN);
        if (name.is(TokenType.IDENTIFIER) && opens) {
            return calls.call(name);
        }
        if (name.is(TokenType.AGGREGATION) && (opens || tokens.nextIsWord("by") || tokens.nextIsWord("without"))) {
            return calls.aggregation(name);
        }
        return selectors.parse(name.text(), name.span());
    }

    private double number(Token token) throws PromqlException {
        try {
            return Numbers.parse(token.text());
        } catch (NumberFormatException e) {
            throw tokens.refused(token.span(), String.valueOf(e.getMessage()));
        }
    }
}
