package dev.tars.console.promql;

/**
 * Reads PromQL, the whole language of Prometheus 2.42, and refuses what that version refuses, with its words.
 *
 * <p>Operators are read by climbing their precedence; every other construct has its own small parser. Types are checked
 * on the finished tree, as Prometheus does, so an error of form is told before one of type.
 */
public final class PromqlParser {

    private PromqlParser() {}

    /** @throws PromqlException when the text is not a PromQL expression of one of the four types */
    public static Expr parse(String query) throws PromqlException {
        TokenStream tokens = new TokenStream(query);
        if (tokens.nextIs(TokenType.END)) {
            throw tokens.refused(new Span(0, query.length()), "no expression found in input");
        }
        Expr expr = new ExpressionParser(tokens).parse();
        if (!tokens.nextIs(TokenType.END)) {
            throw tokens.unexpected();
        }
        new TypeCheck(query).check(expr);
        return expr;
    }
}
