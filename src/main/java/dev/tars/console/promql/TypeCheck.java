package dev.tars.console.promql;

import static dev.tars.console.promql.ValueType.SCALAR;
import static dev.tars.console.promql.ValueType.STRING;
import static dev.tars.console.promql.ValueType.VECTOR;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The types of a finished tree, from the leaves of the left up; the first error found is the one Prometheus names. */
final class TypeCheck {
    private final String query;

    TypeCheck(String query) {
        this.query = query;
    }

    void check(Expr expr) throws PromqlException {
        Optional<PromqlException> error = expr.match(new Cases());
        if (error.isPresent()) {
            throw error.get();
        }
    }

    private PromqlException refused(Span span, String reason) {
        return new PromqlException(query, span, reason);
    }

    private final class Cases implements ExprCases<Optional<PromqlException>> {

        @Override
        public Optional<PromqlException> number(Expr.NumberLiteral number) {
            return Optional.empty();
        }

        @Override
        public Optional<PromqlException> string(Expr.StringLiteral string) {
            return Optional.empty();
        }

        @Override
        public Optional<PromqlException> vectorSelector(Expr.VectorSelector selector) {
            if (!selector.name().isEmpty()) {
                return selector.matchers().stream()
                        .filter(matcher -> matcher.name().equals(Labels.NAME))
                        .findFirst()
                        .map(second -> refused(
                                selector.span(),
                                "metric name must not be set twice: " + QuotedText.quote(selector.name()) + " or "
                                        + QuotedText.quote(second.value())));
            }
            boolean selective = selector.matchers().stream().anyMatch(matcher -> !matcher.matches(""));
            return selective
                    ? Optional.empty()
                    : Optional.of(
                            refused(selector.span(), "vector selector must contain at least one non-empty matcher"));
        }

        @Override
        public Optional<PromqlException> matrixSelector(Expr.MatrixSelector selector) {
            return selector.selector().match(this);
        }

        @Override
        public Optional<PromqlException> subquery(Expr.Subquery subquery) {
            ValueType inner = subquery.expr().type();
            return subquery.expr()
                    .match(this)
                    .or(() -> inner == VECTOR
                            ? Optional.empty()
                            : Optional.of(refused(
                                    subquery.span(),
                                    "subquery is only allowed on instant vector, got "
                                            + inner.name().toLowerCase(Locale.ROOT) + " instead")));
        }

        @Override
        public Optional<PromqlException> call(Expr.Call call) {
            return argumentCount(call).or(() -> {
                for (int i = 0; i < call.args().size(); i++) {
                    Optional<PromqlException> error = expect(
                            call.args().get(i),
                            call.function().argument(i),
                            "call to function " + QuotedText.quote(call.name()));
                    if (error.isPresent()) {
                        return error;
                    }
                }
                return Optional.empty();
            });
        }

        private Optional<PromqlException> argumentCount(Expr.Call call) {
            int takes = call.function().takes().size();
            int variadic = call.function().variadic();
            int given = call.args().size();
            int least = variadic == 0 ? takes : takes - 1;
            int most = variadic < 0 ? Integer.MAX_VALUE : least + variadic;
            if (given >= least && given <= most) {
                return Optional.empty();
            }
            String bound = variadic == 0 ? "" : given < least ? "at least " : "at most ";
            return Optional.of(refused(
                    call.span(),
                    "expected " + bound + (given < least ? least : most) + " argument(s) in call to "
                            + QuotedText.quote(call.name()) + ", got " + given));
        }

        @Override
        public Optional<PromqlException> aggregation(Expr.Aggregation aggregation) {
            ValueType parameter = aggregation.op() == AggregationOp.COUNT_VALUES ? STRING : SCALAR;
            return expect(aggregation.expr(), VECTOR, "aggregation expression")
                    .or(() -> aggregation
                            .parameter()
                            .flatMap(given -> expect(given, parameter, "aggregation parameter")));
        }

        @Override
        public Optional<PromqlException> binary(Expr.BinaryOp binary) {
            return binary.left()
                    .match(this)
                    .or(() -> binary.right().match(this))
                    .or(() -> BinaryRules.firstBroken(query, binary));
        }

        @Override
        public Optional<PromqlException> unary(Expr.Unary unary) {
            ValueType inner = unary.expr().type();
            return unary.expr()
                    .match(this)
                    .or(() -> List.of(SCALAR, VECTOR).contains(inner)
                            ? Optional.empty()
                            : Optional.of(refused(
                                    unary.span(),
                                    "unary expression only allowed on expressions of type scalar or instant vector,"
                                            + " got " + QuotedText.quote(inner.words()))));
        }

        @Override
        public Optional<PromqlException> paren(Expr.Paren paren) {
            return paren.expr().match(this);
        }

        private Optional<PromqlException> expect(Expr expr, ValueType wanted, String context) {
            ValueType given = expr.type();
            return expr.match(this)
                    .or(() -> given == wanted
                            ? Optional.empty()
                            : Optional.of(refused(
                                    expr.span(),
                                    "expected type " + wanted.words() + " in " + context + ", got " + given.words())));
        }
    }
}
