package dev.tars.console.promql;

/** Kinds of words in a query. */
enum TokenType {
    IDENTIFIER,
    /** With a colon in it. */
    METRIC_IDENTIFIER,
    NUMBER,
    DURATION,
    STRING,
    /** A word with a meaning of its own that is neither operator nor aggregation: {@code by}, {@code offset}. */
    KEYWORD,
    AGGREGATION,
    /** A binary operator, as sign or word. */
    OPERATOR,
    /** {@code =}, {@code =~} and {@code !~}; {@code !=} is an operator. */
    MATCH,
    COMMA,
    COLON,
    AT,
    LEFT_PAREN,
    RIGHT_PAREN,
    LEFT_BRACE,
    RIGHT_BRACE,
    LEFT_BRACKET,
    RIGHT_BRACKET,
    END,
    /** The text of the token is the complaint. */
    ERROR
}
