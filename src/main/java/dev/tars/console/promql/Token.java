package dev.tars.console.promql;

import java.util.Locale;

/** One word of a query; for {@link TokenType#ERROR} the text is what the lexer has to say. */
record Token(TokenType type, String text, int start, int end) {

    Span span() {
        return new Span(start, end);
    }

    boolean is(TokenType other) {
        return type == other;
    }

    /** A keyword or operator word, in whatever case it was written. */
    boolean isWord(String word) {
        return (type == TokenType.KEYWORD || type == TokenType.OPERATOR) && text.equalsIgnoreCase(word);
    }

    String lower() {
        return text.toLowerCase(Locale.ROOT);
    }

    /** How Prometheus names the token in {@code unexpected ...}. */
    String described() {
        return switch (type) {
            case END -> "end of input";
            case ERROR -> text;
            case IDENTIFIER -> "identifier " + QuotedText.quote(text);
            case METRIC_IDENTIFIER -> "metric identifier " + QuotedText.quote(text);
            case KEYWORD -> "<" + text + ">";
            case AGGREGATION -> "<aggr:" + text + ">";
            case OPERATOR -> "<op:" + text + ">";
            case STRING -> "string " + shortened();
            case NUMBER -> "number " + shortened();
            case DURATION -> "duration " + shortened();
            default -> shortened();
        };
    }

    private String shortened() {
        return text.length() > 10 ? QuotedText.quote(text.substring(0, 10)) + "..." : QuotedText.quote(text);
    }
}
