package dev.tars.console.promql;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The words that mean something in PromQL, in any case of letters. */
final class Words {
    private static final Map<String, TokenType> TYPES = new HashMap<>();
    private static final Map<String, Operator> OPERATORS = new HashMap<>();

    static {
        for (Operator operator : Operator.values()) {
            OPERATORS.put(operator.sign(), operator);
            if (Character.isLetter(operator.sign().charAt(0))) {
                TYPES.put(operator.sign(), TokenType.OPERATOR);
            }
        }
        for (AggregationOp op : AggregationOp.values()) {
            TYPES.put(op.word(), TokenType.AGGREGATION);
        }
        for (String word : List.of(
                "offset", "by", "without", "on", "ignoring", "group_left", "group_right", "bool", "start", "end")) {
            TYPES.put(word, TokenType.KEYWORD);
        }
        TYPES.put("inf", TokenType.NUMBER);
        TYPES.put("nan", TokenType.NUMBER);
    }

    private Words() {}

    static TokenType typeOf(String word) {
        TokenType known = TYPES.get(word.toLowerCase(Locale.ROOT));
        if (known != null) {
            return known;
        }
        return word.indexOf(':') >= 0 ? TokenType.METRIC_IDENTIFIER : TokenType.IDENTIFIER;
    }

    static Optional<Operator> operator(Token token) {
        return token.is(TokenType.OPERATOR) ? Optional.ofNullable(OPERATORS.get(token.lower())) : Optional.empty();
    }

    /** Words that may stand as a metric name although they mean something elsewhere. */
    static boolean isMetricName(Token token) {
        return switch (token.type()) {
            case IDENTIFIER, METRIC_IDENTIFIER, AGGREGATION -> true;
            case KEYWORD -> List.of("offset", "by", "without", "start", "end").contains(token.lower());
            case OPERATOR -> List.of("and", "or", "unless").contains(token.lower());
            default -> false;
        };
    }

    static boolean startsExpression(Token token) {
        return switch (token.type()) {
            case NUMBER, STRING, LEFT_PAREN, LEFT_BRACE -> true;
            case OPERATOR ->
                isMetricName(token) || token.text().equals("+") || token.text().equals("-");
            default -> isMetricName(token);
        };
    }

    /** Words that may stand as a label in {@code by (...)} and the like. */
    static boolean isLabel(Token token) {
        return switch (token.type()) {
            case IDENTIFIER, AGGREGATION -> true;
            case KEYWORD -> !token.isWord("without");
            case OPERATOR -> Character.isLetter(token.text().charAt(0));
            default -> false;
        };
    }
}
