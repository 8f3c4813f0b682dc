package dev.tars.console.promql;

import java.util.ArrayList;
import java.util.List;

/** A list of labels in parentheses. */
final class LabelListParser {
    static final String CONTEXT = "grouping opts";

    private LabelListParser() {}

    static List<String> parse(TokenStream tokens) throws PromqlException {
        tokens.expect(TokenType.LEFT_PAREN, CONTEXT, "\"(\"");
        List<String> labels = new ArrayList<>();
        while (!tokens.take(TokenType.RIGHT_PAREN)) {
            if (!Words.isLabel(tokens.peek())) {
                throw tokens.unexpected(CONTEXT, "label");
            }
            labels.add(tokens.next().text());
            if (tokens.take(TokenType.RIGHT_PAREN)) {
                break;
            }
            tokens.expect(TokenType.COMMA, CONTEXT, "\",\" or \")\"");
        }
        return labels;
    }
}
