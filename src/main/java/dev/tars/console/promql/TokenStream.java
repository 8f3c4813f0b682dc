package dev.tars.console.promql;

import java.util.List;

/** The tokens of one query, read one ahead; its complaints carry the place and the words of Prometheus. */
final class TokenStream {
    private final String text;
    private final List<Token> tokens;
    private int at;
    private int lastEnd;

    TokenStream(String text) {
        this.text = text;
        this.tokens = Lexer.tokens(text);
    }

    /** The token to come. Where the lexer could not go on, that is the error. */
    Token peek() throws PromqlException {
        Token token = tokens.get(at);
        if (token.is(TokenType.ERROR)) {
            throw new PromqlException(text, new Span(token.start(), text.length()), token.text());
        }
        return token;
    }

    boolean nextIs(TokenType type) throws PromqlException {
        return peek().is(type);
    }

    boolean nextIsWord(String word) throws PromqlException {
        return peek().isWord(word);
    }

    Token next() throws PromqlException {
        Token token = peek();
        lastEnd = token.end();
        if (at < tokens.size() - 1) {
            at++;
        }
        return token;
    }

    /** Takes the token when it is of the type. */
    boolean take(TokenType type) throws PromqlException {
        boolean there = nextIs(type);
        if (there) {
            next();
        }
        return there;
    }

    boolean takeWord(String word) throws PromqlException {
        boolean there = nextIsWord(word);
        if (there) {
            next();
        }
        return there;
    }

    Token expect(TokenType type, String context, String expected) throws PromqlException {
        if (!nextIs(type)) {
            throw unexpected(context, expected);
        }
        return next();
    }

    /** Behind the last token taken. */
    int lastEnd() {
        return lastEnd;
    }

    PromqlException unexpected() throws PromqlException {
        return unexpected("", "");
    }

    PromqlException unexpected(String context, String expected) throws PromqlException {
        Token token = peek();
        return refused(
                token.span(),
                "unexpected " + token.described() + (context.isEmpty() ? "" : " in " + context)
                        + (expected.isEmpty() ? "" : ", expected " + expected));
    }

    PromqlException refused(Span span, String reason) {
        return new PromqlException(text, span, reason);
    }
}
