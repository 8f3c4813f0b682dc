package dev.tars.console.promql;

import com.google.re2j.PatternSyntaxException;
import java.util.ArrayList;
import java.util.List;

/** The braces of a selector. */
final class SelectorParser {
    private static final String CONTEXT = "label matching";

    private final TokenStream tokens;

    SelectorParser(TokenStream tokens) {
        this.tokens = tokens;
    }

    /** After the metric name, or in front of the braces when there is none. */
    Expr.VectorSelector parse(String name, Span start) throws PromqlException {
        List<LabelMatcher> matchers = List.of();
        Span span = start;
        if (tokens.take(TokenType.LEFT_BRACE)) {
            matchers = matchers();
            span = new Span(start.start(), tokens.lastEnd());
        }
        return new Expr.VectorSelector(name, matchers, Modifiers.NONE, span);
    }

    private List<LabelMatcher> matchers() throws PromqlException {
        List<LabelMatcher> matchers = new ArrayList<>();
        while (!tokens.take(TokenType.RIGHT_BRACE)) {
            if (!tokens.nextIs(TokenType.IDENTIFIER)) {
                throw tokens.unexpected(CONTEXT, "identifier or \"}\"");
            }
            matchers.add(matcher());
            if (tokens.take(TokenType.RIGHT_BRACE)) {
                break;
            }
            tokens.expect(TokenType.COMMA, CONTEXT, "\",\" or \"}\"");
        }
        return matchers;
    }

    private LabelMatcher matcher() throws PromqlException {
        Token name = tokens.next();
        if (!tokens.nextIs(TokenType.MATCH) && !tokens.nextIs(TokenType.OPERATOR)) {
            throw tokens.unexpected(CONTEXT, "label matching operator");
        }
        MatchOp op = switch (tokens.next().text()) {
            case "=" -> MatchOp.EQUAL;
            case "=~" -> MatchOp.REGEX;
            case "!~" -> MatchOp.NOT_REGEX;
            default -> MatchOp.NOT_EQUAL;
        };
        Token value = tokens.expect(TokenType.STRING, CONTEXT, "string");
        try {
            return new LabelMatcher(name.text(), op, QuotedText.unquote(value.text()));
        } catch (PatternSyntaxException e) {
            throw tokens.refused(name.span().to(value.span()), String.valueOf(e.getMessage()));
        }
    }
}
