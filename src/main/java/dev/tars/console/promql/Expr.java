package dev.tars.console.promql;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A parsed PromQL expression. Every node knows the stretch of text it came from and the type it yields. */
public sealed interface Expr {

    Span span();

    ValueType type();

    /** One function per kind of node. */
    <R> R match(ExprCases<R> cases);

    record NumberLiteral(double value, Span span) implements Expr {
        @Override
        public ValueType type() {
            return ValueType.SCALAR;
        }

        @Override
        public <R> R match(ExprCases<R> cases) {
            return cases.number(this);
        }
    }

    record StringLiteral(String value, Span span) implements Expr {
        @Override
        public ValueType type() {
            return ValueType.STRING;
        }

        @Override
        public <R> R match(ExprCases<R> cases) {
            return cases.string(this);
        }
    }

    /**
     * @param name the metric name in front of the braces, empty when there is none
     * @param matchers the conditions inside the braces
     */
    record VectorSelector(String name, List<LabelMatcher> matchers, Modifiers modifiers, Span span) implements Expr {
        public VectorSelector {
            matchers = List.copyOf(matchers);
        }

        /** All conditions, that on the name first. */
        public List<LabelMatcher> allMatchers() {
            if (name.isEmpty()) {
                return matchers;
            }
            List<LabelMatcher> all = new ArrayList<>(matchers.size() + 1);
            all.add(LabelMatcher.equal(Labels.NAME, name));
            all.addAll(matchers);
            return all;
        }

        @Override
        public ValueType type() {
            return ValueType.VECTOR;
        }

        @Override
        public <R> R match(ExprCases<R> cases) {
            return cases.vectorSelector(this);
        }
    }

    /** A selector with a range; its modifiers are those of the selector inside. */
    record MatrixSelector(VectorSelector selector, Duration range, Span span) implements Expr {
        @Override
        public ValueType type() {
            return ValueType.MATRIX;
        }

        @Override
        public <R> R match(ExprCases<R> cases) {
            return cases.matrixSelector(this);
        }
    }

    /** @param step zero when not given: the evaluation interval of the server */
    record Subquery(Expr expr, Duration range, Duration step, Modifiers modifiers, Span span) implements Expr {
        @Override
        public ValueType type() {
            return ValueType.MATRIX;
        }

        @Override
        public <R> R match(ExprCases<R> cases) {
            return cases.subquery(this);
        }
    }

    record Call(Function function, List<Expr> args, Span span) implements Expr {
        public Call {
            args = List.copyOf(args);
        }

        public String name() {
            return function.name();
        }

        @Override
        public ValueType type() {
            return function.returns();
        }

        @Override
        public <R> R match(ExprCases<R> cases) {
            return cases.call(this);
        }
    }

    /** @param without true when {@code labels} are dropped, false when only they are kept */
    record Aggregation(
            AggregationOp op,
            boolean without,
            List<String> labels,
            @Nullable Expr param,
            Expr expr,
            Span span) implements Expr {
        public Aggregation {
            labels = List.copyOf(labels);
        }

        /** What stands before the vector: {@code 5} in {@code topk(5, x)}. */
        public Optional<Expr> parameter() {
            return Optional.ofNullable(param);
        }

        @Override
        public ValueType type() {
            return ValueType.VECTOR;
        }

        @Override
        public <R> R match(ExprCases<R> cases) {
            return cases.aggregation(this);
        }
    }

    /** @param bool true when a comparison yields 0 or 1 and does not filter */
    record BinaryOp(Operator op, Expr left, Expr right, boolean bool, Matching matching, Span span) implements Expr {
        @Override
        public ValueType type() {
            boolean scalars = left.type() == ValueType.SCALAR && right.type() == ValueType.SCALAR;
            return scalars ? ValueType.SCALAR : ValueType.VECTOR;
        }

        @Override
        public <R> R match(ExprCases<R> cases) {
            return cases.binary(this);
        }
    }

    record Unary(boolean negative, Expr expr, Span span) implements Expr {
        @Override
        public ValueType type() {
            return expr.type();
        }

        @Override
        public <R> R match(ExprCases<R> cases) {
            return cases.unary(this);
        }
    }

    record Paren(Expr expr, Span span) implements Expr {
        @Override
        public ValueType type() {
            return expr.type();
        }

        @Override
        public <R> R match(ExprCases<R> cases) {
            return cases.paren(this);
        }
    }

    /** The expression inside any number of parentheses. */
    static Expr bare(Expr expr) {
        return expr instanceof Paren paren ? bare(paren.expr()) : expr;
    }
}
