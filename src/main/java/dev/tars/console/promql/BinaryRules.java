package dev.tars.console.promql;

import java.util.Optional;

/** What an operator asks of its sides and of its clauses, in the order Prometheus asks. */
final class BinaryRules {

    private BinaryRules() {}

    static Optional<PromqlException> firstBroken(String query, Expr.BinaryOp binary) {
        Operator op = binary.op();
        Matching matching = binary.matching();
        ValueType left = binary.left().type();
        ValueType right = binary.right().type();
        boolean scalars = left == ValueType.SCALAR && right == ValueType.SCALAR;
        boolean vectors = left == ValueType.VECTOR && right == ValueType.VECTOR;
        Span sign = signOf(query, binary);

        if (binary.bool() && !op.isComparison()) {
            return broken(query, sign, "bool modifier can only be used on comparison operators");
        }
        if (op.isComparison() && !binary.bool() && scalars) {
            return broken(query, sign, "comparisons between scalars must use BOOL modifier");
        }
        Optional<String> twice =
                matching.labels().stream().filter(matching.include()::contains).findFirst();
        if (matching.on() && twice.isPresent()) {
            String label = QuotedText.quote(twice.get());
            return broken(query, sign, "label " + label + " must not occur in ON and GROUP clause at once");
        }
        for (Expr side : new Expr[] {binary.left(), binary.right()}) {
            if (side.type() != ValueType.SCALAR && side.type() != ValueType.VECTOR) {
                return broken(
                        query, side.span(), "binary expression must contain only scalar and instant vector types");
            }
        }
        if (!vectors && !matching.labels().isEmpty()) {
            return broken(query, binary.span(), "vector matching only allowed between instant vectors");
        }
        if (vectors && op.isSet() && matching.isGrouped()) {
            return broken(
                    query, binary.span(), "no grouping allowed for " + QuotedText.quote(op.sign()) + " operation");
        }
        if (!vectors && op.isSet()) {
            return broken(
                    query,
                    binary.span(),
                    "set operator " + QuotedText.quote(op.sign()) + " not allowed in binary scalar expression");
        }
        return Optional.empty();
    }

    private static Optional<PromqlException> broken(String query, Span span, String reason) {
        return Optional.of(new PromqlException(query, span, reason));
    }

    /** From behind the left side to the right side, without the blanks around. */
    private static Span signOf(String query, Expr.BinaryOp binary) {
        int start = binary.left().span().end();
        int end = binary.right().span().start();
        while (start < end && Character.isWhitespace(query.charAt(start))) {
            start++;
        }
        while (end > start && Character.isWhitespace(query.charAt(end - 1))) {
            end--;
        }
        return new Span(start, end);
    }
}
