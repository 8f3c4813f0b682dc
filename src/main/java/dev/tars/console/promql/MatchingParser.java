package dev.tars.console.promql;

import java.util.List;

/** {@code on}, {@code ignoring}, {@code group_left} and {@code group_right} behind an operator. */
final class MatchingParser {
    private final TokenStream tokens;

    MatchingParser(TokenStream tokens) {
        this.tokens = tokens;
    }

    Matching parse(Operator op) throws PromqlException {
        Matching matching = clause();
        boolean plain = matching.cardinality() == Matching.Cardinality.ONE_TO_ONE;
        return op.isSet() && plain ? matching.with(Matching.Cardinality.MANY_TO_MANY) : matching;
    }

    private Matching clause() throws PromqlException {
        boolean on = tokens.takeWord("on");
        if (!on && !tokens.takeWord("ignoring")) {
            return Matching.DEFAULT;
        }
        List<String> labels = LabelListParser.parse(tokens);
        Matching.Cardinality cardinality = Matching.Cardinality.ONE_TO_ONE;
        if (tokens.takeWord("group_left")) {
            cardinality = Matching.Cardinality.MANY_TO_ONE;
        } else if (tokens.takeWord("group_right")) {
            cardinality = Matching.Cardinality.ONE_TO_MANY;
        }
        if (cardinality != Matching.Cardinality.ONE_TO_ONE && !Words.startsExpression(tokens.peek())) {
            throw tokens.unexpected(LabelListParser.CONTEXT, "\"(\"");
        }
        boolean lists = cardinality != Matching.Cardinality.ONE_TO_ONE && tokens.nextIs(TokenType.LEFT_PAREN);
        return new Matching(cardinality, on, labels, lists ? LabelListParser.parse(tokens) : List.of());
    }
}
